//! Notes as Markdown, with citations.

use super::entry::Entry;
use crate::content::story;
use crate::i18n::of_notes;

/// Writes entries, sorted already, under a heading for each chapter.
pub fn write(entries: &[Entry<'_>]) -> String {
    let t = of_notes();
    let mut out = String::from("# ");
    escape(story().title, &mut out);
    out.push_str(": ");
    escape(t.heading, &mut out);
    out.push('\n');
    let mut heading = "";
    for entry in entries {
        let next = if entry.found.is_some() { entry.chapter } else { t.orphans };
        if next != heading {
            heading = next;
            out.push_str("\n## ");
            escape(heading, &mut out);
            out.push('\n');
        }
        out.push_str("\n> ");
        escape(&entry.note.quote.exact, &mut out);
        out.push_str("\n\n**");
        out.push_str((t.mark_name)(entry.note.mark));
        out.push_str("**, ");
        escape(entry.day(), &mut out);
        if entry.note.easy {
            out.push_str(", ");
            out.push_str(t.in_easy_words);
        }
        out.push('\n');
        for line in entry.note.text.lines().map(str::trim) {
            // Two spaces would break a line as well, but editors take them away.
            out.push('\n');
            escape(line, &mut out);
            if !line.is_empty() {
                out.push('\n');
            }
        }
        out.push('\n');
        escape(&entry.citation(), &mut out);
        out.push('\n');
    }
    out
}

/// Writes words so that Markdown means nothing by them.
fn escape(words: &str, out: &mut String) {
    let mut start = true;
    let mut digits = false;
    for character in words.chars() {
        let special = match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' => true,
            // These mean something at the start of a line only.
            '#' | '+' | '-' | '=' => start,
            '.' | ')' => digits,
            _ => false,
        };
        if special {
            out.push('\\');
        }
        digits = character.is_ascii_digit() && (start || digits);
        start = false;
        out.push(character);
    }
}

#[cfg(test)]
mod tests {
    use super::super::Mark;
    use super::super::anchor::Quote;
    use super::super::entry::{Entry, Found, sorted};
    use super::super::model::Note;
    use super::*;

    #[test]
    fn notes_stand_under_their_chapters_with_citations() {
        let chapter = story().chapters.rows().first().unwrap();
        let passage = chapter.passages.rows().first().unwrap();
        let note = |id: &str, exact: &str, text: &str| Note {
            id: id.into(),
            created: "2026-11-25T06:00:00.000Z".into(),
            changed: String::new(),
            edition: "2026.2".into(),
            mark: Mark::Evidence,
            easy: false,
            chapter: chapter.id.0.into(),
            passage: passage.id.0.into(),
            quote: Quote { exact: exact.into(), ..Quote::default() },
            text: text.into(),
        };
        let (late, early, gone) = (
            note("1", "later *words*", "1. Why?\n\nAsk"),
            note("2", "words", ""),
            note("3", "x", ""),
        );
        let address = format!("{}/{}", chapter.id, passage.id);
        let found = |start| Some(Found { address: address.clone(), words: start..start + 5 });
        let entries =
            vec![Entry::of(&gone, None), Entry::of(&late, found(40)), Entry::of(&early, found(3))];
        let entries = sorted(entries);
        let cited = |at: &str| {
            let mut out = String::new();
            let (title, heading) = (chapter.title, passage.heading);
            escape(
                &format!("“{heading},” {title}, {}, content edition 2026.2{at}", story().title),
                &mut out,
            );
            out
        };
        let there = cited(&format!(", #/read/{address}"));
        let mut title = String::new();
        escape(chapter.title, &mut title);
        assert_eq!(
            write(&entries),
            format!(
                "# {}: Marks and notes\n\n## {title}\n\n> words\n\n**Evidence**, 2026-11-25\n\n{there}\n\n\
                 > later \\*words\\*\n\n**Evidence**, 2026-11-25\n\n1\\. Why?\n\n\nAsk\n\n{there}\n\n\
                 ## No longer in the text\n\n> x\n\n**Evidence**, 2026-11-25\n\n{}\n",
                story().title,
                cited("")
            )
        );
    }

    #[test]
    fn markdown_means_nothing_by_what_is_quoted() {
        let escaped = |words: &str| {
            let mut out = String::new();
            escape(words, &mut out);
            out
        };
        assert_eq!(escaped("# a *b* [c](d) <e>"), "\\# a \\*b\\* \\[c\\](d) \\<e\\>");
        assert_eq!(escaped("1963. A year - 2.5"), "1963\\. A year - 2.5");
        assert_eq!(escaped("- x"), "\\- x");
    }
}
