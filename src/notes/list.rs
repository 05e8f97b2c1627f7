//! The list of notes as HTML: what a reader wrote is text in it, whatever it holds.

use super::Mark;
use super::entry::{Entry, first_words};
use crate::i18n::of_notes;
use crate::widgets::put;

/// Writes entries, sorted already, under a heading for each chapter. In the place of the one that was
/// deleted last there is a way to take that back.
pub(super) fn html(entries: &[Entry<'_>], deleted: Option<&str>) -> String {
    let t = of_notes();
    let mut out = String::new();
    let mut heading = None;
    for entry in entries {
        let orphan = entry.found.is_none();
        let next = if orphan { t.orphans } else { entry.chapter };
        if heading != Some(next) {
            if heading.is_some() {
                out.push_str("</ol>");
            }
            heading = Some(next);
            put(&mut out, &["<h2>", "</h2>"], &[next]);
            if orphan {
                put(&mut out, &["<p>", "</p>"], &[t.orphans_why]);
            }
            out.push_str("<ol class=\"notes\">");
        }
        let id = entry.note.id.as_str();
        let words = first_words(&entry.note.quote.exact);
        if deleted == Some(id) {
            put(
                &mut out,
                &[
                    "<li class=\"note-deleted\">",
                    " <button type=\"button\" id=\"note-undo\">",
                    "</button></li>",
                ],
                &[&(t.deleted)(&words), t.undo],
            );
            continue;
        }
        let mark = entry.note.mark;
        put(
            &mut out,
            &[
                "<li data-note=\"",
                "\"><h3 tabindex=\"-1\"><span class=\"mark-",
                "\">",
                "</span><span class=\"spoken\">: ",
                "</span></h3><blockquote>",
                "</blockquote>",
            ],
            &[id, mark.slug(), (t.mark_name)(mark), &words, &entry.note.quote.exact],
        );
        if !entry.note.text.is_empty() {
            put(&mut out, &["<p class=\"note-text\">", "</p>"], &[&entry.note.text]);
        }
        out.push_str("<p class=\"note-where\">");
        if orphan {
            put(&mut out, &["", ""], &[entry.passage]);
        } else {
            put(
                &mut out,
                &["<a href=\"", "?note=", "\">", "</a>"],
                &[&entry.address(), id, entry.passage],
            );
        }
        if entry.note.easy {
            put(&mut out, &[", ", ""], &[t.in_easy_words]);
        }
        put(
            &mut out,
            &[
                " <time>",
                "</time></p><p class=\"note-citation\">",
                "</p><p class=\"note-actions\"><button type=\"button\" class=\"note-edit\">",
                "<span class=\"spoken\">: ",
                "</span></button><button type=\"button\" class=\"note-delete\">",
                "<span class=\"spoken\">: ",
                "</span></button></p></li>",
            ],
            &[entry.day(), &entry.citation(), t.edit, &words, t.delete, &words],
        );
    }
    if heading.is_some() {
        out.push_str("</ol>");
    }
    out
}

/// What stands above the list.
pub(super) fn tools() -> String {
    let t = of_notes();
    let mut out = String::new();
    put(
        &mut out,
        &[
            "<p>",
            "</p><p class=\"note-tools\"><label for=\"note-filter\">",
            "</label><select id=\"note-filter\"><option value=\"\">",
            "</option>",
        ],
        &[t.introduction, t.filter, t.every_kind],
    );
    for mark in Mark::ALL {
        put(
            &mut out,
            &["<option value=\"", "\">", "</option>"],
            &[mark.slug(), (t.mark_name)(mark)],
        );
    }
    put(
        &mut out,
        &[
            "</select><button type=\"button\" id=\"note-markdown\">",
            "</button><button type=\"button\" id=\"note-print\">",
            "</button></p>",
        ],
        &[t.save_markdown, t.print],
    );
    out
}

#[cfg(test)]
mod tests {
    use super::super::anchor::Quote;
    use super::super::model::Note;
    use super::*;

    #[test]
    fn what_a_reader_wrote_is_no_markup() {
        let note = Note {
            id: "\"><script>".into(),
            created: "<b>".into(),
            changed: String::new(),
            edition: "<i>".into(),
            mark: Mark::Important,
            easy: true,
            chapter: "<c>".into(),
            passage: "<p>".into(),
            quote: Quote { exact: "<img src=x> & co".into(), ..Quote::default() },
            text: "<script>alert(1)</script>".into(),
        };
        let html = html(&[Entry::of(&note, None)], None);
        for forbidden in ["<script", "<img", "<i>", "<b>", "& co"] {
            assert!(!html.contains(forbidden), "{forbidden} in {html}");
        }
        assert!(html.contains("No longer in the text"));
    }
}
