//! Putting options in order with two buttons each: no dragging needed.

use super::asked::{Asked, all, put_mark};
use crate::i18n::messages;
use crate::shell::Navigation;
use crate::widgets::{put, put_text};
use quiz::{Answer, Fault};
use story::Choice;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Options to be put in order.
pub(super) fn markup(out: &mut String, it: &Asked, options: &'static [Choice<'static>]) {
    let Answer::Order(ids) = &it.answer else { return };
    let t = messages();
    put(out, &["<ol class=\"order\" tabindex=\"-1\" id=\"", "\">"], &[super::FIRST_OPTION]);
    for (at, id) in ids.iter().enumerate() {
        let Some(choice) = options.iter().find(|choice| choice.id.0 == id) else { continue };
        let mark = it.grade.as_ref().map(|grade| {
            let misplaced = |fault: &Fault<'_>| fault.choice() == Some(choice.id);
            if grade.faults.iter().any(misplaced) { "wrong" } else { "right" }
        });
        put(out, &["<li data-id=\"", "\""], &[id]);
        put_mark(out, mark);
        out.push_str("><span class=\"option-text\">");
        put_text(out, &choice.text);
        out.push_str("</span>");
        if !it.closed {
            let words = choice.text.plain();
            out.push_str("<span class=\"order-buttons\">");
            for (does, label, sign, off) in [
                ("up", (t.move_up)(&words), "\u{2191}", at == 0),
                ("down", (t.move_down)(&words), "\u{2193}", at + 1 == ids.len()),
            ] {
                let button = ["<button type=\"button\" data-do=\"", "\" aria-label=\"", "\""];
                put(out, &button, &[does, &label]);
                out.push_str(if off { " disabled>" } else { ">" });
                out.push_str(sign);
                out.push_str("</button>");
            }
            out.push_str("</span>");
        }
        out.push_str("</li>");
    }
    out.push_str("</ol>");
}

/// Moves the option of a button by one place; says where it is now, and keeps the focus with it.
pub(super) fn shift(button: &Element, up: bool, navigation: Navigation) {
    let Some(row) = button.closest("li").ok().flatten() else { return };
    let Some(list) = row.parent_element() else { return };
    let moved = if up {
        let before = row.previous_element_sibling();
        before.map(|before| list.insert_before(&row, Some(&before)))
    } else {
        let after = row.next_element_sibling();
        after.map(|after| list.insert_before(&after, Some(&row)))
    };
    if moved.is_none() {
        return;
    }
    let rows = all(&list, "li");
    let mut place = 0;
    for (at, other) in rows.iter().enumerate() {
        if *other == row {
            place = at;
        }
        for (does, off) in [("up", at == 0), ("down", at + 1 == rows.len())] {
            let selector = ["[data-do=\"", does, "\"]"].concat();
            if let Ok(Some(button)) = other.query_selector(&selector) {
                let _ = button.toggle_attribute_with_force("disabled", off);
            }
        }
    }
    let words = row.query_selector(".option-text").ok().flatten().and_then(|it| it.text_content());
    let words = words.unwrap_or_default();
    navigation.announce((messages().moved)(&words, place + 1, rows.len()));
    // At either end the other button takes the focus.
    let buttons = all(&row, "button");
    let on = buttons.iter().filter(|it| !it.has_attribute("disabled"));
    let same = on.clone().find(|it| *it == button);
    if let Some(button) =
        same.or_else(|| on.clone().next()).and_then(|it| it.dyn_ref::<HtmlElement>())
    {
        let _ = button.focus();
    }
}
