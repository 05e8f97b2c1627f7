//! An item on the page: its markup, by type, and the answer as the page holds it.

use super::{estimate, open, options, order, selects};
use crate::i18n::{messages, of_map, of_quiz};
use crate::map::picture::{Use, markup as map_markup};
use crate::shell::events::elements_in;
use crate::widgets::{put, put_text};
use quiz::{Answer, Fault, Grade};
use story::{Question, Task};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// An item as it stands on the page.
#[derive(Clone)]
pub(super) struct Asked {
    /// The item.
    pub(super) question: &'static Question<'static>,
    /// Decides in which order options are shown.
    pub(super) seed: u64,
    /// The answer as it stands.
    pub(super) answer: Answer,
    /// What it earned, where that is to be seen.
    pub(super) grade: Option<Grade<'static>>,
    /// Whether it can be changed no more.
    pub(super) closed: bool,
    /// Whether the rubric of an answer in one's own words is shown.
    pub(super) rubric: bool,
}

impl Asked {
    /// How what was put to a thing came out; none where that is not to be seen.
    pub(super) fn mark_of(&self, asked: &str) -> Option<&'static str> {
        let wrong = self.grade.as_ref()?.faults.iter().any(|fault| is_about(fault, asked));
        Some(if wrong { "wrong" } else { "right" })
    }

    /// The attribute of a control that can be changed no more.
    pub(super) fn disabled(&self) -> &'static str {
        if self.closed { " disabled" } else { "" }
    }

    /// What is asked, and the place for the answer, as markup.
    pub(super) fn markup(&self, out: &mut String) {
        out.push_str("<fieldset><legend><span class=\"prompt\">");
        put_text(out, &self.question.prompt);
        let rest = ["</span> <span class=\"instruction\">", "</span></legend>"];
        put(out, &rest, &[instruction(&self.question.task)]);
        match &self.question.task {
            Task::ChooseOne { options, .. } => options::markup(out, self, options, "radio"),
            Task::ChooseSeveral { options, .. } => options::markup(out, self, options, "checkbox"),
            Task::Order { options, .. } => order::markup(out, self, options),
            Task::FindOnMap { .. } => {
                put(
                    out,
                    &[
                        "<div class=\"map-find\" role=\"group\" tabindex=\"-1\" id=\"",
                        "\" aria-label=\"",
                        "\">",
                    ],
                    &[super::FIRST_OPTION, of_map().find],
                );
                map_markup(out, Use::Answer);
                out.push_str("<p class=\"find-chosen\" role=\"status\"></p></div>");
            }
            Task::Match { pairs } => selects::partners(out, self, pairs),
            Task::WordBank { text, options } => selects::blanks(out, self, text, options),
            Task::WeighSources { sources } => selects::weighings(out, self, sources),
            Task::Estimate { figures, .. } => estimate::markup(out, self, figures),
            Task::Open { rubric } => open::markup(out, self, rubric),
        }
        out.push_str("</fieldset>");
    }

    /// Takes up the answer that the page holds.
    pub(super) fn read(&mut self, form: &Element) {
        match &mut self.answer {
            // A sign of the map is pressed, not read.
            Answer::One(id) => {
                if let Some(chosen) = checked(form).into_iter().next() {
                    *id = chosen;
                }
            }
            Answer::Several(ids) => *ids = checked(form),
            Answer::Order(ids) => {
                let rows = elements_in(form, ".order li").into_iter();
                *ids = rows.filter_map(|row| row.get_attribute("data-id")).collect();
            }
            Answer::Pairs(pairs) => {
                let put = |field: HtmlElement| {
                    Some((field.get_attribute("data-put")?, value_of(&field)?.trim().to_owned()))
                };
                let put = elements_in(form, "[data-put]").into_iter().filter_map(put);
                *pairs = put.filter(|(_, value)| !value.is_empty()).collect();
            }
            Answer::Own { text, met } => {
                if let Some(field) = elements_in(form, "textarea").first() {
                    *text = value_of(field).unwrap_or_default();
                }
                *met = checked(form).iter().filter_map(|at| at.parse().ok()).collect();
            }
        }
    }
}

/// Values of the ticked options of a form.
fn checked(form: &Element) -> Vec<String> {
    let boxes = elements_in(form, ".options input").into_iter();
    boxes
        .filter_map(|it| it.dyn_into::<HtmlInputElement>().ok())
        .filter(HtmlInputElement::checked)
        .map(|it| it.value())
        .collect()
}

fn value_of(field: &Element) -> Option<String> {
    if let Some(field) = field.dyn_ref::<HtmlSelectElement>() {
        Some(field.value())
    } else if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        Some(field.value())
    } else {
        field.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value)
    }
}

/// Whether a fault is about a thing to which something was put.
fn is_about(fault: &Fault<'_>, asked: &str) -> bool {
    match fault {
        Fault::Misplaced(id) => id.0 == asked,
        Fault::Filled(at, _) | Fault::Missing(at) => at.to_string() == asked,
        Fault::Off(year) => year.to_string() == asked,
        Fault::Chosen(_) | Fault::Left(_) => false,
    }
}

/// How the item is answered, in words.
pub(crate) fn instruction(task: &Task<'_>) -> &'static str {
    let (t, of_quiz) = (messages(), of_quiz());
    match task {
        Task::ChooseOne { .. } => t.choose_one,
        Task::ChooseSeveral { .. } => t.choose_several,
        Task::Order { .. } => t.put_in_order,
        Task::FindOnMap { .. } => of_map().find,
        Task::Match { .. } => of_quiz.match_pairs,
        Task::WordBank { .. } => of_quiz.fill_blanks,
        Task::WeighSources { .. } => of_quiz.weigh,
        Task::Estimate { .. } => of_quiz.estimate,
        Task::Open { .. } => of_quiz.own_words,
    }
}

/// How something came out, in words beside it.
pub(super) fn words_of(mark: Option<&'static str>) -> &'static str {
    let [right, wrong, left] = messages().option_marks;
    match mark {
        Some("right") => right,
        Some("wrong") => wrong,
        Some(_) => left,
        None => "",
    }
}

/// Adds the attribute by which the style sheet knows how something came out.
pub(super) fn put_mark(out: &mut String, mark: Option<&'static str>) {
    if let Some(mark) = mark {
        put(out, &[" data-mark=\"", "\""], &[mark]);
    }
}

/// An answer before anything was chosen. An order starts shuffled.
pub(crate) fn first_draft(question: &Question<'_>, seed: u64) -> Answer {
    match &question.task {
        Task::ChooseOne { .. } | Task::FindOnMap { .. } => Answer::One(String::new()),
        Task::ChooseSeveral { .. } => Answer::Several(Vec::new()),
        Task::Order { key, .. } => {
            let mut order: Vec<String> = key.iter().map(|id| id.0.to_owned()).collect();
            let right = order.clone();
            // A shuffle that changes nothing would give the answer away.
            for attempt in 0..8 {
                quiz::shuffle(&mut order, seed.wrapping_add(attempt));
                if order != right {
                    break;
                }
            }
            Answer::Order(order)
        }
        Task::Open { .. } => Answer::Own { text: String::new(), met: Vec::new() },
        Task::Match { .. }
        | Task::WordBank { .. }
        | Task::WeighSources { .. }
        | Task::Estimate { .. } => Answer::Pairs(Vec::new()),
    }
}

/// Whether nothing at all was answered yet.
pub(super) fn is_empty(answer: &Answer) -> bool {
    match answer {
        Answer::One(id) => id.is_empty(),
        Answer::Several(ids) => ids.is_empty(),
        Answer::Order(_) => false,
        Answer::Pairs(pairs) => pairs.is_empty(),
        Answer::Own { text, .. } => text.trim().is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::story;

    #[test]
    fn no_item_begins_with_its_key() {
        for question in &story().questions {
            for seed in 0..20 {
                let draft = first_draft(question, seed);
                let right = quiz::grade(&question.task, &draft).is_ok_and(|it| it.is_right());
                assert!(!right, "{} {seed}", question.id);
            }
        }
    }

    #[test]
    fn the_markup_of_an_item_gives_nothing_away_until_it_is_graded() {
        for question in &story().questions {
            let answer = first_draft(question, 7);
            let grade = Some(quiz::grade::grade_with_gaps(&question.task, &answer));
            let mut asked =
                Asked { question, seed: 7, answer, grade: None, closed: false, rubric: false };
            let mut before = String::new();
            asked.markup(&mut before);
            assert!(!before.contains("data-mark"), "{before}");
            assert!(before.contains(super::super::FIRST_OPTION), "{}", question.id);
            (asked.grade, asked.closed) = (grade, true);
            let mut after = String::new();
            asked.markup(&mut after);
            let has_marks = !matches!(
                question.task,
                Task::ChooseOne { .. } | Task::FindOnMap { .. } | Task::Open { .. }
            );
            assert!(!has_marks || after.contains("data-mark"), "{after}");
        }
    }
}
