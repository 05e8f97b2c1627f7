//! One item of practice: prompt, answer, hints, and what is said of the answer at once.

use super::asked::{Asked, first_draft, is_empty};
use super::cards::noted;
use super::estimate;
use super::find::Find;
use super::open::RUBRIC;
use super::verdict::{self, VERDICT};
use crate::i18n::{messages, of_quiz};
use crate::map::picture::groups;
use crate::progress::ProgressState;
use crate::shell::events::{after_paint, elements_in};
use crate::shell::{Navigation, focus_id, set_hidden, write, write_markup};
use crate::widgets::{put, put_prose};
use quiz::grade::is_judged_by_reader;
use quiz::{Answer, Grade, grade};
use story::{Question, Task};
use web_sys::{Element, HtmlElement};

/// Id of what is said where an answer could not be taken.
const COMPLAINT: &str = "item-complaint";

/// Id of the buttons below an item.
const ACTIONS: &str = "item-actions";

/// Id of the list of hints, of the button for the next, and of what they cost.
const HINTS: &str = "item-hints";
const HINT: &str = "item-hint";
const HINT_COSTS: &str = "item-hint-costs";

/// Id of the place for the verdict.
const SAID: &str = "item-said";

/// An item on the page.
pub(super) struct Item {
    pub(super) asked: Asked,
    /// The chapter that is practiced, to which the way back from the sentence leads.
    chapter: Option<String>,
    hints: usize,
    find: Option<Find>,
}

impl Item {
    /// An item to be practiced, as it was left; anew, whatever was answered before, if that is asked
    /// for.
    pub(super) fn to_practice(
        progress: ProgressState,
        question: &'static Question<'static>,
        chapter: Option<String>,
        anew: bool,
    ) -> Self {
        let seed = quiz::seed_of(question.id.0);
        let stored = progress
            .with_untracked(|it| Answer::parse(&it.answers.get(question.id.0)?.answer))
            .filter(|_| !anew);
        // An answer from another edition may no longer fit; then the item is open again.
        let graded = stored.as_ref().and_then(|answer| grade(&question.task, answer).ok());
        let answer = match (stored, &graded) {
            (Some(answer), Some(_)) => answer,
            _ => first_draft(question, seed),
        };
        let closed = graded.is_some();
        Self::new(Asked { question, seed, answer, grade: graded, closed, rubric: closed }, chapter)
    }

    /// An item on the page.
    pub(super) fn new(asked: Asked, chapter: Option<String>) -> Self {
        Self { asked, chapter, hints: 0, find: None }
    }

    /// The item with its buttons, as markup.
    pub(super) fn markup(&self, out: &mut String) {
        let t = messages();
        out.push_str("<form class=\"item\" data-form=\"item\" novalidate>");
        self.asked.markup(out);
        let hidden = if self.asked.closed { " hidden" } else { "" };
        let complaint = ["<p class=\"complaint\" tabindex=\"-1\" hidden id=\"", "\"></p>"];
        put(out, &complaint, &[COMPLAINT]);
        put(out, &["<p class=\"item-actions\" id=\"", "\""], &[ACTIONS]);
        out.push_str(hidden);
        put(
            out,
            &["><button type=\"submit\" class=\"action\">", "</button>"],
            &[check(&self.asked)],
        );
        if self.hints < self.asked.question.hints.len() {
            let hint = [
                " <button type=\"button\" data-do=\"hint\" id=\"",
                "\">",
                "</button> <span class=\"hint\" id=\"",
                "\">",
                "</span>",
            ];
            // What only the reader judges does not come up again.
            let open = is_judged_by_reader(&self.asked.question.task);
            let costs = if open { "" } else { of_quiz().hint_costs };
            put(out, &hint, &[HINT, t.hint, HINT_COSTS, costs]);
        }
        put(out, &["</p><div role=\"status\"><ul class=\"hints\" id=\"", "\">"], &[HINTS]);
        self.put_hints(out);
        put(out, &["</ul></div></form><div id=\"", "\">"], &[SAID]);
        if let Some(grade) = &self.asked.grade {
            put_verdict(out, self.asked.question, self.chapter.as_deref(), grade);
        }
        out.push_str("</div>");
    }

    fn put_hints(&self, out: &mut String) {
        for hint in self.asked.question.hints.iter().take(self.hints) {
            out.push_str("<li>");
            put_prose(out, hint);
            out.push_str("</li>");
        }
    }

    /// Starts what moves in the item, once its markup is in the page.
    pub(super) fn start(&mut self, root: &HtmlElement, navigation: Navigation) {
        if let Answer::One(chosen) = &self.asked.answer {
            self.find = Find::start(root, navigation, chosen);
        }
    }

    /// Shows one more hint.
    pub(super) fn hint(&mut self) {
        self.hints += 1;
        let mut out = String::new();
        self.put_hints(&mut out);
        write_markup(HINTS, &out);
        let more = self.hints < self.asked.question.hints.len();
        set_hidden(HINT, !more);
        set_hidden(HINT_COSTS, !more);
    }

    /// Takes up what was changed in the form.
    pub(super) fn changed(&mut self, form: &Element) {
        // Until the next frame the page lets a graded answer be changed. Own words stay as they are, and what of
        // the rubric is in them is told in a paper that was handed in.
        if self.asked.closed && !is_judged_by_reader(&self.asked.question.task) {
            return;
        }
        self.asked.read(form);
        if let (Task::Estimate { figures, .. }, Some(chart)) =
            (&self.asked.question.task, elements_in(form, ".figures-chart").first())
        {
            chart.set_inner_html(&estimate::chart(&self.asked, figures));
        }
    }

    /// Chooses the group of a sign of the map, if the item asks for one and is open; whether it did.
    pub(super) fn choose(&mut self, sign: usize) -> bool {
        let group = groups().get(sign).copied();
        let (Some(find), Some(group)) = (self.find.as_ref().filter(|_| !self.asked.closed), group)
        else {
            return false;
        };
        find.choose(Some(group));
        self.asked.answer = Answer::One(group.id.0.to_owned());
        true
    }

    /// Hands the answer in: grades and keeps it, or says why it can't be taken.
    pub(super) fn hand_in(&mut self, root: &HtmlElement, progress: ProgressState) {
        let Ok(Some(form)) = root.query_selector("form.item") else { return };
        if self.asked.closed {
            return;
        }
        self.asked.read(&form);
        let question = self.asked.question;
        let open = is_judged_by_reader(&question.task);
        let graded = grade(&question.task, &self.asked.answer);
        let refused = match &graded {
            _ if is_empty(&self.asked.answer) => messages().choose_first,
            Err(refusal) => (of_quiz().refused)(*refusal),
            Ok(_) => "",
        };
        write(COMPLAINT, refused);
        set_hidden(COMPLAINT, refused.is_empty());
        if !refused.is_empty() {
            focus_id(COMPLAINT);
        } else if open && !self.asked.rubric {
            self.asked.rubric = true;
            self.redraw(&form);
            focus_id(RUBRIC);
        } else if let Ok(grade) = graded {
            let points = (grade.points, grade.out_of);
            let alone = grade.is_right() && self.hints == 0;
            progress.note_answer(question.id.0, self.asked.answer.write(), points, |progress| {
                if open { Vec::new() } else { noted(progress, question, alone) }
            });
            (self.asked.grade, self.asked.closed) = (Some(grade.clone()), true);
            self.show(form, grade);
        }
    }

    /// Shows how the answer was graded, a part in each frame: a slow processor has no time for all in one.
    fn show(&self, form: Element, grade: Grade<'static>) {
        let (asked, chapter) = (self.asked.clone(), self.chapter.clone());
        let is_map = self.find.is_some();
        after_paint(move || {
            if !form.is_connected() {
                return;
            }
            redraw(&form, &asked, is_map);
            after_paint(move || {
                if !form.is_connected() {
                    return;
                }
                let mut out = String::new();
                put_verdict(&mut out, asked.question, chapter.as_deref(), &grade);
                write_markup(SAID, &out);
                // Whatever has the focus is laid out at once, and once is enough.
                after_paint(|| focus_id(VERDICT));
            });
        });
    }

    /// Opens the item again. One's own words are gone on with, anything else is begun anew.
    pub(super) fn again(&mut self, root: &HtmlElement) {
        if !is_judged_by_reader(&self.asked.question.task) {
            self.asked.answer = first_draft(self.asked.question, self.asked.seed);
        }
        (self.asked.grade, self.asked.closed, self.asked.rubric) = (None, false, false);
        if let Some(find) = &self.find {
            find.choose(None);
        }
        if let Ok(Some(form)) = root.query_selector("form.item") {
            self.redraw(&form);
        }
        focus_id(super::FIRST_OPTION);
    }

    /// Brings the page in line with the item, of which nothing is said yet.
    fn redraw(&self, form: &Element) {
        redraw(form, &self.asked, self.find.is_some());
        write_markup(SAID, "");
    }
}

/// Brings the form of an item in line with it. A map stays as it is.
fn redraw(form: &Element, asked: &Asked, is_map: bool) {
    if !is_map && let Ok(Some(place)) = form.query_selector(":scope > fieldset") {
        let mut out = String::new();
        asked.markup(&mut out);
        place.set_outer_html(&out);
    }
    set_hidden(ACTIONS, asked.closed);
    if let Ok(Some(button)) = form.query_selector("[type=\"submit\"]") {
        button.set_text_content(Some(check(asked)));
    }
}

/// What handing in is called.
fn check(asked: &Asked) -> &'static str {
    match (&asked.question.task, asked.rubric) {
        (Task::Open { .. }, false) => of_quiz().compare,
        (Task::Open { .. }, true) => of_quiz().note_found,
        _ => messages().check_answer,
    }
}

/// What is said of an answer that was handed in, in practice of a chapter or of all, as markup.
fn put_verdict(
    out: &mut String,
    question: &'static Question<'static>,
    chapter: Option<&str>,
    grade: &Grade<'static>,
) {
    let mut back = vec![("from", question.id.0)];
    back.extend(chapter.map(|chapter| ("chapter", chapter)));
    verdict::markup(out, question, grade, &back, true);
}
