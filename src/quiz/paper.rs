//! A paper: asked first, answered at the end. All that is answered is kept at once, so that a reader
//! can stop at any moment and go on.

use super::cards::noted;
use super::input::{Answering, first_draft, is_empty};
use super::item::asked;
use super::new_paper;
use super::pool;
use super::results::results;
use super::verdict::verdict;
use super::view::{ITEM_HEADING, NEW, Place};
use crate::i18n::{messages, of_quiz};
use crate::progress::ProgressState;
use crate::shell::events::{derived, effect, next_frame};
use crate::shell::{Navigation, focus_id};
use leptos::prelude::*;
use quiz::grade::{grade_with_gaps, is_judged_by_reader};
use quiz::paper::option_seed;
use quiz::{Answer, Grade, PaperCode, Sure};
use story::Question;

const COMPLAINT: &str = "paper-complaint";

/// A paper that a reader takes, or took.
#[derive(Clone, Copy)]
pub(super) struct Paper {
    pub(super) navigation: Navigation,
    pub(super) progress: ProgressState,
    made: PaperCode,
    code: StoredValue<String>,
    questions: StoredValue<Vec<&'static Question<'static>>>,
}

impl Paper {
    /// The code, as it is printed.
    pub(super) fn code(self) -> String {
        self.code.get_value()
    }

    /// The questions, in order.
    pub(super) fn questions(self) -> Vec<&'static Question<'static>> {
        self.questions.get_value()
    }

    /// The name under which something of the paper is kept.
    fn name(self, what: &str, question: Option<&Question<'_>>) -> String {
        let code = self.code();
        match question {
            Some(question) => [what, "/", &code, "/", question.id.0].concat(),
            None => [what, "/", &code].concat(),
        }
    }

    /// Whether it was handed in.
    pub(super) fn is_done(self) -> bool {
        self.progress.kept(&self.name("paper", None)) == "done"
    }

    /// The answer to a question, if one was given.
    pub(super) fn answer(self, question: &Question<'_>) -> Option<Answer> {
        let kept = self.progress.kept(&self.name("paper", Some(question)));
        Answer::parse(&kept).filter(|answer| !is_empty(answer))
    }

    /// How sure the reader was of it, if that was said.
    pub(super) fn sure(self, question: &Question<'_>) -> Option<Sure> {
        Sure::parse(&self.progress.kept(&self.name("sure", Some(question))))
    }

    /// What the answer to a question earned; none where there is no answer.
    pub(super) fn grade(self, question: &'static Question<'static>) -> Option<Grade<'static>> {
        Some(grade_with_gaps(&question.task, &self.answer(question)?))
    }

    /// Goes to a question by its number from 0, or to the result.
    pub(super) fn go(self, to: Option<usize>) {
        self.navigation.set_query("item", &to.map(|at| (at + 1).to_string()).unwrap_or_default());
        next_frame(|| focus_id(ITEM_HEADING));
    }

    fn hand_in(self) {
        let mut kept = vec![(self.name("paper", None), "done".to_owned())];
        for question in self.questions() {
            if !is_judged_by_reader(&question.task) {
                let right = untrack(|| self.grade(question)).is_some_and(|it| it.is_right());
                kept.extend(noted(self.progress, question, right));
            }
        }
        self.progress.keep(&kept);
        self.go(None);
    }

    /// Goes to another paper of the same sort.
    pub(super) fn another(self) {
        new_paper::open(self.navigation, PaperCode { seed: new_paper::any_seed(), ..self.made });
    }

    /// Forgets all answers.
    pub(super) fn begin_anew(self) {
        let mut kept = vec![(self.name("paper", None), String::new())];
        for question in self.questions() {
            for what in ["paper", "sure"] {
                kept.push((self.name(what, Some(question)), String::new()));
            }
        }
        self.progress.keep(&kept);
        self.go(Some(0));
    }
}

/// The paper of a code.
pub(super) fn paper(
    navigation: Navigation,
    progress: ProgressState,
    place: Memo<Place>,
    code: &str,
) -> AnyView {
    let t = of_quiz();
    let refuse = |words: String| {
        let href = ["#/quiz/", NEW].concat();
        view! {
            <h2 id=ITEM_HEADING tabindex="-1">{(t.paper_named)(code)}</h2>
            <p class="complaint">{words}</p>
            <p><a class="action" href=href>{t.new_paper}</a></p>
        }
        .into_any()
    };
    let read = match PaperCode::read(code) {
        Err(error) => return refuse((t.wrong_code)(error)),
        Ok(read) if read.edition != pool::edition() => return refuse(t.other_edition.to_owned()),
        Ok(read) => read,
    };
    let questions = pool::paper(&read);
    let all = questions.len();
    let paper = Paper {
        navigation,
        progress,
        made: read,
        code: StoredValue::new(read.write()),
        questions: StoredValue::new(questions),
    };
    let done = Memo::new(move |_| paper.is_done());
    // The number of the question that is shown; in a paper that was handed in, the result where none
    // is named.
    let at = Memo::new(move |_| {
        let named =
            place.with(|place| place.item.as_deref()?.parse::<usize>().ok()?.checked_sub(1));
        match named.filter(|at| *at < all) {
            None if done.get() => None,
            at => Some(at.unwrap_or(0)),
        }
    });
    view! {
        {move || match at.get() {
            None => results(paper),
            Some(at) => question(paper, at, done.get()),
        }}
    }
    .into_any()
}

/// One question of the paper, among the others.
fn question(paper: Paper, at: usize, done: bool) -> AnyView {
    let (t, of_all) = (of_quiz(), messages());
    let questions = paper.questions();
    let all = questions.len();
    let Some(question) = questions.get(at).copied() else { return ().into_any() };
    let numbers = questions.iter().enumerate().map(|(number, question)| {
        let question = *question;
        let answered = derived(move || paper.answer(question).is_some());
        let label = derived(move || (t.question_in_list)(number + 1, answered.get()));
        view! {
            <li>
                <button
                    type="button"
                    aria-label=label
                    aria-current=(number == at).then_some("step")
                    data-answered=derived(move || answered.get().to_string())
                    on:click=move |_| paper.go(Some(number))
                >
                    {number + 1}
                </button>
            </li>
        }
    });
    let step = move |to: Option<usize>, words: &'static str| {
        let to = to.filter(|to| *to < all);
        view! {
            <button type="button" disabled=to.is_none() on:click=move |_| paper.go(to)>
                {words}
            </button>
        }
    };
    let complaint = RwSignal::new(String::new());
    let hand_in = move |_| {
        let missing: Vec<usize> = (1..)
            .zip(paper.questions())
            .filter(|(_, question)| untrack(|| paper.answer(question)).is_none())
            .map(|(number, _)| number)
            .collect();
        if missing.is_empty() || complaint.with_untracked(|before| !before.is_empty()) {
            paper.hand_in();
        } else {
            complaint.set((t.not_answered)(&missing));
            next_frame(|| focus_id(COMPLAINT));
        }
    };
    let hand_in_words =
        derived(
            move || {
                if complaint.with(String::is_empty) { t.hand_in } else { t.hand_in_anyway }
            },
        );
    let end = if done {
        view! {
            <button type="button" class="action" on:click=move |_| paper.go(None)>{t.to_result}</button>
        }
        .into_any()
    } else {
        view! {
            <button type="button" class="action" on:click=hand_in>{hand_in_words}</button>
        }
        .into_any()
    };
    view! {
        <h2 id=ITEM_HEADING tabindex="-1">
            {(t.paper_named)(&paper.code())} ": " {(of_all.question_number)(at + 1, all)}
        </h2>
        <nav class="paper-questions" aria-label=t.questions_of_paper>
            <ol>{numbers.collect_view()}</ol>
        </nav>
        {item(paper, question, done)}
        <p class="complaint" id=COMPLAINT tabindex="-1" hidden=move || complaint.with(String::is_empty)>
            {complaint}
        </p>
        <p class="quiz-steps">
            {step(at.checked_sub(1), of_all.previous_question)}
            {step(Some(at + 1), of_all.next_question)}
            {end}
        </p>
    }
    .into_any()
}

/// A question with the place for its answer, or, in a paper that was handed in, what is said of it.
fn item(paper: Paper, question: &'static Question<'static>, done: bool) -> AnyView {
    let seed = option_seed(paper.made.seed, question.id.0);
    let stored = untrack(|| paper.answer(question));
    let unanswered = stored.is_none();
    let draft = RwSignal::new(stored.unwrap_or_else(|| first_draft(question, seed)));
    let by_reader = is_judged_by_reader(&question.task);
    let name = paper.name("paper", Some(question));
    let mut first = true;
    effect(move || {
        let answer = draft.get();
        if !std::mem::take(&mut first) {
            paper.progress.keep(&[(name.clone(), answer.write())]);
        }
    });
    // What only the reader judges is still to be judged when the paper was handed in.
    let graded = done && !by_reader;
    let grade = move || draft.with(|answer| grade_with_gaps(&question.task, answer));
    let result = derived(move || graded.then(grade));
    let answering = Answering {
        question,
        seed,
        draft,
        result,
        closed: derived(move || done),
        rubric_shown: RwSignal::new(done),
    };
    let said = derived(move || done.then(grade));
    view! {
        <form class="item" on:submit=move |event| event.prevent_default()>
            {asked(answering)}
            {(!done && !by_reader).then(|| how_sure(paper, question))}
        </form>
        {(done && unanswered).then(|| view! { <p class="complaint">{of_quiz().no_answer}</p> })}
        {move || said.get().map(|grade| verdict(question, &grade, None))}
    }
    .into_any()
}

/// How sure the reader is, if that is to be said.
fn how_sure(paper: Paper, question: &'static Question<'static>) -> AnyView {
    let t = of_quiz();
    let name = paper.name("sure", Some(question));
    let rows = Sure::ALL.into_iter().map(|sure| {
        let chosen = derived(move || paper.sure(question) == Some(sure));
        let name = name.clone();
        let choose = move |_| paper.progress.keep(&[(name.clone(), sure.slug().to_owned())]);
        view! {
            <label class="box">
                <input type="radio" name="how-sure" prop:checked=chosen on:change=choose/>
                {(t.sure)(sure)}
            </label>
        }
    });
    view! {
        <fieldset class="how-sure">
            <legend>{t.how_sure}</legend>
            {rows.collect_view()}
        </fieldset>
    }
    .into_any()
}
