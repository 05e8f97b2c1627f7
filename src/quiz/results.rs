//! The result of a paper: what it came to, what to read again, and the way to each question.

use super::paper::Paper;
use super::pool::{chapter_of, kind_of};
use super::verdict::heading;
use super::view::{ITEM_HEADING, NEW};
use crate::content::{passage_at, story};
use crate::i18n::of_quiz;
use crate::shell::events::derived;
use crate::widgets::Runs;
use leptos::prelude::*;
use quiz::grade::{is_judged_by_reader, out_of};
use quiz::{Outcome, Sum, Sure, Tally};
use story::Question;

/// The result of a paper that was handed in.
pub(super) fn results(paper: Paper) -> AnyView {
    let t = of_quiz();
    let questions = paper.questions();
    let outcomes: Vec<Outcome> =
        questions.iter().map(|question| outcome(paper, question)).collect();
    let tally = Tally::of(&outcomes);
    let titles: Vec<&str> = story().chapters.iter().map(|chapter| chapter.title).collect();
    let by_chapter =
        tally.by_chapter.iter().filter_map(|(at, sum)| Some((*titles.get(*at)?, *sum)));
    let by_kind = tally.by_kind.iter().map(|(at, sum)| ((t.kind)(*at), *sum));
    let by_sure = Sure::ALL.into_iter().zip(tally.by_sure);
    let by_sure: Vec<_> =
        by_sure.filter(|(_, sum)| sum.items > 0).map(|(sure, sum)| ((t.sure)(sure), sum)).collect();
    let missed: Vec<&'static Question<'static>> = questions
        .iter()
        .zip(&outcomes)
        .filter(|(_, outcome)| !outcome.is_right() && !outcome.by_reader)
        .map(|(question, _)| *question)
        .collect();
    let each = questions.iter().enumerate().map(|(at, question)| {
        let said = untrack(|| paper.grade(question))
            .map_or_else(|| t.no_answer.to_owned(), |grade| heading(question, &grade));
        view! {
            <li>
                <button type="button" on:click=move |_| paper.go(Some(at))>
                    <Runs text=&question.prompt/>
                </button>
                " "
                <span class="instruction">{said}</span>
            </li>
        }
    });
    let href = ["#/quiz/", NEW].concat();
    // Answers that go do not come back: that is asked for twice.
    let asked = RwSignal::new(false);
    let begin_anew = move |_| {
        if asked.get_untracked() {
            paper.begin_anew();
        } else {
            asked.set(true);
        }
    };
    let anew_words = derived(move || if asked.get() { t.forget_answers } else { t.once_more });
    view! {
        <div class="result">
            <h2 id=ITEM_HEADING tabindex="-1">{t.result}</h2>
            <p class="quiz-score">{(t.paper_named)(&paper.code())}</p>
            {(tally.all.items > 0).then(|| view! { <p class="came-to">{(t.came_to)(tally.all)}</p> })}
            {(tally.by_reader.items > 0).then(|| view! { <p>{(t.judged)(tally.by_reader)}</p> })}
            {table(t.by_chapter, by_chapter.collect())}
            {table(t.by_kind, by_kind.collect())}
            {(!by_sure.is_empty()).then(|| view! { {table(t.by_sure, by_sure)} <p class="hint">{t.about_sure}</p> })}
            {reread(&missed)}
            <h3>{t.each_question}</h3>
            <ol class="each-question">{each.collect_view()}</ol>
            <p class="item-actions">
                <button type="button" class="action" on:click=move |_| paper.another()>{t.another}</button>
                <a href=href>{t.new_paper}</a>
                <button type="button" on:click=move |_| print()>{t.print}</button>
                <button type="button" on:click=begin_anew>{anew_words}</button>
            </p>
        </div>
    }
    .into_any()
}

fn print() {
    let _ = window().print();
}

fn outcome(paper: Paper, question: &'static Question<'static>) -> Outcome {
    let grade = paper.grade(question);
    Outcome {
        chapter: chapter_of(question),
        kind: kind_of(question),
        points: grade.map_or(0, |grade| grade.points),
        out_of: out_of(&question.task),
        by_reader: is_judged_by_reader(&question.task),
        sure: paper.sure(question),
    }
}

/// Sums with the parts of them that were earned, as figures and as bars.
fn table(heading: &'static str, rows: Vec<(&'static str, Sum)>) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    let [right, points, percent] = of_quiz().columns;
    let rows = rows.into_iter().map(|(name, sum)| {
        let part = [&sum.percent().to_string(), "%"].concat();
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{sum.right} "/" {sum.items}</td>
                <td>{sum.points} "/" {sum.out_of}</td>
                <td>
                    {part.clone()}
                    <span class="part" aria-hidden="true"><span style:inline-size=part></span></span>
                </td>
            </tr>
        }
    });
    view! {
        <table class="sums">
            <caption>{heading}</caption>
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{right}</th>
                    <th scope="col">{points}</th>
                    <th scope="col">{percent}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// Links to the passages that settle what was missed, each once.
fn reread(missed: &[&'static Question<'static>]) -> AnyView {
    let mut addresses: Vec<String> = Vec::new();
    for question in missed {
        let address = question.passage.to_string();
        if !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    if addresses.is_empty() {
        return ().into_any();
    }
    let links = addresses.iter().filter_map(|address| {
        let (chapter, passage) = passage_at(address)?;
        let href = ["#/read/", address].concat();
        Some(view! { <li><a href=href>{passage.heading}</a> ", " {chapter.title}</li> })
    });
    view! {
        <h3>{of_quiz().reread}</h3>
        <ul>{links.collect_view()}</ul>
    }
    .into_any()
}
