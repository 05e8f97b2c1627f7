//! The result of a paper: what it came to, what to read again, and the way to each question.

use super::hand_over;
use super::paper::Paper;
use super::pool::{chapter_of, kind_of};
use super::verdict::heading;
use super::view::{ITEM_HEADING, NEW};
use crate::content::{passage_at, story};
use crate::i18n::of_quiz;
use crate::widgets::{put, put_text};
use quiz::grade::{is_judged_by_reader, out_of};
use quiz::{Outcome, Sum, Sure, Tally};
use story::{PassageAddress, Question};

/// The result of a paper that was handed in, as markup; with the id of the button that begins it anew.
pub(super) fn markup(paper: &Paper, anew: &str, out: &mut String) {
    let t = of_quiz();
    let outcomes: Vec<Outcome> = paper.questions.iter().map(|it| outcome(paper, it)).collect();
    let tally = Tally::of(&outcomes);
    let start = [
        "<div class=\"result\"><h2 tabindex=\"-1\" id=\"",
        "\">",
        "</h2><p class=\"quiz-score\">",
        "</p>",
    ];
    put(out, &start, &[ITEM_HEADING, t.result, &(t.paper_named)(&paper.code)]);
    if tally.all.items > 0 {
        put(out, &["<p class=\"came-to\">", "</p>"], &[&(t.came_to)(tally.all)]);
    }
    if tally.by_reader.items > 0 {
        put(out, &["<p>", "</p>"], &[&(t.judged)(tally.by_reader)]);
    }
    let titles: Vec<&str> = story().chapters.iter().map(|chapter| chapter.title).collect();
    let by_chapter =
        tally.by_chapter.iter().filter_map(|(at, sum)| Some((*titles.get(*at)?, *sum)));
    table(out, t.by_chapter, by_chapter.collect());
    let by_kind = tally.by_kind.iter().filter_map(|(at, sum)| Some((*t.kinds.get(*at)?, *sum)));
    table(out, t.by_kind, by_kind.collect());
    let by_sure = Sure::ALL.into_iter().zip(tally.by_sure).filter(|(_, sum)| sum.items > 0);
    let by_sure: Vec<_> = by_sure.map(|(sure, sum)| ((t.sure)(sure), sum)).collect();
    if !by_sure.is_empty() {
        table(out, t.by_sure, by_sure);
        put(out, &["<p class=\"hint\">", "</p>"], &[t.about_sure]);
    }
    let missed = paper.questions.iter().zip(&outcomes);
    let missed = missed.filter(|(_, outcome)| !outcome.is_right() && !outcome.by_reader);
    passages(out, t.reread, missed.map(|(question, _)| question.passage));
    hand_over::markup(&paper.number(), out);
    put(out, &["<h3>", "</h3><ol class=\"each-question\">"], &[t.each_question]);
    for (at, question) in paper.questions.iter().enumerate() {
        let grade = paper.grade(question);
        let said = grade.map_or_else(|| t.no_answer.to_owned(), |grade| heading(question, &grade));
        let button = ["<li><button type=\"button\" data-do=\"question\" data-at=\"", "\">"];
        put(out, &button, &[&at.to_string()]);
        put_text(out, &question.prompt);
        put(out, &["</button> <span class=\"instruction\">", "</span></li>"], &[&said]);
    }
    let end = [
        "</ol><p class=\"item-actions\"><button type=\"button\" class=\"action\" data-do=\"another\">",
        "</button> <a href=\"#/quiz/",
        "\">",
        "</a> <button type=\"button\" data-do=\"print\">",
        "</button> <button type=\"button\" data-do=\"anew\" id=\"",
        "\">",
        "</button></p></div>",
    ];
    put(out, &end, &[t.another, NEW, t.new_paper, t.print, anew, t.once_more]);
}

fn outcome(paper: &Paper, question: &'static Question<'static>) -> Outcome {
    Outcome {
        chapter: chapter_of(question),
        kind: kind_of(question),
        points: paper.grade(question).map_or(0, |grade| grade.points),
        out_of: out_of(&question.task),
        by_reader: is_judged_by_reader(&question.task),
        sure: paper.sure(question),
    }
}

/// Adds the heads of a table's columns.
pub(super) fn heads(out: &mut String, columns: &[&str]) {
    out.push_str("<thead><tr>");
    for column in columns {
        put(out, &["<th scope=\"col\">", "</th>"], &[column]);
    }
    out.push_str("</tr></thead>");
}

/// Adds sums with the parts of them that were earned, as figures and as bars.
fn table(out: &mut String, heading: &str, rows: Vec<(&'static str, Sum)>) {
    if rows.is_empty() {
        return;
    }
    let [right, points, percent] = of_quiz().columns;
    let head = [
        "<table class=\"sums\"><caption>",
        "</caption><thead><tr><td></td><th scope=\"col\">",
        "</th><th scope=\"col\">",
        "</th><th scope=\"col\">",
        "</th></tr></thead><tbody>",
    ];
    put(out, &head, &[heading, right, points, percent]);
    for (name, sum) in rows {
        let part = [&sum.percent().to_string(), "%"].concat();
        let row = [
            "<tr><th scope=\"row\">",
            "</th><td>",
            "</td><td>",
            "</td><td>",
            "<span class=\"part\" aria-hidden=\"true\"><span style=\"inline-size: ",
            "\"></span></span></td></tr>",
        ];
        let (right, points) = (share(sum.right, sum.items), share(sum.points, sum.out_of));
        put(out, &row, &[name, &right, &points, &part, &part]);
    }
    out.push_str("</tbody></table>");
}

/// A part of a whole, as it is shown.
pub(super) fn share(part: u32, whole: u32) -> String {
    [&part.to_string(), "/", &whole.to_string()].concat()
}

/// Adds links to passages below a heading, each once; nothing where there are none.
pub(super) fn passages<'a>(
    out: &mut String,
    heading: &str,
    passages: impl Iterator<Item = PassageAddress<'a>>,
) {
    let mut addresses: Vec<String> = Vec::new();
    for passage in passages {
        let address = passage.to_string();
        if !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    if addresses.is_empty() {
        return;
    }
    put(out, &["<h3>", "</h3><ul>"], &[heading]);
    for address in addresses {
        if let Some((chapter, passage)) = passage_at(&address) {
            let link = ["<li><a href=\"#/read/", "\">", "</a>, ", "</li>"];
            put(out, &link, &[&address, passage.heading, chapter.title]);
        }
    }
    out.push_str("</ul>");
}
