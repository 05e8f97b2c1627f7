//! An item before a class: what is asked in large type, options with letters, and the answer only
//! when it was asked for.

use super::stage::group_in_words;
use crate::i18n::{messages, of_map, of_projector, of_quiz};
use crate::map::picture::{Use, markup as map_markup};
use crate::quiz::{first_draft, instruction, partners_shown, sources_shown, words_shown};
use crate::widgets::put;
use quiz::Answer;
use story::{Choice, Question, Segment, Task};

/// A prompt of more letters is set smaller.
const LONG: usize = 105;

/// An item as it is shown.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    /// The item.
    pub(super) question: &'static Question<'static>,
    /// Decides in which order options are shown: that of the quiz, so that letters mean the same.
    pub(super) seed: u64,
    /// Whether the answer was asked for.
    pub(super) answered: bool,
}

/// What belongs to what in the answer to an item.
type Line = (String, String);

impl Asked {
    /// The options for which hands are raised, in the order in which they are shown.
    pub(super) fn options(self) -> Vec<&'static Choice<'static>> {
        let (Task::ChooseOne { options, .. } | Task::ChooseSeveral { options, .. }) =
            &self.question.task
        else {
            return Vec::new();
        };
        let mut shown: Vec<&'static Choice<'static>> = options.iter().collect();
        quiz::shuffle(&mut shown, self.seed);
        shown
    }

    /// How many hands were raised for each option, in words.
    pub(super) fn hands_in_words(self, counts: &[u8]) -> String {
        let t = of_projector();
        let count = |at: usize| counts.get(at).copied().unwrap_or(0);
        let options = letters().zip(self.options()).enumerate();
        let words = options
            .map(|(at, (letter, _))| [&letter.to_string(), ": ", &(t.hands)(count(at))].concat());
        words.collect::<Vec<_>>().join("; ")
    }

    fn is_right(self, option: &Choice<'_>) -> bool {
        match &self.question.task {
            Task::ChooseOne { key, .. } => *key == option.id,
            Task::ChooseSeveral { key, .. } => key.contains(&option.id),
            _ => false,
        }
    }

    /// The group that is to be found on the map.
    pub(super) fn group(self) -> Option<&'static str> {
        match &self.question.task {
            Task::FindOnMap { group, .. } => Some(group.0),
            _ => None,
        }
    }

    /// What is asked, with the answer where it was asked for, as markup; with buttons for hands or
    /// without. Bars and counts of hands are written later.
    pub(super) fn markup(self, out: &mut String, heading: &str, buttons: bool) {
        let t = of_projector();
        let start = [
            "<div class=\"show-item\"><div class=\"show-main\"><h2 tabindex=\"-1\" class=\"show-prompt",
            "\" id=\"",
            "\">",
            "</h2><p class=\"instruction\">",
            "</p>",
        ];
        let prompt = self.question.prompt.plain();
        let long = if prompt.chars().count() > LONG { " show-long" } else { "" };
        // How signs are reached by keys is nothing for a class.
        let how = if self.group().is_some() { "" } else { instruction(&self.question.task) };
        put(out, &start, &[long, heading, &prompt, how]);
        let options = self.options();
        if options.is_empty() {
            self.material(out);
        } else {
            out.push_str("<ul class=\"show-options\">");
            for (at, (letter, option)) in letters().zip(options).enumerate() {
                self.option(out, at, letter, option, buttons);
            }
            out.push_str("</ul>");
            if buttons {
                let down = [
                    "<p class=\"show-hands-down\"><button type=\"button\" id=\"show-hands-down\" data-do=\"hands-down\">",
                    "</button></p>",
                ];
                put(out, &down, &[t.hands_down]);
            }
        }
        if self.answered {
            let marked = !self.options().is_empty() || self.is_blanks() || self.group().is_some();
            put_lines(out, &if marked { Vec::new() } else { self.lines() });
        }
        out.push_str("</div><div class=\"show-side\">");
        if self.answered {
            put(out, &["<div class=\"show-answer\"><h3>", "</h3>"], &[t.key]);
            for words in self.question.explanation.plain().split('\n') {
                put(out, &["<p>", "</p>"], &[words]);
            }
            out.push_str("</div>");
        } else {
            out.push_str("<p class=\"show-asks\" aria-hidden=\"true\">?</p>");
        }
        out.push_str("</div></div>");
    }

    fn is_blanks(self) -> bool {
        matches!(self.question.task, Task::WordBank { .. })
    }

    fn option(self, out: &mut String, at: usize, letter: char, option: &Choice<'_>, buttons: bool) {
        let t = of_projector();
        let right = self.answered && self.is_right(option);
        out.push_str(if right { "<li data-mark=\"right\">" } else { "<li>" });
        let shown = letter.to_string();
        let text = [
            "<span class=\"show-letter\">",
            "</span><span class=\"show-option\">",
            "</span><span class=\"option-mark\">",
            "</span>",
        ];
        let mark = if right { messages().option_marks[0] } else { "" };
        put(out, &text, &[&shown, &option.text.plain(), mark]);
        let number = at.to_string();
        if buttons {
            out.push_str("<span class=\"show-hand-buttons\">");
            for (does, label, sign) in
                [("less", (t.hand_down)(letter), "\u{2212}"), ("more", (t.hand_up)(letter), "+")]
            {
                let button = [
                    "<button type=\"button\" data-do=\"",
                    "\" data-at=\"",
                    "\" id=\"show-",
                    "-",
                    "\" aria-label=\"",
                    "\">",
                    "</button>",
                ];
                put(out, &button, &[does, &number, does, &number, &label, sign]);
            }
            out.push_str("</span>");
        }
        let bar = [
            "<span class=\"show-hands\" id=\"show-hands-",
            "\"></span><span class=\"show-bar-of\" id=\"show-bar-",
            "\" aria-hidden=\"true\"></span></li>",
        ];
        put(out, &bar, &[&number, &number]);
    }

    /// What there is to work with in an item without options to raise hands for. What the answer puts
    /// in its place is gone when that is shown.
    fn material(self, out: &mut String) {
        match &self.question.task {
            Task::FindOnMap { .. } => {
                let group = ["<div class=\"show-map\" role=\"group\" aria-label=\"", "\">"];
                put(out, &group, &[of_map().find]);
                map_markup(out, Use::ShowAnswer);
                out.push_str("</div><p class=\"show-pointed\" id=\"show-pointed\"></p>");
            }
            Task::WordBank { text, options } => self.blanks(out, text, options),
            _ if self.answered => {}
            Task::Order { options, .. } => {
                let Answer::Order(ids) = first_draft(self.question, self.seed) else { return };
                let words = |id: &String| options.iter().find(|it| it.id.0 == id);
                put_lettered(out, ids.iter().filter_map(words).map(|it| it.text.plain()));
            }
            Task::Match { pairs } => {
                out.push_str("<div class=\"show-pairs\"><ul>");
                for pair in pairs {
                    put(out, &["<li>", "</li>"], &[&pair.text.plain()]);
                }
                out.push_str("</ul>");
                let partners = partners_shown(pairs, self.seed);
                put_lettered(out, partners.into_iter().map(|it| it.1));
                out.push_str("</div>");
            }
            Task::WeighSources { sources } => {
                // Numbers as on a worksheet.
                let words = sources_shown(sources, self.seed).into_iter().map(|it| it.text.plain());
                put_listed(out, (1..).map(|at: u8| at.to_string()).zip(words));
            }
            Task::Estimate { figures, .. } => {
                out.push_str("<ul class=\"show-figures\">");
                for figure in figures {
                    put(out, &["<li>", " <b>?</b></li>"], &[&figure.year.to_string()]);
                }
                out.push_str("</ul>");
            }
            Task::ChooseOne { .. } | Task::ChooseSeveral { .. } | Task::Open { .. } => {}
        }
    }

    fn blanks(self, out: &mut String, text: &[Segment<'_>], options: &'static [Choice<'static>]) {
        let mut number = 0;
        out.push_str("<p class=\"show-blanks\">");
        for segment in text {
            match segment {
                Segment::Words(words) => put(out, &[""], &[words]),
                Segment::Blank(id) => {
                    number += 1;
                    let word = options.iter().find(|it| it.id == *id);
                    let word = word.map(|it| it.text.plain()).filter(|_| self.answered);
                    let shown = word.unwrap_or_else(|| number.to_string());
                    let class = if self.answered { "show-filled" } else { "show-gap" };
                    put(out, &["<b class=\"", "\">", "</b>"], &[class, &shown]);
                }
            }
        }
        out.push_str("</p>");
        if !self.answered {
            out.push_str("<ul class=\"show-bank\">");
            for (_, word) in words_shown(options, self.seed) {
                put(out, &["<li>", "</li>"], &[&word]);
            }
            out.push_str("</ul>");
        }
    }

    /// The answer in words.
    pub(super) fn lines(self) -> Vec<Line> {
        match &self.question.task {
            Task::ChooseOne { .. } | Task::ChooseSeveral { .. } => letters()
                .zip(self.options())
                .filter(|(_, option)| self.is_right(option))
                .map(|(letter, option)| (letter.to_string(), option.text.plain()))
                .collect(),
            Task::Order { options, key } => (1..)
                .zip(key)
                .filter_map(|(number, id)| {
                    let option = options.iter().find(|it| it.id == *id)?;
                    Some((number.to_string(), option.text.plain()))
                })
                .collect(),
            Task::Match { pairs } => {
                pairs.iter().map(|pair| (pair.text.plain(), pair.partner.plain())).collect()
            }
            Task::FindOnMap { group, .. } => vec![(String::new(), group_in_words(group.0))],
            Task::Estimate { figures, .. } => figures
                .iter()
                .map(|it| (it.year.to_string(), (of_quiz().counted)(it.total, it.doubtful)))
                .collect(),
            Task::WordBank { text, options } => {
                let blanks = text.iter().filter_map(|segment| match segment {
                    Segment::Blank(id) => options.iter().find(|it| it.id == *id),
                    Segment::Words(_) => None,
                });
                (1..).zip(blanks).map(|(at, it)| ((of_quiz().blank)(at), it.text.plain())).collect()
            }
            Task::WeighSources { sources } => sources_shown(sources, self.seed)
                .into_iter()
                .map(|it| (it.text.plain(), (of_quiz().bearing)(it.bears).to_owned()))
                .collect(),
            Task::Open { rubric } => {
                rubric.iter().map(|it| ("\u{2013}".to_owned(), it.plain())).collect()
            }
        }
    }
}

/// Adds lines of an answer.
pub(super) fn put_lines(out: &mut String, lines: &[Line]) {
    if lines.is_empty() {
        return;
    }
    out.push_str("<ul class=\"show-lines\">");
    for (what, answer) in lines {
        put(out, &["<li><span>", "</span> <b>", "</b></li>"], &[what, answer]);
    }
    out.push_str("</ul>");
}

fn put_lettered(out: &mut String, words: impl Iterator<Item = String>) {
    put_listed(out, letters().map(|letter| letter.to_string()).zip(words));
}

/// Adds things, each behind its letter or number.
fn put_listed(out: &mut String, things: impl Iterator<Item = Line>) {
    out.push_str("<ul class=\"show-options\">");
    for (mark, words) in things {
        let line = [
            "<li><span class=\"show-letter\">",
            "</span><span class=\"show-option\">",
            "</span></li>",
        ];
        put(out, &line, &[&mark, &words]);
    }
    out.push_str("</ul>");
}

fn letters() -> impl Iterator<Item = char> {
    'A'..='Z'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::story;

    fn written(question: &'static Question<'static>, answered: bool, buttons: bool) -> String {
        let mut out = String::new();
        let seed = quiz::seed_of(question.id.0);
        Asked { question, seed, answered }.markup(&mut out, "h", buttons);
        out
    }

    #[test]
    fn nothing_of_an_answer_is_in_the_page_before_it_was_asked_for() {
        for question in &story().questions {
            let (before, after) = (written(question, false, true), written(question, true, true));
            for given_away in ["data-mark", "show-answer", "show-filled", "show-lines"] {
                assert!(!before.contains(given_away), "{} {before}", question.id);
            }
            assert!(after.contains("show-answer"), "{}", question.id);
            let explanation = question.explanation.plain();
            let first = explanation.split(['\n', '&', '"', '<']).next().unwrap();
            assert!(after.contains(first) && !before.contains(first), "{}", question.id);
        }
    }

    #[test]
    fn the_answer_marks_exactly_the_right_options() {
        for question in &story().questions {
            let right = match &question.task {
                Task::ChooseOne { .. } => 1,
                Task::ChooseSeveral { key, .. } => key.len(),
                _ => 0,
            };
            let after = written(question, true, false);
            assert_eq!(after.matches("data-mark=\"right\"").count(), right, "{}", question.id);
            assert!(!after.contains("<button") || question.task.slug() == "find-on-map");
            let asked = Asked { question, seed: 7, answered: true };
            assert!(!asked.lines().is_empty(), "{}", question.id);
            let graded: Vec<_> =
                asked.options().into_iter().filter(|it| asked.is_right(it)).collect();
            assert_eq!(graded.len(), right);
            if right > 0 {
                let ids = graded.iter().map(|it| it.id.0.to_owned());
                let answer = match &question.task {
                    Task::ChooseOne { .. } => Answer::One(ids.collect()),
                    _ => Answer::Several(ids.collect()),
                };
                assert!(quiz::grade(&question.task, &answer).is_ok_and(|it| it.is_right()));
            }
        }
    }

    #[test]
    fn sources_stand_as_on_a_worksheet_which_the_key_does_not_order() {
        let weighed = |question: &&'static Question<'static>| match &question.task {
            Task::WeighSources { sources } => Some((*question, sources)),
            _ => None,
        };
        let all: Vec<_> = story().questions.iter().collect();
        let mut moved = 0;
        for (question, sources) in all.iter().filter_map(weighed) {
            let seed = quiz::seed_of(question.id.0);
            let mut ordered: Vec<String> = sources.iter().map(|it| it.text.plain()).collect();
            moved += usize::from({
                let before = ordered.clone();
                quiz::shuffle(&mut ordered, seed);
                before != ordered
            });
            let shown = Asked { question, seed, answered: true }.lines();
            assert!(shown.into_iter().map(|it| it.0).eq(ordered), "{}", question.id);
        }
        assert!(moved > 0);
    }

    #[test]
    fn an_item_is_written_with_its_tags_closed() {
        for question in &story().questions {
            for (answered, buttons) in [(false, false), (true, true)] {
                let out = written(question, answered, buttons);
                for tag in ["ul", "li", "p", "span", "b", "div", "h2", "h3"] {
                    let opened = out.matches(&format!("<{tag}>")).count()
                        + out.matches(&format!("<{tag} ")).count();
                    assert_eq!(opened, out.matches(&format!("</{tag}>")).count(), "{tag} {out}");
                }
            }
        }
    }
}
