//! Moodle XML: what Moodle itself writes and reads.
//!
//! Orders are of the type `ordering`, part of Moodle since 4.4 and an extension before. Its
//! nearest way of grading counts all pairs that stand in the right order, where we count
//! neighbours alone: none and all points are the same, and between them it gives a ninth more or
//! less on average. Estimates are of the type `cloze`. Left out is the map.
//!
//! Hints cost no points there, as they don't here. Tags are difficulty and skill.

use super::xml::{HEAD, blocks, escaped, leaf, line, node};
use super::{About, Export, Why, carried, choice, range, remarks, settled, shares, weighed};
use crate::grade::out_of;
use story::{Bearing, Choice, Question, Segment, Task, Text};

const HTML: (&str, &str) = ("format", "html");

/// Writes items into a file.
pub fn export(questions: &[&Question<'_>], about: &About<'_>) -> Export {
    let mut left_out = Vec::new();
    let items = carried(questions, &mut left_out, &mut |question| item(question, about));
    // A slash would begin a category within the category.
    let category = ["$course$/top/", &about.title.replace('/', "//")].concat();
    let category = node("category", &[], &leaf("text", &[], &category));
    let category = node("question", &[("type", "category")], &category);
    let quiz = ["\n", &category, "\n", &items.concat()].concat();
    let text = [HEAD, &node("quiz", &[], &quiz), "\n"].concat();
    Export { files: vec![("questions.moodle.xml".to_owned(), text)], left_out }
}

fn item(question: &Question<'_>, about: &About<'_>) -> Result<String, Why> {
    let mut ask = blocks(&question.prompt);
    let mut parts = Vec::new();
    let shuffled = value("shuffleanswers", "1");
    let kind = match &question.task {
        Task::ChooseOne { options, key } => {
            choice(options, *key).ok_or(Why::NoKey)?;
            parts.extend(choosing("true", shuffled));
            for option in options {
                parts.push(answer(option, if option.id == *key { "100" } else { "0" }));
            }
            "multichoice"
        }
        Task::ChooseSeveral { options, key } => {
            let (plus, minus) = shares(options, key)?;
            let minus = ["-", minus].concat();
            parts.extend(choosing("false", shuffled));
            for option in options {
                let fraction = if key.contains(&option.id) { plus } else { &minus };
                parts.push(answer(option, fraction));
            }
            "multichoice"
        }
        Task::Order { options, key } => {
            parts.extend([
                value("layouttype", "VERTICAL"),
                value("selecttype", "ALL"),
                value("selectcount", "0"),
                value("gradingtype", "RELATIVE_ALL_PREVIOUS_AND_NEXT"),
                value("showgrading", "SHOW"),
                value("numberingstyle", "none"),
            ]);
            for id in key {
                let option = choice(options, *id).ok_or(Why::NoKey)?;
                parts.push(html("answer", &[("fraction", "1"), HTML], &line(&option.text)));
            }
            "ordering"
        }
        Task::Match { pairs } => {
            parts.push(shuffled);
            for it in pairs {
                parts.push(pair(&line(&it.text), &it.partner.plain()));
            }
            "matching"
        }
        Task::WeighSources { sources } => {
            parts.push(shuffled);
            for it in sources {
                parts.push(pair(&escaped(&weighed(it, about)), (about.bearing)(it.bears)));
            }
            // What no source does can be answered too.
            for bearing in Bearing::ALL {
                if sources.iter().all(|it| it.bears != bearing) {
                    parts.push(pair("", (about.bearing)(bearing)));
                }
            }
            "matching"
        }
        Task::WordBank { text, options } => {
            parts.push(shuffled);
            // Doubled brackets that an author wrote are none of the format's.
            ask = ask.replace("[[", "&#91;[");
            let mut filled = String::new();
            for segment in text {
                match segment {
                    Segment::Words(words) => {
                        filled.push_str(&escaped(words).replace('[', "&#91;"));
                    }
                    Segment::Blank(id) => {
                        let place = options.iter().position(|it| it.id == *id);
                        let number = place.ok_or(Why::NoKey)? + 1;
                        filled.push_str(&["[[", &number.to_string(), "]]"].concat());
                    }
                }
            }
            ask.push_str(&node("p", &[], &filled));
            for option in options {
                let word = leaf("text", &[], &escaped(&option.text.plain()));
                let option = [word, value("group", "1")].concat();
                parts.push(node("selectoption", &[], &option));
            }
            "gapselect"
        }
        Task::Estimate { figures, tolerance, .. } => {
            ask = ask.replace('{', "&#123;");
            for figure in figures {
                let (from, to) = range(figure, *tolerance);
                let (middle, margin) = (half(from + to), half(to.saturating_sub(from)));
                let number = ["{1:NUMERICAL:=", &middle, ":", &margin, "}"].concat();
                let row = [&figure.year.to_string(), ": ", &number].concat();
                ask.push_str(&node("p", &[], &row));
            }
            "cloze"
        }
        Task::Open { rubric } => {
            let points: String = rubric.iter().map(|it| node("li", &[], &line(it))).collect();
            let list = [leaf("p", &[], about.rubric), node("ul", &[], &points)].concat();
            parts.extend([
                value("responseformat", "editor"),
                value("responserequired", "1"),
                value("responsefieldlines", "10"),
                value("attachments", "0"),
                value("attachmentsrequired", "0"),
                html("graderinfo", &[HTML], &list),
                html("responsetemplate", &[HTML], ""),
            ]);
            "essay"
        }
        Task::FindOnMap { .. } => return Err(Why::NeedsMap),
    };

    let id = question.id.0;
    let mut all = vec![
        node("name", &[], &leaf("text", &[], id)),
        html("questiontext", &[HTML], &ask),
        html("generalfeedback", &[HTML], &said_after(question, about)),
    ];
    // Of a cloze, points are the sum of its parts.
    if kind != "cloze" {
        all.push(value("defaultgrade", &out_of(&question.task).to_string()));
    }
    all.extend([value("penalty", "0"), value("hidden", "0"), leaf("idnumber", &[], id)]);
    all.append(&mut parts);
    all.extend(question.hints.iter().map(|hint| html("hint", &[HTML], &line(hint))));
    let tags = [question.difficulty.slug(), question.skill.slug()];
    let tags = tags.map(|tag| node("tag", &[], &leaf("text", &[], tag))).concat();
    all.push(node("tags", &[], &tags));
    let inner = ["\n", &all.join("\n"), "\n"].concat();
    Ok([node("question", &[("type", kind)], &inner), "\n".to_owned()].concat())
}

/// How options are shown.
fn choosing(single: &str, shuffled: String) -> [String; 4] {
    [
        value("single", single),
        shuffled,
        value("answernumbering", "none"),
        value("showstandardinstruction", "0"),
    ]
}

/// What is said with any answer.
fn said_after(question: &Question<'_>, about: &About<'_>) -> String {
    let mut out = blocks(&question.explanation);
    let entries: String = remarks(&question.task)
        .into_iter()
        .map(|(thing, feedback)| [line(thing), line(feedback)].join(" \u{2013} "))
        .map(|entry| node("li", &[], &entry))
        .collect();
    if !entries.is_empty() {
        out.push_str(&node("ul", &[], &entries));
    }
    if let Task::Estimate { feedback, .. } = &question.task {
        out.push_str(&blocks(feedback));
    }
    out.push_str(&leaf("p", &[], &settled(question, about)));
    out
}

/// An option that can be chosen.
fn answer(option: &Choice<'_>, fraction: &str) -> String {
    let feedback = |text: &Text<'_>| html("feedback", &[HTML], &blocks(text));
    let inner = [leaf("text", &[], &line(&option.text)), feedback(&option.feedback)].concat();
    node("answer", &[("fraction", fraction), HTML], &inner)
}

/// A thing and its partner, which the format has no markup in.
fn pair(one: &str, other: &str) -> String {
    let other = node("answer", &[], &leaf("text", &[], &escaped(other)));
    let inner = [leaf("text", &[], one), other].concat();
    node("subquestion", &[HTML], &inner)
}

/// An element with a word that the format knows.
fn value(name: &str, value: &str) -> String {
    node(name, &[], value)
}

/// An element with HTML, which stands in it as text.
fn html(name: &str, attributes: &[(&str, &str)], markup: &str) -> String {
    node(name, attributes, &leaf("text", &[], markup))
}

/// Half of a number.
fn half(number: u64) -> String {
    let whole = (number / 2).to_string();
    if number.is_multiple_of(2) { whole } else { [&whole, ".5"].concat() }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{self, about, every, parsed};
    use super::super::well_formed::{Element, fragment};
    use super::*;

    fn exported() -> Vec<Element> {
        let questions = every();
        let questions: Vec<&Question<'_>> = questions.iter().collect();
        let export = export(&questions, &about());
        assert_eq!(export.left_out, [("find-on-map".to_owned(), Why::NeedsMap)]);
        let [(name, text)] = export.files.as_slice() else { panic!("one file") };
        assert_eq!(name, "questions.moodle.xml");
        parsed(text).children
    }

    fn of<'e>(all: &'e [Element], id: &str) -> &'e Element {
        all.iter()
            .filter(|it| it.attribute("type") != Some("category"))
            .find(|it| it.get("name/text").words == id)
            .unwrap()
    }

    /// HTML that stands in an element as text.
    fn markup(of: &Element, path: &str) -> Element {
        fragment(&["<div>", &of.get(path).get("text").words, "</div>"].concat()).unwrap()
    }

    #[test]
    fn each_item_has_its_type_points_and_tags() {
        let all = exported();
        let kinds: Vec<&str> = all.iter().filter_map(|it| it.attribute("type")).collect();
        let expected = [
            "category",
            "multichoice",
            "multichoice",
            "ordering",
            "matching",
            "cloze",
            "gapselect",
            "matching",
            "essay",
        ];
        assert_eq!(kinds, expected);
        let category = "$course$/top/Open the Gates: 1//2 & <more>";
        assert_eq!(all[0].get("category/text").words, category);
        for (id, points) in [("choose-one", "1"), ("choose-several", "5"), ("order", "3")] {
            assert_eq!(of(&all, id).get("defaultgrade").words, points);
        }
        for it in &all[1..] {
            let tags: Vec<&str> =
                it.get("tags").children.iter().map(|it| it.get("text").words.as_str()).collect();
            assert_eq!(tags, ["medium", "sources"]);
            assert_eq!(it.all("hint").count(), 2);
            let said = markup(it, "generalfeedback");
            assert_eq!(said.children[0].words, samples::NASTY);
            let address = "Settled in https://example.org/gates/#/read/union-1970/six";
            assert_eq!(said.children.last().unwrap().words, address);
        }
    }

    #[test]
    fn keys_are_read_back() {
        let all = exported();
        let fractions = |id: &str| -> Vec<String> {
            let answers = of(&all, id).all("answer");
            answers.map(|it| it.attribute("fraction").unwrap().to_owned()).collect()
        };
        assert_eq!(fractions("choose-one"), ["0", "100", "0"]);
        assert_eq!(fractions("choose-several"), ["-20", "50", "-20", "50", "-20"]);
        let one = of(&all, "choose-one");
        assert_eq!(one.get("single").words, "true");
        let shown = markup(one, "answer");
        assert_eq!(shown.words, samples::NASTY);
        let order: Vec<&str> =
            of(&all, "order").all("answer").map(|it| it.get("text").words.as_str()).collect();
        assert_eq!(order, ["a", "b", "c", "d"]);
        let pairs: Vec<(String, &str)> = of(&all, "weigh-sources")
            .all("subquestion")
            .map(|it| (it.get("text").words.clone(), it.get("answer/text").words.as_str()))
            .collect();
        assert_eq!(pairs.len(), 4);
        assert!(pairs[0].0.ends_with("(The paper)"));
        assert_eq!(pairs[1].1, "disagrees with it");
        assert_eq!(pairs[3], (String::new(), "says nothing about it"));
    }

    #[test]
    fn blanks_and_figures_stand_in_the_text() {
        let all = exported();
        let bank = of(&all, "word-bank");
        let words = &bank.get("questiontext/text").words;
        // None but the two that are meant.
        assert_eq!(words.matches("[[").count(), 2);
        assert!(words.ends_with("<p>In {&#91;&#91;1]]} [[3]] and [[2]].</p>"), "{words}");
        let words: Vec<&str> =
            bank.all("selectoption").map(|it| it.get("text").words.as_str()).collect();
        assert_eq!(words, ["w", "x", "y", "z"]);
        let estimate = of(&all, "estimate");
        let words = &estimate.get("questiontext/text").words;
        assert_eq!(words.matches('{').count(), 2);
        // From 26050 (75 % of 34733, up) to 43666 (125 % of 34933, down).
        assert!(words.contains("<p>1973: {1:NUMERICAL:=34858:8808}</p>"), "{words}");
        assert!(words.contains("<p>1974: {1:NUMERICAL:=20628:5157}</p>"), "{words}");
        assert_eq!(half(7), "3.5");
    }

    #[test]
    fn who_grades_sees_the_rubric() {
        let all = exported();
        let info = markup(of(&all, "open"), "graderinfo");
        assert_eq!(info.get("ul").children[1].words, samples::NASTY);
    }
}
