//! Running text of the story as markup, for views that are written as text.

use super::markup::put;
use super::prose::{address_of, class_of};
use story::{Block, Inline, Text};

/// Adds blocks of text.
pub(crate) fn put_prose(out: &mut String, text: &Text<'static>) {
    for block in &text.0 {
        match block {
            Block::Paragraph(runs) => put_runs_in(out, "<p>", runs, "</p>"),
            Block::Quotation(runs) => {
                put_runs_in(out, "<blockquote><p>", runs, "</p></blockquote>");
            }
            Block::List(entries) => {
                out.push_str("<ul>");
                for runs in entries {
                    put_runs_in(out, "<li>", runs, "</li>");
                }
                out.push_str("</ul>");
            }
        }
    }
}

/// Adds the runs of a text without the paragraphs around them.
pub(crate) fn put_text(out: &mut String, text: &Text<'static>) {
    for (at, runs) in text.lines().enumerate() {
        put_runs_in(out, if at > 0 { " " } else { "" }, runs, "");
    }
}

fn put_runs_in(out: &mut String, before: &str, runs: &[Inline<'static>], after: &str) {
    out.push_str(before);
    for run in runs {
        match run {
            Inline::Words(words) => put(out, &[""], &[words]),
            Inline::Emphasis(inner) => put_runs_in(out, "<em>", inner, "</em>"),
            Inline::Strong(inner) => put_runs_in(out, "<strong>", inner, "</strong>"),
            Inline::General { content, .. } => put_runs_in(out, "", content, ""),
            Inline::Reference { target, content } => {
                let href = ["#", &address_of(*target).path()].concat();
                put(out, &["<a class=\"", "\" href=\"", "\">"], &[class_of(*target), &href]);
                put_runs_in(out, "", content, "</a>");
            }
        }
    }
    out.push_str(after);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::story;

    #[test]
    fn every_prompt_is_written_with_its_words() {
        for question in &story().questions {
            let mut out = String::new();
            put_text(&mut out, &question.prompt);
            let first = question.prompt.plain();
            let word = first.split(' ').next().unwrap_or_default();
            assert!(out.contains(&word.replace('&', "&amp;").replace('"', "&quot;")), "{out}");
            assert_eq!(out.matches('<').count(), out.matches('>').count(), "{out}");
        }
    }
}
