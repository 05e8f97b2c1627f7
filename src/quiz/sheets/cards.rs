//! The story's events as cards: without dates, to be cut out and laid in order, and a sheet with the dates.

use super::begin;
use crate::i18n::of_sheets;
use crate::shell::events::{elements, elements_in};
use crate::widgets::put;
use web_sys::HtmlElement;

/// Adds the cards and their key, from the events that stand in the page; none where they have not come.
pub(super) fn markup(out: &mut String) -> Option<()> {
    let t = of_sheets();
    let mut events = Vec::new();
    for year in elements("#later-timeline .years > li") {
        events.extend(elements_in(&year, ".entry").iter().filter_map(event));
    }
    if events.is_empty() {
        return None;
    }
    begin(out, "cards", None, t.cards_heading);
    put(out, &["<p>", "</p></header><ul>"], &[t.about_cards]);
    // In the order of their titles they give nothing away.
    let mut shuffled: Vec<usize> = (0..events.len()).collect();
    quiz::shuffle(&mut shuffled, quiz::seed_of(t.cards_heading));
    for at in shuffled {
        if let Some((title, _)) = events.get(at) {
            put(out, &["<li>", "</li>"], &[title]);
        }
    }
    out.push_str("</ul></article>");
    begin(out, "dates", None, t.cards_key);
    out.push_str("</header><ol>");
    for (title, when) in &events {
        put(out, &["<li><b>", "</b> ", "</li>"], &[when, title]);
    }
    out.push_str("</ol></article>");
    Some(())
}

/// What happened, and when.
fn event(entry: &HtmlElement) -> Option<(String, String)> {
    let words = |selector: &str| entry.query_selector(selector).ok().flatten()?.text_content();
    // The date comes first, then where it was.
    let when = words(".facts")?.split('\u{b7}').next()?.trim().to_owned();
    Some((words("h3")?, when))
}
