//! Emigration year by year, as a drawing and in words.

use super::course::turns;
use crate::content::story;
use crate::i18n::{messages, of_timeline};
use leptos::prelude::*;
use story::{Bound, EmigrationYear};

/// Height of a year's row, in the size of its type.
const ROW: f64 = 1.6;

/// Where bars begin, in hundredths of the width.
const LEFT: f64 = 13.0;

/// How long the longest bar is, in hundredths of the width.
const LONGEST: f64 = 84.0;

/// From which length on a bar has its figure inside, since a phone has no room for it behind.
const ROOMY: f64 = 45.0;

/// A bar a year, doubtful ones hollow, with ticks where others counted otherwise; then the same in
/// words, and what happened where the figures turn.
///
/// Widths are parts of the whole and heights are in the size of the type, so that letters are as
/// large on a phone as beside the table.
#[component]
pub(super) fn EmigrationChart() -> impl IntoView {
    let t = of_timeline();
    let rows = &story().emigration;
    let counts = |row: &EmigrationYear<'_>| {
        row.others.iter().map(|other| other.count).chain([row.total]).max()
    };
    let most = f64::from(rows.iter().filter_map(counts).max().unwrap_or(1));
    let length = move |count: u32| f64::from(count) / most * LONGEST;
    let bars: Vec<_> = rows.iter().enumerate().map(|(at, row)| bar(at, row, &length)).collect();
    let height = em(ROW * f64::from(u16::try_from(rows.len()).unwrap_or(u16::MAX)));
    let [counted, doubtful, others] = t.chart_key;
    view! {
        <figure class="chart">
            <figcaption>{story().emigration_caption}</figcaption>
            <p id="chart-in-words">{in_words(rows)}</p>
            <p class="chart-key" aria-hidden="true">
                <span class="bar"></span> {counted} " "
                <span class="bar doubtful"></span> {doubtful} " "
                <span class="tick"></span> {others}
            </p>
            <svg
                role="img"
                aria-label=(t.chart)(story().emigration_caption)
                aria-describedby="chart-in-words"
                width="100%"
                height=height
            >
                {bars}
            </svg>
        </figure>
        {events_at_turns(rows)}
    }
}

fn bar(at: usize, row: &'static EmigrationYear<'static>, length: &dyn Fn(u32) -> f64) -> AnyView {
    let top = ROW * f64::from(u16::try_from(at).unwrap_or(u16::MAX));
    let class = if row.doubtful { "bar doubtful" } else { "bar" };
    let end = length(row.total);
    let farthest = row.others.iter().map(|it| length(it.count)).fold(end, f64::max);
    let ticks: Vec<_> = row
        .others
        .iter()
        // What differs by less than can be seen would only thicken the bar's end.
        .filter(|other| (length(other.count) - end).abs() > 0.4)
        .map(|other| {
            let x = percent(LEFT + length(other.count));
            let (from, to) = (em(top + 0.1), em(top + ROW - 0.1));
            let ends = percent(LEFT + end);
            let middle = em(top + ROW / 2.0);
            view! {
                <line class="range" x1=ends x2=x.clone() y1=middle.clone() y2=middle/>
                <line class="tick" x1=x.clone() x2=x y1=from y2=to/>
            }
        })
        .collect();
    let line = em(top + 1.13);
    let inside = end > ROOMY;
    let place = match (inside, row.doubtful) {
        (true, false) => Some("inside full"),
        (true, true) => Some("inside"),
        (false, _) => None,
    };
    let (x, dx) = if inside { (end, "-0.5em") } else { (farthest, "0.5em") };
    view! {
        <text x="0" y=line.clone()>{row.year}</text>
        <rect class=class x=percent(LEFT) y=em(top + 0.15) width=percent(end.max(0.2)) height=em(ROW - 0.3)/>
        {ticks}
        <text class=place x=percent(LEFT + x) dx=dx y=line>{(messages().count)(row.bound, row.total)}</text>
    }
    .into_any()
}

fn percent(length: f64) -> String {
    format!("{length:.1}%")
}

fn em(length: f64) -> String {
    format!("{length:.2}em")
}

/// The shape of the chart in words: extremes, turns, and what is doubtful.
fn in_words(rows: &[EmigrationYear<'_>]) -> String {
    let t = of_timeline();
    let count = |row: &EmigrationYear<'_>| (messages().count)(row.bound, row.total);
    let (Some(most), Some(least)) =
        (rows.iter().max_by_key(|row| row.total), rows.iter().min_by_key(|row| row.total))
    else {
        return String::new();
    };
    let mut words = (t.chart_extremes)((most.year, &count(most)), (least.year, &count(least)));
    let turns: Vec<_> = turns(&figures(rows))
        .iter()
        .map(|turn| {
            let row = rows.iter().find(|row| row.year == turn.year);
            let figure = row.map_or_else(|| (messages().count)(Bound::Exact, turn.count), count);
            (t.chart_turn)(turn.rises, turn.year, &figure)
        })
        .collect();
    words.push(' ');
    words.push_str(&(t.chart_course)(&turns));
    let doubtful: Vec<_> =
        rows.iter().filter(|row| row.doubtful).map(|row| row.year.to_string()).collect();
    if !doubtful.is_empty() {
        words.push(' ');
        words.push_str(&(t.chart_doubtful)(&doubtful.join(", ")));
    }
    words
}

fn figures(rows: &[EmigrationYear<'_>]) -> Vec<(i16, u32)> {
    rows.iter().map(|row| (row.year, row.total)).collect()
}

/// Links to the events of the years in which the figures turn.
fn events_at_turns(rows: &[EmigrationYear<'_>]) -> impl IntoView + use<> {
    let years: Vec<_> = turns(&figures(rows))
        .iter()
        .filter_map(|turn| {
            let events: Vec<_> = story()
                .events
                .iter()
                .filter(|event| event.date.representative_year() == Some(turn.year))
                .map(|event| {
                    let href = format!("#/timeline/{}", event.id);
                    view! { <dd><a href=href>{event.title}</a></dd> }
                })
                .collect();
            let year = turn.year;
            (!events.is_empty()).then(|| view! { <div><dt>{year}</dt>{events}</div> })
        })
        .collect();
    (!years.is_empty()).then(|| {
        view! {
            <h2>{of_timeline().chart_events}</h2>
            <dl class="connections">{years}</dl>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_name_the_extremes_and_every_doubtful_year() {
        let rows = &story().emigration;
        let words = in_words(rows);
        for row in rows.iter().filter(|row| row.doubtful) {
            assert!(words.contains(&row.year.to_string()), "{} in {words}", row.year);
        }
        let most = rows.iter().max_by_key(|row| row.total).unwrap();
        assert!(words.starts_with(&format!("Most left in {}", most.year)), "{words}");
        assert_eq!(in_words(&[]), "");
    }
}
