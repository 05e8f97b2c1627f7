//! A paper: asked first, answered at the end. All that is answered is kept at once, so that a reader
//! can stop at any moment and go on.

use super::asked::{Asked, first_draft, is_empty};
use super::cards::noted;
use super::item::Item;
use super::practice::steps;
use super::view::{COMPLAINT, ITEM_HEADING, NEW, Now, Place, Quiz, complain};
use super::{new_paper, pool, results, share, verdict};
use crate::i18n::{messages, of_quiz};
use crate::progress::ProgressState;
use crate::shell::events::elements_in;
use crate::shell::{write, write_markup};
use crate::widgets::put;
use leptos::prelude::window;
use quiz::grade::{grade_with_gaps, is_judged_by_reader};
use quiz::paper::option_seed;
use quiz::{Answer, Grade, PaperCode, ResultCode, Sure};
use story::Question;
use web_sys::{Element, HtmlElement};

/// Id of the place for what is said of an answer.
const SAID: &str = "paper-said";

/// Id of the button that hands the paper in, or begins it anew.
const HAND_IN: &str = "paper-hand-in";
const ANEW: &str = "paper-anew";

/// So many letters are shown of what an address has in the place of a code; a code has fewer.
const SHOWN: usize = 40;

/// A paper that a reader takes, or took.
#[derive(Clone)]
pub(super) struct Paper {
    progress: ProgressState,
    made: PaperCode,
    /// The code, as it is printed.
    pub(super) code: String,
    /// The questions, in order.
    pub(super) questions: Vec<&'static Question<'static>>,
    /// The number of the question that is shown, from 0; none for the result.
    at: Option<usize>,
    /// Whether the reader was told what is lost or missing.
    warned: bool,
}

impl Paper {
    fn name(&self, what: &str, question: Option<&Question<'_>>) -> String {
        name(what, &self.code, question)
    }

    fn kept(&self, what: &str, question: Option<&Question<'_>>) -> String {
        self.progress.kept(&self.name(what, question))
    }

    /// Whether it was handed in.
    fn is_done(&self) -> bool {
        self.kept("paper", None) == "done"
    }

    /// What was made by the code.
    pub(super) fn made(&self) -> PaperCode {
        self.made
    }

    /// Whole minutes from the first look at the paper until it was handed in.
    pub(super) fn minutes(&self) -> u8 {
        self.kept("took", None).parse().unwrap_or(0)
    }

    /// The number of the student whose own paper it is, if one was typed.
    pub(super) fn number(&self) -> String {
        self.kept("number", None)
    }

    /// Notes when the paper was first looked at.
    fn note_begin(&self) {
        if self.kept("begun", None).is_empty() && !self.is_done() {
            let begun = (self.name("begun", None), now_in_seconds().to_string());
            self.progress.keep(&[begun]);
        }
    }

    /// The answer to a question, if one was given.
    pub(super) fn answer(&self, question: &Question<'_>) -> Option<Answer> {
        Answer::parse(&self.kept("paper", Some(question))).filter(|answer| !is_empty(answer))
    }

    /// How sure the reader was of it, if that was said.
    pub(super) fn sure(&self, question: &Question<'_>) -> Option<Sure> {
        Sure::parse(&self.kept("sure", Some(question)))
    }

    /// What the answer to a question earned; none where there is no answer.
    pub(super) fn grade(&self, question: &'static Question<'static>) -> Option<Grade<'static>> {
        Some(grade_with_gaps(&question.task, &self.answer(question)?))
    }

    fn current(&self) -> Option<&'static Question<'static>> {
        self.questions.get(self.at?).copied()
    }

    /// Goes to a question by its number from 0, or to the result.
    fn go(quiz: &Quiz, to: Option<usize>) {
        quiz.go("item", &to.map(|at| (at + 1).to_string()).unwrap_or_default());
    }

    fn hand_in(&mut self, quiz: &Quiz) {
        let missing: Vec<usize> = (1..)
            .zip(&self.questions)
            .filter(|(_, question)| self.answer(question).is_none())
            .map(|(number, _)| number)
            .collect();
        if !missing.is_empty() && !self.warned {
            self.warned = true;
            write(HAND_IN, of_quiz().hand_in_anyway);
            complain(&(of_quiz().not_answered)(&missing));
            return;
        }
        let begun = self.kept("begun", None).parse::<u64>().unwrap_or(u64::MAX);
        let took = ResultCode::minutes_in(now_in_seconds().saturating_sub(begun));
        let mut kept = vec![
            (self.name("paper", None), "done".to_owned()),
            (self.name("took", None), took.to_string()),
        ];
        for question in &self.questions {
            if !is_judged_by_reader(&question.task) {
                let right = self.grade(question).is_some_and(|it| it.is_right());
                kept.extend(self.progress.with_untracked(|it| noted(it, question, right)));
            }
        }
        self.progress.keep(&kept);
        Self::go(quiz, None);
    }

    /// Forgets all answers, which do not come back: that is asked for twice.
    fn begin_anew(&mut self, quiz: &Quiz) {
        if !self.warned {
            self.warned = true;
            write(ANEW, of_quiz().forget_answers);
            return;
        }
        let mut kept: Vec<(String, String)> =
            ["paper", "begun", "took"].map(|what| (self.name(what, None), String::new())).into();
        for question in &self.questions {
            for what in ["paper", "sure"] {
                kept.push((self.name(what, Some(question)), String::new()));
            }
        }
        self.progress.keep(&kept);
        Self::go(quiz, Some(0));
    }

    /// Does what a button asks for.
    pub(super) fn press(&mut self, quiz: &Quiz, does: &str, button: &Element) {
        match does {
            "previous" => Self::go(quiz, self.at.and_then(|at| at.checked_sub(1))),
            "next" => Self::go(quiz, self.at.map(|at| at + 1)),
            "question" => {
                let at = button.get_attribute("data-at").and_then(|at| at.parse().ok());
                Self::go(quiz, at);
            }
            "result" => Self::go(quiz, None),
            "hand-in" => self.hand_in(quiz),
            "anew" => self.begin_anew(quiz),
            "another" => {
                let code = PaperCode { seed: new_paper::any_seed(), ..self.made };
                new_paper::open(quiz.navigation, code);
            }
            "give" => share::open(&self.code),
            "print" => {
                let _ = window().print();
            }
            _ => {}
        }
    }

    /// Keeps what was changed: the answer, or how sure the reader is.
    pub(super) fn changed(&mut self, item: &Item, sure: Option<Sure>) {
        let Some(question) = self.current() else { return };
        match sure {
            Some(sure) => {
                let name = self.name("sure", Some(question));
                self.progress.keep(&[(name, sure.slug().to_owned())]);
            }
            None => {
                let name = self.name("paper", Some(question));
                self.progress.keep(&[(name, item.asked.answer.write())]);
            }
        }
        // Comparing one's own words with the rubric changes what is said of them.
        if item.asked.closed {
            write_markup(SAID, &self.said(item));
        }
    }

    /// What is said of an answer once the paper was handed in.
    fn said(&self, item: &Item) -> String {
        let mut out = String::new();
        let question = item.asked.question;
        if self.answer(question).is_none() {
            put(&mut out, &["<p class=\"complaint\">", "</p>"], &[of_quiz().no_answer]);
        }
        let grade = grade_with_gaps(&question.task, &item.asked.answer);
        let number = self.at.map_or(0, |at| at + 1).to_string();
        let back = [("from", number.as_str()), ("paper", self.code.as_str())];
        verdict::markup(&mut out, question, &grade, &back, false);
        out
    }

    /// Writes on the buttons of questions whether these are answered.
    pub(super) fn refresh(&self, root: &HtmlElement) {
        for (at, button) in elements_in(root, ".paper-questions button").iter().enumerate() {
            let Some(question) = self.questions.get(at) else { return };
            let answered = self.answer(question).is_some();
            let _ = button.set_attribute("data-answered", if answered { "true" } else { "false" });
            let _ =
                button.set_attribute("aria-label", &(of_quiz().question_in_list)(at + 1, answered));
        }
    }

    /// One question of the paper, among the others.
    fn question(&self, at: usize, now: &mut Now, out: &mut String) {
        let (t, of_all) = (of_quiz(), messages());
        let Some(question) = self.questions.get(at).copied() else { return };
        let done = self.is_done();
        let heading = (of_all.question_number)(at + 1, self.questions.len());
        let start = [
            "<h2 tabindex=\"-1\" id=\"",
            "\">",
            ": ",
            "</h2><nav class=\"paper-questions\" aria-label=\"",
            "\"><ol>",
        ];
        let named = (t.paper_named)(&self.code);
        put(out, &start, &[ITEM_HEADING, &named, &heading, t.questions_of_paper]);
        for number in 0..self.questions.len() {
            let button = ["<li><button type=\"button\" data-do=\"question\" data-at=\"", "\""];
            put(out, &button, &[&number.to_string()]);
            out.push_str(if number == at { " aria-current=\"step\">" } else { ">" });
            out.push_str(&(number + 1).to_string());
            out.push_str("</button></li>");
        }
        let form = ["</ol></nav><form class=\"item\" data-form=\"paper\" data-question=\"", "\">"];
        put(out, &form, &[question.id.0]);
        let item = self.item(question, done);
        item.asked.markup(out);
        if !done && !is_judged_by_reader(&question.task) {
            self.how_sure(question, out);
        }
        put(out, &["</form><div id=\"", "\">"], &[SAID]);
        if done {
            out.push_str(&self.said(&item));
        }
        let complaint = ["</div><p class=\"complaint\" tabindex=\"-1\" hidden id=\"", "\"></p>"];
        put(out, &complaint, &[COMPLAINT]);
        steps(out, at > 0, at + 1 < self.questions.len());
        let (does, words) = if done { ("result", t.to_result) } else { ("hand-in", t.hand_in) };
        let button = [
            "<button type=\"button\" class=\"action\" data-do=\"",
            "\" id=\"",
            "\">",
            "</button></p>",
        ];
        put(out, &button, &[does, HAND_IN, words]);
        if !done {
            share::markup(&self.code, out);
        }
        now.item = Some(item);
    }

    /// A question with its answer, and, where the paper was handed in, what that earned.
    fn item(&self, question: &'static Question<'static>, done: bool) -> Item {
        let seed = option_seed(self.made.seed, question.id.0);
        let answer = self.answer(question).unwrap_or_else(|| first_draft(question, seed));
        // What only the reader judges is still to be judged then.
        let graded = done && !is_judged_by_reader(&question.task);
        let grade = graded.then(|| grade_with_gaps(&question.task, &answer));
        Item::new(Asked { question, seed, answer, grade, closed: done, rubric: done }, None)
    }

    /// How sure the reader is, if that is to be said.
    fn how_sure(&self, question: &Question<'_>, out: &mut String) {
        let t = of_quiz();
        put(out, &["<fieldset class=\"how-sure\"><legend>", "</legend>"], &[t.how_sure]);
        let chosen = self.sure(question);
        for sure in Sure::ALL {
            let radio =
                ["<label class=\"box\"><input type=\"radio\" name=\"how-sure\" value=\"", "\""];
            put(out, &radio, &[sure.slug()]);
            out.push_str(if chosen == Some(sure) { " checked" } else { "" });
            put(out, &["> ", "</label>"], &[(t.sure)(sure)]);
        }
        out.push_str("</fieldset>");
    }
}

/// The paper of a code.
pub(super) fn draw(quiz: &Quiz, place: &Place, code: &str, now: &mut Now, out: &mut String) {
    let t = of_quiz();
    let refused = match PaperCode::read(code) {
        Err(error) => (t.wrong_code)(error),
        Ok(read) if read.edition != pool::edition() => t.other_edition.to_owned(),
        Ok(made) => {
            let questions = pool::paper(&made);
            if !questions.is_empty() {
                let (progress, code) = (quiz.progress, made.write());
                let paper = Paper { progress, made, code, questions, at: None, warned: false };
                draw_paper(paper, place, now, out);
                return;
            }
            // Nothing here makes such a code, but somebody may.
            t.no_such_questions.to_owned()
        }
    };
    let words = [
        "<h2 tabindex=\"-1\" id=\"",
        "\">",
        "</h2><p class=\"complaint\">",
        "</p><p><a class=\"action\" href=\"#/quiz/",
        "\">",
        "</a></p>",
    ];
    // A heading of a thousand letters takes a browser seconds to balance.
    let shown: String = code.chars().take(SHOWN).collect();
    put(out, &words, &[ITEM_HEADING, &(t.paper_named)(&shown), &refused, NEW, t.new_paper]);
}

/// The question that the address names; in a paper that was handed in, the result where none is.
fn draw_paper(mut paper: Paper, place: &Place, now: &mut Now, out: &mut String) {
    let named = place.item.as_ref().and_then(|it| it.parse::<usize>().ok()?.checked_sub(1));
    paper.at = named.filter(|at| *at < paper.questions.len());
    if paper.at.is_none() && !paper.is_done() {
        paper.at = Some(0);
    }
    paper.note_begin();
    match paper.at {
        Some(at) => paper.question(at, now, out),
        None => results::markup(&paper, ANEW, out),
    }
    now.paper = Some(paper);
}

/// The name under which something of a paper, or of one of its questions, is kept.
pub(super) fn name(what: &str, code: &str, question: Option<&Question<'_>>) -> String {
    let end = question.map_or(String::new(), |question| ["/", question.id.0].concat());
    [what, "/", code, &end].concat()
}

/// Seconds since 1970 began.
fn now_in_seconds() -> u64 {
    (js_sys::Date::now() / 1000.0) as u64
}
