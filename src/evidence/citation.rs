//! A source as it is cited.

use crate::i18n::{messages, of_timeline};
use crate::route::{List, View};
use leptos::prelude::*;
use story::date::Part;
use story::{Citation, HistoricalDate, Source};

use crate::content::story;
use crate::widgets::Prose;

/// A source in the order of the Chicago Manual's notes: author, title, container, date.
///
/// Whole, among all sources, its title leads to the original and its publisher is named; in short,
/// beside a claim, which leads to the whole, neither.
#[component]
pub(crate) fn SourceLine(
    /// The source.
    source: &'static Source<'static>,
    /// Whether it is given whole.
    #[prop(optional)]
    whole: bool,
) -> impl IntoView {
    let title = match source.url.filter(|_| whole) {
        Some(url) => {
            view! { <a class="original" href=url rel="external noreferrer">{source.title}</a> }
                .into_any()
        }
        None => source.title.into_any(),
    };
    let authors = join_authors(&source.authors);
    let dated = source.date != HistoricalDate::Unknown;
    // Other styles can write only an exact date otherwise.
    let date = part("on", source.date.display(&messages().dates), whole && is_exact(source.date));
    view! {
        {(!authors.is_empty()).then(|| format!("{authors}, "))}
        <cite>{title}</cite>
        {source.container.map(|container| view! { ", " {part("in", container, whole)} })}
        {source
            .publisher
            // What stands in nothing larger is known by its publisher.
            .filter(|publisher| {
                (whole || source.container.is_none()) && Some(*publisher) != source.container
            })
            .map(|publisher| view! { ", " {part("by", publisher, whole)} })}
        {dated.then(|| view! { ", " {date} })}
    }
}

/// A part of a source, marked where `citing` is to find it again.
fn part(class: &'static str, words: impl Into<String>, marked: bool) -> AnyView {
    let words = words.into();
    if marked { view! { <span class=class>{words}</span> }.into_any() } else { words.into_any() }
}

/// Whether a date is a day, a month or a year.
pub(super) fn is_exact(date: HistoricalDate) -> bool {
    matches!(date, HistoricalDate::On(at) if !matches!(at.part, Part::Season(_)))
}

/// One source on one claim: what it says, then where that stands.
#[component]
pub(crate) fn CitationEntry(
    /// The citation.
    citation: &'static Citation<'static>,
) -> impl IntoView {
    let source = story().sources.get(citation.source.0).map(|source| {
        let href = format!("#{}", View::List(List::Sources, Some(source.id.0.to_owned())).path());
        view! {
            <p class="cited">
                <a href=href><SourceLine source/></a>
                " "
                <span class="kind">{(messages().source_kind)(source.kind)}</span>
            </p>
            <details class="cite">
                <summary>{of_timeline().cite}</summary>
            </details>
        }
    });
    view! { <li><Prose text=&citation.says/>{source}</li> }
}

/// Writes authors as English does: one, two with "and", more with commas.
fn join_authors(authors: &[&str]) -> String {
    match authors {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [one, two] => format!("{one} and {two}"),
        [all @ .., last] => format!("{}, and {last}", all.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::join_authors;

    #[test]
    fn authors_are_joined_as_a_reader_expects() {
        assert_eq!(join_authors(&[]), "");
        assert_eq!(join_authors(&["A"]), "A");
        assert_eq!(join_authors(&["A", "B"]), "A and B");
        assert_eq!(join_authors(&["A", "B", "C"]), "A, B, and C");
    }
}
