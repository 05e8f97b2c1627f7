//! Entries as they stand in the page.

use super::rank::{Entry, Index, Kind};
use crate::passages::ElementText;
use crate::shell::events::elements;
use web_sys::Element;

/// All entries that are in the page now: the evidence may come later.
pub(super) fn of_page() -> Index {
    let mut index = Index::default();
    for element in elements("main [id^=\"/\"]") {
        let address = element.id();
        let Some(kind) = Kind::of(&address) else { continue };
        let Some(title) = title_of(&element) else { continue };
        let passage = element.matches(".passage").unwrap_or(false);
        let part_of = element
            .closest(".page")
            .ok()
            .flatten()
            .filter(|_| passage)
            .and_then(|page| title_of(&page))
            .unwrap_or_default();
        let part = |selector: &str| {
            let text = element.query_selector(selector).ok()??;
            Some((ElementText::of(&text).text, 0))
        };
        let texts: Vec<(String, usize)> = match kind {
            Kind::Story if passage => [".full", ".easy"].into_iter().filter_map(part).collect(),
            // Its passages have entries of their own.
            Kind::Story => [".chapter > .question", ".meanwhile .full", ".meanwhile .easy"]
                .into_iter()
                .filter_map(part)
                .collect(),
            _ => {
                let text = ElementText::of(&element).text;
                let from = if text.starts_with(&title) { title.len() } else { 0 };
                vec![(text, from)]
            }
        };
        let title = index.field(title, 0);
        let texts = texts.into_iter().map(|(text, from)| index.field(text, from)).collect();
        index.entries.push(Entry { kind, address, title, part_of, texts });
    }
    index
}

/// The words of an entry's heading; of a source, which has none, its title.
fn title_of(element: &Element) -> Option<String> {
    let heading = element.query_selector("h1, h2, h3, cite").ok()??;
    let words = ElementText::of(&heading).text;
    let mut title = String::new();
    for word in words.split_whitespace() {
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    (!title.is_empty()).then_some(title)
}
