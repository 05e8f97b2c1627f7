//! What a reference in the text means, in a popover beside it.
//!
//! The popover shows a copy of the entry that stands in the prerendered page. The link stays a link:
//! with scripts off, in an old browser, or with a modifier key it leads to the entry itself.

use super::Navigation;
use super::document::{element, entry_of, focus_id, route_of, want_evidence};
use super::events::{effect, is_for_browser, on_window, within};
use crate::i18n::messages;
use crate::route::{List, View};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlElement;

/// Id of the popover.
pub(super) const POPOVER: &str = "reference-popover";

/// Id of its heading.
pub(super) const HEADING: &str = "reference-heading";

/// Marks a link whose evidence is on its way.
const WAITING: &str = "data-waiting";

/// Opens references in the popover from now on.
pub(super) fn start(navigation: Navigation) {
    let opener = StoredValue::new_local(None::<HtmlElement>);
    // The link that waits for the evidence to come.
    let waiting = StoredValue::new_local(None::<HtmlElement>);
    let take_waiting = move || {
        let link = waiting.try_update_value(Option::take).flatten()?;
        let _ = link.remove_attribute(WAITING);
        Some(link)
    };
    let show = move |link: &HtmlElement| {
        let within = link.closest(&format!("#{POPOVER}")).ok().flatten().is_some();
        let shown = open(link).is_some();
        // From within the popover, closing leads back to the text, not into the popover.
        if shown && !within {
            opener.set_value(Some(link.clone()));
        }
        shown
    };
    let handle = move |event: MouseEvent| {
        if within(&event, ".popover-close").is_some() {
            hide();
            // The opener may be gone; then focus stays where the browser puts it.
            opener.with_value(|opener| opener.as_ref().map(HtmlElement::focus));
            return;
        }
        let link = within(&event, ".ref-claim, .ref-term, .ref-entity");
        let Some(link) = link.filter(|_| !is_for_browser(&event)) else { return };
        if show(&link) {
            event.prevent_default();
        } else if has_no_entry_yet(&link) && !link.has_attribute(WAITING) {
            // A second click follows the link.
            event.prevent_default();
            take_waiting();
            let _ = link.set_attribute(WAITING, "");
            navigation.announce(messages().evidence_coming.to_owned());
            waiting.set_value(Some(link));
            want_evidence();
        }
    };
    let follow = move |link: &HtmlElement| {
        if let Some(route) = route_of(link) {
            navigation.go(route);
        }
    };
    on_window("otg:evidence", move |_| {
        if let Some(link) = take_waiting().filter(|link| !show(link)) {
            follow(&link);
        }
    });
    // The page of claims says what to do without it.
    on_window("otg:no-evidence", move |_| {
        if let Some(link) = take_waiting() {
            follow(&link);
        }
    });
    // On the document, since the navigation listens on the window, which is reached after it.
    let closure = Closure::<dyn FnMut(MouseEvent)>::new(handle);
    let _ = document().add_event_listener_with_callback("click", closure.as_ref().unchecked_ref());
    closure.forget();
    // Going anywhere leaves what the popover was about, or was to be about.
    effect(move || {
        navigation.route.track();
        take_waiting();
        hide();
    });
}

/// Whether a link leads to an entry among the evidence that is not in the page yet.
fn has_no_entry_yet(link: &HtmlElement) -> bool {
    let view = route_of(link).map(|route| route.view);
    view.is_some_and(|view| {
        matches!(&view, View::List(list, Some(_)) if list.is_evidence())
            && element(&view.path()).is_none()
    })
}

/// Fills the popover with what a link leads to and shows it; none where that can't be done.
fn open(link: &HtmlElement) -> Option<()> {
    let href = link.get_attribute("href")?;
    let View::List(list, Some(id)) = route_of(link)?.view else { return None };
    let (heading, content) = entry_of(list, &id)?;
    let popover = element(POPOVER)?;
    let place = popover.query_selector(".popover-content").ok()??;
    place.replace_children_with_node_1(&content);
    element(HEADING)?.set_text_content(Some(&heading));
    popover.query_selector(".label").ok()??.set_text_content(Some(label(list)));
    popover.query_selector(".open-page").ok()??.set_attribute("href", &href).ok()?;
    let rect = link.get_bounding_client_rect();
    let style = popover.style();
    // The style sheet keeps it inside the window, and on a phone at the bottom of it.
    for (name, value) in [
        ("--opener-left", rect.left()),
        ("--opener-top", rect.top()),
        ("--opener-bottom", rect.bottom()),
    ] {
        style.set_property(name, &format!("{}px", value.round() as i32)).ok()?;
    }
    let height = window().inner_height().ok()?.as_f64()?;
    let side = if height - rect.bottom() >= rect.top() { "below" } else { "above" };
    popover.set_attribute("data-side", side).ok()?;
    if !popover.matches(":popover-open").unwrap_or(false) {
        popover.show_popover().ok()?;
    }
    popover.set_scroll_top(0);
    focus_id(HEADING);
    Some(())
}

/// What stands over the heading: what kind of thing is explained.
fn label(list: List) -> &'static str {
    let t = messages();
    match list {
        List::Claims => t.how_do_we_know,
        List::Glossary => t.glossary,
        List::People => t.people,
        List::Map => t.groups,
        List::Timeline => t.timeline,
        List::Sources => t.sources,
    }
}

fn hide() {
    if let Some(popover) = element(POPOVER) {
        // Fails where it is not shown, which is what is wanted.
        let _ = popover.hide_popover();
    }
}
