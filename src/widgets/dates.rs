//! A historical date in the page.

use crate::i18n::messages;
use leptos::prelude::*;
use story::HistoricalDate;

/// A date in words, with a machine's form beside it where HTML has one for it.
#[component]
pub fn DateText(
    /// The date.
    date: HistoricalDate,
) -> impl IntoView {
    let words = date.display(&messages().dates);
    match machine_form(date) {
        Some(form) => view! { <time datetime=form>{words}</time> }.into_any(),
        None => view! { <span>{words}</span> }.into_any(),
    }
}

/// What the `datetime` attribute may hold: a day, a month or a year that is exact.
fn machine_form(date: HistoricalDate) -> Option<String> {
    use story::date::Part;
    match date {
        HistoricalDate::On(at) if !matches!(at.part, Part::Season(_)) => Some(at.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_exact_dates_have_a_machine_form() {
        let form = |text: &str| machine_form(text.parse().unwrap());
        assert_eq!(form("1964-04-27").as_deref(), Some("1964-04-27"));
        assert_eq!(form("1964").as_deref(), Some("1964"));
        assert_eq!(form("1961-23"), None);
        assert_eq!(form("1968~"), None);
        assert_eq!(form("XXXX"), None);
    }
}
