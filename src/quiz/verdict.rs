//! What is said of an answer: how right it was, why each fault is one, and where to read it.

use crate::i18n::{messages, of_quiz};
use crate::route::Route;
use crate::widgets::{address_of, put, put_prose, put_text};
use quiz::{Fault, Grade};
use story::{Choice, ChoiceId, Question, Target, Task, Text};

/// Id of what is said of an answer, which gets the focus when the answer is handed in.
pub(super) const VERDICT: &str = "item-verdict";

/// What is said of an answer, as markup; with a button to try again where there is to be one.
pub(super) fn markup(
    out: &mut String,
    question: &'static Question<'static>,
    grade: &Grade<'static>,
    back: &[(&str, &str)],
    again: bool,
) {
    let t = messages();
    let right = grade.is_right();
    let open = quiz::grade::is_judged_by_reader(&question.task);
    let start = [
        "<div class=\"verdict-box\" data-right=\"",
        "\"><h3 tabindex=\"-1\" id=\"",
        "\">",
        "</h3>",
    ];
    let is_good = if right || open { "true" } else { "false" };
    put(out, &start, &[is_good, VERDICT, &heading(question, grade)]);
    let mut reasons = String::new();
    // The rubric shows what was not found, and a word that was put twice is explained once.
    let mut about = Vec::new();
    for fault in &grade.faults {
        if let Some(choice) = fault.choice().filter(|choice| !about.contains(choice)) {
            about.push(choice);
            reason(&mut reasons, question, *fault);
        }
    }
    if !reasons.is_empty() {
        out.push_str("<ul class=\"faults\">");
        out.push_str(&reasons);
        out.push_str("</ul>");
    }
    if let Some(feedback) = feedback(&question.task).filter(|_| !right) {
        put_prose(out, feedback);
    }
    if right || open {
        put_prose(out, &question.explanation);
    }
    let links = [
        "<p class=\"item-actions\"><a class=\"action\" href=\"",
        "\">",
        "</a> <a class=\"ref-claim\" href=\"",
        "\">",
        "</a>",
    ];
    let claim = ["#/claims/", question.claim.0].concat();
    let sentence = way_to_sentence(question, back);
    put(out, &links, &[&sentence, t.take_me_to_the_sentence, &claim, t.how_do_we_know]);
    if again && !right {
        put(out, &["<button type=\"button\" data-do=\"again\">", "</button>"], &[t.try_again]);
    }
    out.push_str("</p></div>");
}

/// What is said with a wrong answer, whatever is wrong with it.
fn feedback(task: &'static Task<'static>) -> Option<&'static Text<'static>> {
    match task {
        Task::FindOnMap { feedback, .. } | Task::Estimate { feedback, .. } => Some(feedback),
        // Their options speak.
        Task::ChooseOne { .. }
        | Task::ChooseSeveral { .. }
        | Task::Order { .. }
        | Task::Match { .. }
        | Task::WordBank { .. }
        | Task::WeighSources { .. }
        // And here the rubric.
        | Task::Open { .. } => None,
    }
}

/// How right an answer was, in a few words.
pub(super) fn heading(question: &Question<'_>, grade: &Grade<'_>) -> String {
    let t = messages();
    if quiz::grade::is_judged_by_reader(&question.task) {
        (of_quiz().found)(grade.points, grade.out_of)
    } else if grade.is_right() {
        t.right.to_owned()
    } else if grade.points == 0 {
        t.wrong.to_owned()
    } else {
        (t.partly_right)(grade.points, grade.out_of)
    }
}

/// Adds why something was a fault, if more is to be said of it.
fn reason(out: &mut String, question: &'static Question<'static>, fault: Fault<'static>) {
    let Some((about, feedback)) = explained(question, fault) else { return };
    if feedback.is_empty() {
        return;
    }
    let mark = if matches!(fault, Fault::Left(_)) { "fault-left" } else { "fault-chosen" };
    put(out, &["<li class=\"", "\"><p class=\"fault-option\">"], &[mark]);
    put_text(out, about);
    out.push_str("</p>");
    put_prose(out, feedback);
    out.push_str("</li>");
}

/// What a fault is about, and what is to be said of it.
fn explained(
    question: &'static Question<'static>,
    fault: Fault<'static>,
) -> Option<(&'static Text<'static>, &'static Text<'static>)> {
    let id = fault.choice()?;
    match &question.task {
        Task::Match { pairs } => {
            let pair = pairs.iter().find(|pair| pair.id == id)?;
            Some((&pair.text, &pair.feedback))
        }
        Task::WeighSources { sources } => {
            let weighing = sources.iter().find(|source| source.id == id)?;
            Some((&weighing.text, &weighing.feedback))
        }
        task => choice(task, id).map(|choice| (&choice.text, &choice.feedback)),
    }
}

/// The option with this id.
fn choice(task: &'static Task<'static>, id: ChoiceId<'_>) -> Option<&'static Choice<'static>> {
    let options = match task {
        Task::ChooseOne { options, .. }
        | Task::ChooseSeveral { options, .. }
        | Task::WordBank { options, .. }
        | Task::Order { options, .. } => options,
        _ => return None,
    };
    options.iter().find(|option| option.id == id)
}

/// The passage that settles an item, with what leads back from there in the address.
fn way_to_sentence(question: &Question<'_>, back: &[(&str, &str)]) -> String {
    let mut route = Route::from(address_of(Target::Passage(question.passage)));
    let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    route.query = back.iter().map(pair).collect();
    route.hash()
}
