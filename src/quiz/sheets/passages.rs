//! The passages that settle the items of papers: as addresses and codes for cameras, or with their text.

use super::{Codes, begin};
use crate::content::story;
use crate::i18n::of_sheets;
use crate::shell::element;
use crate::widgets::put;
use story::{Chapter, Passage, PassageAddress, Question};

/// A passage, and its chapter.
type Settling = (&'static Chapter<'static>, &'static Passage<'static>);

/// The passages that settle some items, each once, in the order of the story.
pub(super) fn settling<'q>(
    questions: impl Iterator<Item = &'q &'static Question<'static>>,
) -> Vec<Settling> {
    let addresses: Vec<PassageAddress<'static>> = questions.map(|it| it.passage).collect();
    let mut found = Vec::new();
    for chapter in &story().chapters {
        for passage in &chapter.passages {
            if addresses.contains(&PassageAddress { chapter: chapter.id, passage: passage.id }) {
                found.push((chapter, passage));
            }
        }
    }
    found
}

/// Adds a sheet with the way to each passage.
pub(super) fn ways(out: &mut String, codes: &mut Codes, passages: &[Settling]) {
    begin(out, "found-in", None, of_sheets().settled);
    out.push_str("</header>");
    list(out, codes, passages);
    out.push_str("</article>");
}

/// Adds passages with their codes and addresses.
pub(super) fn list(out: &mut String, codes: &mut Codes, passages: &[Settling]) {
    out.push_str("<ul class=\"settling\">");
    for (chapter, passage) in passages {
        out.push_str("<li>");
        let path = way(chapter, passage);
        codes.code(out, &path, &(of_sheets().qr_of)(passage.heading));
        let words = ["<p><b>", "</b><br>", "<br><span class=\"sheet-code\">#", "</span></p></li>"];
        put(out, &words, &[passage.heading, chapter.title, &path]);
    }
    out.push_str("</ul>");
}

/// Adds a sheet with the text of each passage, in easier words or in full.
pub(super) fn text(out: &mut String, codes: &mut Codes, passages: &[Settling], easy: bool) {
    let t = of_sheets();
    begin(out, "text", None, t.reading);
    out.push_str("</header>");
    for (chapter, passage) in passages {
        let path = way(chapter, passage);
        out.push_str("<section>");
        codes.code(out, &path, &(t.qr_of)(passage.heading));
        let head =
            ["<h4>", "</h4><p class=\"how\">", " <span class=\"sheet-code\">#", "</span></p>"];
        put(out, &head, &[passage.heading, chapter.title, &path]);
        // The page has the text, and the program has not.
        let which = if easy { ".easy" } else { ".full" };
        let prose = element(&path).and_then(|it| it.query_selector(which).ok().flatten());
        out.push_str(&prose.map(|it| it.inner_html()).unwrap_or_default());
        out.push_str("</section>");
    }
    out.push_str("</article>");
}

/// The path to a passage, which is its id on the page too.
fn way(chapter: &Chapter<'_>, passage: &Passage<'_>) -> String {
    ["/read/", chapter.id.0, "/", passage.id.0].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_passage_stands_once_and_in_the_order_of_the_story() {
        let questions: Vec<_> = story().questions.iter().rev().collect();
        let found = settling(questions.iter());
        let all: Vec<_> = story().chapters.iter().flat_map(|it| &it.passages).collect();
        let places: Vec<usize> = found
            .iter()
            .map(|(_, it)| all.iter().position(|other| std::ptr::eq(*other, *it)).unwrap())
            .collect();
        assert!(places.is_sorted_by(|one, other| one < other));
        for question in questions {
            let address = question.passage;
            let is_it = |(chapter, passage): &Settling| {
                chapter.id == address.chapter && passage.id == address.passage
            };
            assert!(found.iter().any(is_it), "{address}");
        }
    }
}
