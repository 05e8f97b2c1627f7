//! GIFT: the plain text that Moodle and others read questions from.
//!
//! Texts are marked as plain, so that no program takes a `<` in them for markup; emphasis is lost.
//! The format has no character that keeps `->` from parting a pair, so it is written as an arrow.
//!
//! Left out are orders and the map, for which it has no type; estimates of several years and texts
//! with several blanks, since it has one answer to a question; and choosing several where one is
//! right, since Moodle's reader knows no weight of 100 percent. It has no place for points, hints,
//! or a word to who grades: what a good answer touches is said with the explanation.

use super::{About, Export, Why, carried, choice, range, remarks, settled, shares, weighed};
use crate::grade::blank;
use story::{Bearing, Choice, Question, Segment, Task};

/// Writes items into a file.
pub fn export(questions: &[&Question<'_>], about: &About<'_>) -> Export {
    let mut left_out = Vec::new();
    let items = carried(questions, &mut left_out, &mut |question| item(question, about));
    // A slash would begin a category within the category.
    let title = about.title.replace('/', "//").replace(['\n', '\r'], " ");
    let text = ["$CATEGORY: ", &title, "\n\n", &items.join("\n\n"), "\n"].concat();
    Export { files: vec![("questions.gift.txt".to_owned(), text)], left_out }
}

fn item(question: &Question<'_>, about: &About<'_>) -> Result<String, Why> {
    let mut ask = question.prompt.plain();
    let mut behind = String::new();
    let mut answers = Vec::new();
    match &question.task {
        Task::ChooseOne { options, key } => {
            choice(options, *key).ok_or(Why::NoKey)?;
            for option in options {
                answers.push(answer(option, if option.id == *key { "=" } else { "~" }));
            }
        }
        Task::ChooseSeveral { options, key } => {
            let (plus, minus) = shares(options, key)?;
            if key.len() == 1 {
                return Err(Why::OneRight);
            }
            for option in options {
                let (sign, share) =
                    if key.contains(&option.id) { ("", plus) } else { ("-", minus) };
                answers.push(answer(option, &["~%", sign, share, "%"].concat()));
            }
        }
        Task::Match { pairs } => {
            for it in pairs {
                answers.push(pair(&it.text.plain(), &it.partner.plain()));
            }
        }
        Task::WeighSources { sources } => {
            for it in sources {
                answers.push(pair(&weighed(it, about), (about.bearing)(it.bears)));
            }
            // What no source does can be answered too.
            for bearing in Bearing::ALL {
                if sources.iter().all(|it| it.bears != bearing) {
                    answers.push(pair("", (about.bearing)(bearing)));
                }
            }
        }
        Task::WordBank { text, options } => {
            let blanks = text.iter().filter_map(blank).count();
            if blanks > 1 {
                return Err(Why::SeveralAnswers);
            }
            ask.push('\n');
            let mut key = None;
            for segment in text {
                match segment {
                    Segment::Blank(id) => key = Some(*id),
                    Segment::Words(words) if key.is_none() => ask.push_str(words),
                    Segment::Words(words) => behind.push_str(words),
                }
            }
            key.and_then(|key| choice(options, key)).ok_or(Why::NoKey)?;
            for option in options {
                let sign = if Some(option.id) == key { "=" } else { "~" };
                answers.push(answer(option, sign));
            }
        }
        Task::Estimate { figures, tolerance, feedback } => {
            let [figure] = figures.as_slice() else { return Err(Why::SeveralAnswers) };
            let (from, to) = range(figure, *tolerance);
            answers.push(["#=", &from.to_string(), "..", &to.to_string()].concat());
            if !feedback.is_empty() {
                answers.push(["~#", &text_of(&feedback.plain())].concat());
            }
        }
        Task::Open { .. } => {}
        Task::Order { .. } => return Err(Why::NoType),
        Task::FindOnMap { .. } => return Err(Why::NeedsMap),
    }
    answers.push(["####", &text_of(&said_after(question, about))].concat());

    let id = question.id.0;
    // Comments that Moodle reads tags from.
    let tags = [question.difficulty.slug(), question.skill.slug()];
    let tags = tags.map(|tag| [" [tag:", tag, "]"].concat()).concat();
    let comment = id.replace(['[', ']', '\n', '\r'], "");
    let mut out = ["// [id:", &comment, "]", &tags, "\n::", &literal(id), "::[plain]"].concat();
    out.push_str(&literal(&ask));
    out.push('{');
    for answer in answers {
        // A numerical answer is known by the first character behind the brace.
        if !answer.starts_with("#=") {
            out.push_str("\n\t");
        }
        out.push_str(&answer);
    }
    out.push_str("\n}");
    out.push_str(&literal(&behind));
    Ok(out)
}

/// What is said with any answer.
fn said_after(question: &Question<'_>, about: &About<'_>) -> String {
    let mut lines = vec![question.explanation.plain()];
    let options_speak = matches!(question.task, Task::WordBank { .. });
    if !options_speak {
        for (thing, feedback) in remarks(&question.task) {
            lines.push([thing.plain(), feedback.plain()].join(" \u{2013} "));
        }
    }
    if let Task::Open { rubric } = &question.task {
        lines.push(about.rubric.to_owned());
        lines.extend(rubric.iter().map(|point| ["\u{2013} ", &point.plain()].concat()));
    }
    lines.push(settled(question, about));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// An option that can be chosen.
fn answer(option: &Choice<'_>, sign: &str) -> String {
    let feedback = option.feedback.plain();
    let hash = if feedback.is_empty() { "" } else { "#" };
    [sign, &text_of(&option.text.plain()), hash, &text_of(&feedback)].concat()
}

fn pair(one: &str, other: &str) -> String {
    ["=", &text_of(one), " -> ", &literal(other)].concat()
}

/// A text in an answer, where a bracket would name a format and a percent sign begin a weight.
fn text_of(text: &str) -> String {
    let text = literal(text.trim());
    if text.starts_with(['[', '%']) { ["[plain]", &text].concat() } else { text }
}

/// Words with all that has a meaning in the format escaped.
fn literal(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '\\' | '~' | '=' | '#' | '{' | '}' | ':' => {
                out.push('\\');
                out.push(character);
            }
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            '>' if out.ends_with('-') => {
                out.pop();
                out.push('\u{2192}');
            }
            '\0'..='\u{1f}' => {}
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::samples::{NASTY, about, every, ids, options, question, with_one_answer};
    use super::*;
    use story::ChoiceId;

    fn exported(questions: &[Question<'_>]) -> Export {
        let questions: Vec<&Question<'_>> = questions.iter().collect();
        export(&questions, &about())
    }

    fn written(task: Task<'static>) -> String {
        let export = exported(&[question("q", task)]);
        assert_eq!(export.left_out, []);
        export.files[0].1.clone()
    }

    fn refused(task: Task<'static>) -> Why {
        let export = exported(&[question("q", task)]);
        assert_eq!(export.files[0].1.matches("::[plain]").count(), 0);
        export.left_out[0].1
    }

    /// The words that a reader of the format finds.
    fn read(text: &str) -> String {
        let mut out = String::new();
        let mut all = text.chars();
        while let Some(character) = all.next() {
            match character {
                '\\' => out.push(all.next().map_or('\\', |it| if it == 'n' { '\n' } else { it })),
                _ => out.push(character),
            }
        }
        out
    }

    #[test]
    fn what_it_can_t_carry_is_named() {
        let left_out = exported(&every()).left_out;
        let left_out: Vec<(&str, Why)> =
            left_out.iter().map(|(id, why)| (id.as_str(), *why)).collect();
        let expected = [
            ("order", Why::NoType),
            ("find-on-map", Why::NeedsMap),
            ("estimate", Why::SeveralAnswers),
            ("word-bank", Why::SeveralAnswers),
        ];
        assert_eq!(left_out, expected);
        let options = options(&["a", "b"]);
        let several = |key| refused(Task::ChooseSeveral { options: options.clone(), key });
        assert_eq!(several(ids(&["a"])), Why::OneRight);
        assert_eq!(several(vec![]), Why::NoKey);
        let key = ChoiceId("no");
        assert_eq!(refused(Task::ChooseOne { options: options.clone(), key }), Why::NoKey);
    }

    #[test]
    fn a_file_has_its_items() {
        let text = &exported(&every()).files[0].1;
        assert!(text.starts_with("$CATEGORY: Open the Gates: 1//2 & <more>\n\n// [id:choose-one]"));
        assert_eq!(text.matches("::[plain]").count(), 5);
        assert_eq!(text.matches("] [tag:medium] [tag:sources]\n::").count(), 5);
        // A blank line ends an item, and there are none within one.
        assert_eq!(text.trim_end().split("\n\n").count(), 6);
    }

    #[test]
    fn choices_have_their_signs() {
        let text = written(Task::ChooseSeveral {
            options: options(&["a", "b", "c"]),
            key: ids(&["a", "c"]),
        });
        assert!(text.contains("\n\t~%50%a#Because of \\# 1 & 2\n"), "{text}");
        assert!(text.contains("\n\t~%-33.33333%b#"));
        let text = written(Task::ChooseOne { options: options(&["a", "b"]), key: ChoiceId("b") });
        assert!(text.contains("\n\t~a#"));
        assert!(text.contains("\n\t=b#"));
        let address = "Settled in https\\://example.org/gates/\\#/read/union-1970/six\n}\n";
        assert!(text.ends_with(address), "{text}");
    }

    #[test]
    fn a_bearing_that_no_source_has_can_be_chosen_too() {
        let text = &exported(&every()).files[0].1;
        assert!(text.contains("(The paper) -> disagrees with it\n"));
        assert!(text.contains("\n\t= -> says nothing about it\n"));
    }

    #[test]
    fn one_blank_and_one_year_are_carried() {
        let export = exported(&with_one_answer());
        assert_eq!(export.left_out, []);
        let text = &export.files[0].1;
        assert!(text.contains("\\nIn \\= {\n\t~a#Because of \\# 1 & 2\n\t=b#"), "{text}");
        assert!(text.contains("\n} it \\{began\\}.\n\n// [id:year]"), "{text}");
        assert!(text.contains("{#=90..111\n\t~#Look \\# again\n\t####"), "{text}");
    }

    #[test]
    fn words_are_read_back() {
        let arrow = NASTY.replace("->", "\u{2192}");
        assert_eq!(read(&literal(NASTY)), arrow);
        assert_eq!(read(&literal("a\nb\\nc\\")), "a\nb\\nc\\");
        assert_eq!(literal("a\r\t\u{1}b"), "a b");
        let bare = literal(NASTY).replace("\\\\", "").replace("\\n", "");
        for sign in ['~', '=', '#', '{', '}', ':'] {
            let escaped = ['\\', sign].iter().collect::<String>();
            assert_eq!(bare.matches(sign).count(), bare.matches(&escaped).count(), "{sign}");
        }
        assert_eq!(text_of("[x] 1"), "[plain][x] 1");
        assert_eq!(text_of(" %5% "), "[plain]%5%");
    }
}
