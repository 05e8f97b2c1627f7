//! Putting one of several things to each of some: partners, words in blanks, how sources bear.
//!
//! Each is the browser's own list of choices, which every input device and screen reader knows.

use super::asked::{Asked, put_mark, words_of};
use crate::i18n::of_quiz;
use crate::widgets::{put, put_text};
use story::{Bearing, Choice, Pair, Segment, Text, Weighing};

/// What can be put: an id, and its words.
type Choosable = (String, String);

/// All partners in the order of a seed.
pub(crate) fn partners_shown(pairs: &[Pair<'_>], seed: u64) -> Vec<Choosable> {
    let partner = |pair: &Pair<'_>| (pair.id.0.to_owned(), pair.partner.plain());
    shuffled(pairs.iter().map(partner), seed)
}

/// All words in the order of a seed.
pub(crate) fn words_shown(options: &[Choice<'_>], seed: u64) -> Vec<Choosable> {
    let word = |option: &Choice<'_>| (option.id.0.to_owned(), option.text.plain());
    shuffled(options.iter().map(word), seed)
}

/// All ways in which a source can bear on a claim.
pub(super) fn bearings() -> Vec<Choosable> {
    let words = |it: Bearing| (it.slug().to_owned(), (of_quiz().bearing)(it).to_owned());
    Bearing::ALL.into_iter().map(words).collect()
}

/// Sources in the order of a seed.
pub(crate) fn sources_shown(
    sources: &'static [Weighing<'static>],
    seed: u64,
) -> Vec<&'static Weighing<'static>> {
    shuffled(sources.iter(), seed)
}

fn shuffled<T>(all: impl Iterator<Item = T>, seed: u64) -> Vec<T> {
    let mut shuffled: Vec<T> = all.collect();
    quiz::shuffle(&mut shuffled, seed);
    shuffled
}

/// Each one's partner among all partners.
pub(super) fn partners(out: &mut String, it: &Asked, pairs: &'static [Pair<'static>]) {
    let choices = partners_shown(pairs, it.seed);
    out.push_str("<ul class=\"pairs\">");
    for (at, pair) in pairs.iter().enumerate() {
        row(out, it, at, (pair.id.0, &pair.text, None), &choices);
    }
    out.push_str("</ul>");
}

/// How each source bears on the claim.
pub(super) fn weighings(out: &mut String, it: &Asked, sources: &'static [Weighing<'static>]) {
    let choices = bearings();
    out.push_str("<ul class=\"pairs\">");
    for (at, weighing) in sources_shown(sources, it.seed).into_iter().enumerate() {
        row(out, it, at, (weighing.id.0, &weighing.text, Some(weighing.source.0)), &choices);
    }
    out.push_str("</ul>");
}

/// A text with a list of words at each blank.
pub(super) fn blanks(
    out: &mut String,
    it: &Asked,
    text: &'static [Segment<'static>],
    options: &'static [Choice<'static>],
) {
    let choices = words_shown(options, it.seed);
    let mut number = 0;
    out.push_str("<p class=\"blanks\">");
    for segment in text {
        match segment {
            Segment::Words(words) => put(out, &[""], &[words]),
            Segment::Blank(_) => {
                let asked = number.to_string();
                number += 1;
                out.push_str("<span class=\"blank\"");
                put_mark(out, it.mark_of(&asked));
                out.push('>');
                select(out, it, number == 1, &asked, Some(&(of_quiz().blank)(number)), &choices);
                out.push_str("</span>");
            }
        }
    }
    out.push_str("</p>");
}

/// A thing with its list: its id, its words, and the source that says them, if one does.
fn row(
    out: &mut String,
    it: &Asked,
    at: usize,
    (asked, words, source): (&str, &Text<'static>, Option<&str>),
    choices: &[Choosable],
) {
    out.push_str("<li");
    put_mark(out, it.mark_of(asked));
    put(out, &["><label class=\"option-text\" for=\"", "\">"], &[&id_of(at == 0, asked)]);
    put_text(out, words);
    if let Some(source) = source {
        let link = [" (<a href=\"#/sources/", "\">", "</a>)"];
        put(out, &link, &[source, of_quiz().the_source]);
    }
    out.push_str("</label>");
    select(out, it, at == 0, asked, None, choices);
    out.push_str("</li>");
}

/// The list for one thing, which shows what was put to it, and how that came out.
fn select(
    out: &mut String,
    it: &Asked,
    first: bool,
    asked: &str,
    label: Option<&str>,
    choices: &[Choosable],
) {
    let start = ["<select id=\"", "\" data-put=\"", "\" aria-describedby=\"", "\""];
    put(out, &start, &[&id_of(first, asked), asked, &mark_id(asked)]);
    if let Some(label) = label {
        put(out, &[" aria-label=\"", "\""], &[label]);
    }
    out.push_str(it.disabled());
    put(out, &["><option value=\"\">", "</option>"], &[of_quiz().choose]);
    let now = it.answer.put_to(asked);
    for (value, words) in choices {
        put(out, &["<option value=\"", "\""], &[value]);
        out.push_str(if now == Some(value) { " selected" } else { "" });
        put(out, &[">", "</option>"], &[words]);
    }
    let mark = ["</select><span class=\"option-mark\" id=\"", "\">", "</span>"];
    put(out, &mark, &[&mark_id(asked), words_of(it.mark_of(asked))]);
}

/// The id of the field for a thing; the first gets the focus when the item is tried again.
pub(super) fn id_of(first: bool, asked: &str) -> String {
    if first { super::FIRST_OPTION.to_owned() } else { ["put-", asked].concat() }
}

/// The id of what is said of one thing once the answer is graded.
pub(super) fn mark_id(asked: &str) -> String {
    ["mark-", asked].concat()
}
