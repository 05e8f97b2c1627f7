//! Links to passages, to be handed on.

use crate::i18n::messages;
use crate::shell::{Navigation, events};
use js_sys::Reflect;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Clipboard, Element, HtmlDocument, HtmlElement, HtmlInputElement};

/// A link that is being copied: the button, and the address.
type Waiting = Rc<RefCell<Option<(HtmlElement, String)>>>;

/// Copies the link to a passage from now on when that is asked for.
pub(crate) fn start(navigation: Navigation) {
    let waiting = Waiting::default();
    // What the browser says of its clipboard comes later. Both live as long as the page.
    let taken = waiting.clone();
    let copied = Closure::<dyn FnMut(JsValue)>::new(move |_| {
        if let Some((button, _)) = taken.take() {
            say_copied(navigation, &button);
        }
    });
    let taken = waiting.clone();
    let refused = Closure::<dyn FnMut(JsValue)>::new(move |_| {
        if let Some((button, address)) = taken.take() {
            copy_otherwise(navigation, &button, &address);
        }
    });
    events::on_document("click", move |event| {
        let Some(button) = events::within(&event, ".copy-link") else { return };
        let Some(address) = address_of(&button) else { return };
        let Some(clipboard) = clipboard() else {
            copy_otherwise(navigation, &button, &address);
            return;
        };
        let promise = clipboard.write_text(&address);
        waiting.replace(Some((button, address)));
        let _ = promise.then2(&copied, &refused);
    });
}

/// The whole address of the passage that a button belongs to.
fn address_of(button: &Element) -> Option<String> {
    let passage = button.closest(".passage").ok().flatten()?;
    let mut address = window().location().href().ok()?;
    address.truncate(address.find('#').unwrap_or(address.len()));
    address.push('#');
    address.push_str(&passage.id());
    Some(address)
}

/// The browser's clipboard; none for a page that came over an open line, as in many schools.
fn clipboard() -> Option<Clipboard> {
    let clipboard = Reflect::get(&window().navigator(), &JsValue::from_str("clipboard")).ok()?;
    clipboard.is_object().then(|| clipboard.unchecked_into())
}

/// Copies as browsers did before they had a clipboard for scripts, or leaves the address to be
/// copied by hand.
fn copy_otherwise(navigation: Navigation, button: &HtmlElement, address: &str) {
    let Some(field) = said(button, "input") else { return };
    let Ok(field) = field.dyn_into::<HtmlInputElement>() else { return };
    let words = messages().listen.copy_by_hand;
    field.set_read_only(true);
    field.set_value(address);
    let _ = field.set_attribute("aria-label", words);
    let _ = field.focus();
    field.select();
    let copied = document()
        .dyn_into::<HtmlDocument>()
        .is_ok_and(|it| it.exec_command("copy").unwrap_or(false));
    if copied {
        let _ = button.focus();
        say_copied(navigation, button);
    } else if let Some(label) = say(button, words) {
        // The field is named by the same words.
        let _ = label.set_attribute("aria-hidden", "true");
        let _ = label.after_with_node_1(&field);
        let _ = field.focus();
        field.select();
    }
}

fn say_copied(navigation: Navigation, button: &HtmlElement) {
    let t = messages();
    let mut words = t.link_copied.to_owned();
    if window().location().protocol().is_ok_and(|it| it == "file:") {
        words.push(' ');
        words.push_str(t.listen.link_needs_file);
    }
    say(button, &words);
    navigation.announce(words);
}

/// Shows words beside a button.
fn say(button: &HtmlElement, words: &str) -> Option<HtmlElement> {
    let place = said(button, "span")?;
    place.set_text_content(Some(words));
    Some(place)
}

/// A new element for what is said of a link, in the place of the last such element.
fn said(button: &HtmlElement, kind: &str) -> Option<HtmlElement> {
    for before in events::elements(".link-said") {
        before.remove();
    }
    let place: HtmlElement = document().create_element(kind).ok()?.dyn_into().ok()?;
    place.set_class_name("link-said");
    button.after_with_node_1(&place).ok()?;
    Some(place)
}
