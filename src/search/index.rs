//! Entries as they stand in the page.

use super::rank::{Entry, Index, Kind};
use crate::passages::ElementText;
use crate::shell::events::elements;
use leptos::prelude::set_timeout;
use std::time::Duration;
use std::vec::IntoIter;
use web_sys::{Element, HtmlElement};

/// For how long the page is read at a time, in milliseconds, so that keys are answered in between.
const SLICE: f64 = 6.0;

/// Hands over all entries that are in the page now: the evidence may come later.
pub(super) fn of_page(done: impl FnOnce(Index) + 'static) {
    go_on(elements("main [id^=\"/\"]").into_iter(), Index::default(), Box::new(done));
}

fn go_on(mut rest: IntoIter<HtmlElement>, mut index: Index, done: Box<dyn FnOnce(Index)>) {
    let start = js_sys::Date::now();
    while js_sys::Date::now() - start < SLICE {
        let Some(element) = rest.next() else { return done(index) };
        if let Some(entry) = entry(&element, &mut index) {
            index.entries.push(entry);
        }
    }
    set_timeout(move || go_on(rest, index, done), Duration::ZERO);
}

/// What an element of the page says, if it is an entry.
fn entry(element: &Element, index: &mut Index) -> Option<Entry> {
    let address = element.id();
    let kind = Kind::of(&address)?;
    let title = title_of(element)?;
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
            let text = ElementText::of(element).text;
            let from = if text.starts_with(&title) { title.len() } else { 0 };
            vec![(text, from)]
        }
    };
    let title = index.field(title, 0);
    let texts = texts.into_iter().map(|(text, from)| index.field(text, from)).collect();
    Some(Entry { kind, address, title, part_of, texts })
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
