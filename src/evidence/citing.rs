//! Citing a source, where it is listed and where a claim rests on it: its forms in the styles that
//! schools ask for, and copying one.
//!
//! The forms are written when they are opened, from templates (`template`); written out, those of all
//! sources would weigh as much as an eighth of the evidence.

use super::template::{BETWEEN, Parts, expand};
use crate::i18n::of_timeline;
use crate::reader::share::clipboard;
use crate::shell::events::{on_document, within};
use crate::shell::{Navigation, element};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlElement};

/// Names of the styles, in the order of `styles::Style::ALL`; they are the same in every language.
const STYLES: [&str; 3] = ["Chicago", "MLA", "APA"];

/// The line whose button was pressed last.
type Pressed = Rc<RefCell<Option<Element>>>;

/// Writes the forms of sources that are opened from now on, and copies what is asked for.
pub(super) fn start(navigation: Navigation) {
    let pressed = Pressed::default();
    let it = Rc::clone(&pressed);
    let done: Box<dyn FnMut(JsValue)> = Box::new(move |_| {
        let style = it.borrow().as_ref().map(style_of).unwrap_or_default();
        navigation.announce((of_timeline().copied)(&style));
    });
    let it = Rc::clone(&pressed);
    let refused: Box<dyn FnMut(JsValue)> = Box::new(move |_| otherwise(navigation, &it));
    let (done, refused) = (Closure::wrap(done), Closure::wrap(refused));
    on_document("click", move |event: Event| {
        if let Some(summary) = within(&event, ".cite > summary") {
            let _ = write_forms(&summary);
        }
        let Some(line) = within(&event, ".cite button").and_then(|it| it.parent_element()) else {
            return;
        };
        let words = form_in(&line).and_then(|form| form.text_content());
        pressed.replace(Some(line));
        match (clipboard(), words) {
            (Some(clipboard), Some(words)) => {
                let _ = clipboard.write_text(&words).then2(&done, &refused);
            }
            _ => otherwise(navigation, &pressed),
        }
    });
}

/// Writes the forms of the source below the summary that was opened, unless they stand there.
fn write_forms(summary: &HtmlElement) -> Option<()> {
    let details = summary.parent_element().filter(|it| it.child_element_count() == 1)?;
    let entry = source_of(&details.parent_element()?)?;
    let part = |selector| entry.query_selector(selector).ok().flatten();
    let words = |selector| part(selector).and_then(|it| it.text_content()).unwrap_or_default();
    let url = part(".original").and_then(|it| it.get_attribute("href")).unwrap_or_default();
    let parts = Parts {
        title: &words("cite"),
        container: &words(".in"),
        publisher: &words(".by"),
        date: &words(".on"),
        url: &url,
    };
    let forms = part(".cite")?.get_attribute("data-forms")?;
    for (template, style) in forms.split(BETWEEN).zip(STYLES) {
        let line = append(&details, "p", "")?;
        append(&line, "b", style)?;
        let form = append(&line, "span", "")?;
        for (words, italic) in expand(template, &parts) {
            append(&form, if italic { "i" } else { "span" }, &words)?;
        }
        let copy = (of_timeline().copy)(style);
        append(&line, "button", &copy)?.set_attribute("type", "button").ok()?;
    }
    Some(())
}

/// The entry of the source that is cited: a citation on a claim links to it, and a source is it.
fn source_of(cited: &Element) -> Option<Element> {
    let Some(link) = cited.query_selector(".cited > a").ok()? else { return Some(cited.clone()) };
    element(link.get_attribute("href")?.trim_start_matches('#')).map(Into::into)
}

/// Adds an element with words to another.
fn append(to: &Element, name: &str, words: &str) -> Option<Element> {
    let element = document().create_element(name).ok()?;
    element.set_text_content(Some(words));
    to.append_child(&element).ok()?;
    Some(element)
}

/// Selects the form, so that the reader can copy it, and says so.
fn otherwise(navigation: Navigation, pressed: &Pressed) {
    let form = pressed.borrow().as_ref().and_then(form_in);
    if let (Some(form), Ok(Some(selection))) = (form, window().get_selection()) {
        let _ = selection.select_all_children(&form);
    }
    navigation.announce(of_timeline().not_copied.to_owned());
}

fn form_in(line: &Element) -> Option<Element> {
    line.query_selector("span").ok().flatten()
}

fn style_of(line: &Element) -> String {
    let name = line.query_selector("b").ok().flatten().and_then(|it| it.text_content());
    name.unwrap_or_default()
}
