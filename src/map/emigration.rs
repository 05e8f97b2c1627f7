//! How many left in each year: a strip of bars below the slider, and a sentence of the year that is shown.

use crate::content::{EMIGRATION, Figure, story};
use crate::i18n::{messages, of_map};
use crate::shell::write;
use crate::widgets::put;
use leptos::prelude::*;

/// Id of what marks the year in the strip.
const NOW: &str = "map-people-now";

/// Id of the sentence.
const SENTENCE: &str = "map-people";

/// How wide a year is in the strip, in units of its drawing; it is a hundred of them high.
const WIDTH: u32 = 10;

/// The bars, as markup, as long as the slider; nothing for a story without figures. The sentence tells what they
/// show, and the timeline has all of them in words.
pub(super) fn strip_markup(out: &mut String) {
    let (_, figures) = EMIGRATION;
    let most = figures.iter().map(|figure| figure.1).max().unwrap_or_default();
    if most == 0 {
        return;
    }
    let years = along(story().last_year);
    let start = [
        "<svg class=\"year-people\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 ",
        " 100\"><path d=\"M0 100h",
        "\"/>",
    ];
    let years = years.to_string();
    put(out, &start, &[&years, &years]);
    for figure in figures {
        bar(out, figure, most);
    }
    put(out, &["<path class=\"now\" id=\"", "\" d=\"M0 0v100\"/></svg>"], &[NOW]);
}

fn bar(out: &mut String, &(year, people, _, doubtful): &Figure, most: u32) {
    if !(story().first_year..=story().last_year).contains(&year) {
        return;
    }
    let parts = [" d=\"M", " 100v-", "h6v", "z\"/>"];
    // A hundred times as many need more than 32 bits.
    let high = (u64::from(people) * 100 / u64::from(most)).max(1).to_string();
    let from = (i64::from(along(year)) - 3).to_string();
    out.push_str(if doubtful { "<path" } else { "<path class=\"sure\"" });
    put(out, &parts, &[&from, &high, &high]);
}

/// How far along the strip a year is.
fn along(year: i16) -> u32 {
    u32::from((year - story().first_year).max(0).unsigned_abs()) * WIDTH
}

/// A place for the sentence, as markup.
pub(super) fn sentence_markup(out: &mut String) {
    if !EMIGRATION.1.is_empty() {
        let parts = [
            "<p class=\"hint map-people\"><span id=\"",
            "\"></span> <a href=\"#/timeline\">",
            "</a></p>",
        ];
        put(out, &parts, &[SENTENCE, of_map().emigration_of_all]);
    }
}

/// Marks a year in the strip, and tells its figure.
pub(super) fn tell(year: i16) {
    // Not an element of HTML.
    if let Some(now) = document().get_element_by_id(NOW) {
        let place = ["translate(", &along(year).to_string(), ")"].concat();
        let _ = now.set_attribute("transform", &place);
    }
    write(SENTENCE, &sentence(year, EMIGRATION));
}

fn sentence(year: i16, (caption, figures): (&str, &[Figure])) -> String {
    let figure = figures
        .iter()
        .find(|figure| figure.0 == year)
        .map(|&(_, people, bound, doubtful)| ((messages().count)(bound, people), doubtful));
    (of_map().emigration)(caption, year, figure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use story::Bound;

    const FIGURES: (&str, &[Figure]) =
        ("Who left", &[(1968, 229, Bound::Exact, false), (1990, 181_800, Bound::About, true)]);

    #[test]
    fn each_year_has_its_figure_and_says_how_sure_it_is() {
        assert_eq!(sentence(1968, FIGURES), "Who left: 229 in 1968.");
        assert_eq!(sentence(1990, FIGURES), "Who left: about 181,800 in 1990 (doubtful).");
        assert_eq!(sentence(1967, FIGURES), "Who left: no figure for 1967.");
    }

    #[test]
    fn the_strip_has_a_bar_for_each_figure_none_of_them_invisible() {
        let mut out = String::new();
        strip_markup(&mut out);
        let bars = out.matches("h6v").count();
        assert_eq!(bars, EMIGRATION.1.len());
        assert!(!out.contains("v-0"));
        let doubtful = EMIGRATION.1.iter().filter(|figure| figure.3).count();
        assert_eq!(out.matches("class=\"sure\"").count(), bars - doubtful);
        assert_eq!(out.contains("v-100h6"), !EMIGRATION.1.is_empty());
    }
}
