//! Links to passages, to be handed on.

use crate::content::story;
use crate::i18n::messages;
use crate::route::Route;
use crate::shell::Navigation;
use crate::shell::events::{on_document, within};
use js_sys::Reflect;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Clipboard, HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// How long a button says what came of it.
const TOLD: Duration = Duration::from_secs(2);

/// The button that was pressed last.
type Pressed = Rc<RefCell<Option<HtmlElement>>>;

/// Copies the link to a passage from now on when that is asked for.
pub(crate) fn start(navigation: Navigation) {
    let pressed = Pressed::default();
    let it = Rc::clone(&pressed);
    let done: Box<dyn FnMut(JsValue)> = Box::new(move |_| tell(navigation, &it, true));
    let it = Rc::clone(&pressed);
    let refused: Box<dyn FnMut(JsValue)> = Box::new(move |_| otherwise(navigation, &it));
    let (done, refused) = (Closure::wrap(done), Closure::wrap(refused));
    on_document("click", move |event| {
        let Some(button) = within(&event, ".copy-link") else { return };
        let address = address_of(&button);
        pressed.replace(Some(button));
        match (clipboard(), address) {
            (Some(clipboard), Some(address)) => {
                let _ = clipboard.write_text(&address).then2(&done, &refused);
            }
            _ => otherwise(navigation, &pressed),
        }
    });
}

/// Copies as older browsers do.
fn otherwise(navigation: Navigation, pressed: &Pressed) {
    let button = pressed.borrow().clone();
    let copied = button.and_then(|it| copy_selected(&it, &address_of(&it)?));
    tell(navigation, pressed, copied == Some(true));
}

/// Says what came of it; where a link can't be copied it is put where the reader can copy it.
fn tell(navigation: Navigation, pressed: &Pressed, copied: bool) {
    let t = messages();
    let Some(button) = pressed.borrow().clone() else { return };
    let hash = hash_of(&button);
    if !copied && let Some(route) = hash.and_then(|hash| Route::parse(&hash, story())) {
        navigation.replace(route);
    }
    navigation.announce((if copied { t.link_copied } else { t.link_not_copied }).to_owned());
    button.set_text_content(Some(if copied { t.copied } else { t.link_above }));
    set_timeout(move || button.set_text_content(Some(t.copy_link)), TOLD);
}

/// The clipboard, which browsers have only for pages that came safely.
pub(crate) fn clipboard() -> Option<Clipboard> {
    let found = Reflect::get(&window().navigator(), &JsValue::from_str("clipboard")).ok()?;
    found.is_object().then(|| found.unchecked_into())
}

fn copy_selected(button: &HtmlElement, address: &str) -> Option<bool> {
    let page: HtmlDocument = document().dyn_into().ok()?;
    let field: HtmlTextAreaElement = page.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(address);
    field.set_class_name("spoken");
    button.parent_element()?.append_child(&field).ok()?;
    field.select();
    let copied = page.exec_command("copy").ok();
    field.remove();
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = button.focus_with_options(&options);
    copied
}

/// The full address of the passage that a button belongs to.
fn address_of(button: &HtmlElement) -> Option<String> {
    let page = window().location().href().ok()?;
    let mut address = page.split('#').next()?.to_owned();
    address.push_str(&hash_of(button)?);
    Some(address)
}

fn hash_of(button: &HtmlElement) -> Option<String> {
    let passage = button.closest("[data-passage]").ok()??.get_attribute("data-passage")?;
    let mut hash = "#/read/".to_owned();
    hash.push_str(&passage);
    Some(hash)
}
