//! Putting options in order with two buttons each: no dragging needed.

use super::asked::{Asked, put_mark};
use crate::i18n::messages;
use crate::shell::Navigation;
use crate::shell::events::elements_in;
use crate::widgets::{put, put_text};
use quiz::{Answer, Fault};
use story::Choice;
use web_sys::Element;

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
    let rows = elements_in(&list, "li");
    for (at, other) in rows.iter().enumerate() {
        for (button, off) in
            elements_in(other, "button").iter().zip([at == 0, at + 1 == rows.len()])
        {
            let _ = button.toggle_attribute_with_force("disabled", off);
        }
    }
    let place = rows.iter().position(|it| **it == row).unwrap_or_default();
    let words = row.query_selector(".option-text").ok().flatten().and_then(|it| it.text_content());
    let words = words.unwrap_or_default();
    navigation.announce((messages().moved)(&words, place + 1, rows.len()));
    // At either end the other button takes the focus.
    let usable = elements_in(&row, "button:not([disabled])");
    if let Some(button) = usable.iter().find(|it| ***it == *button).or(usable.first()) {
        let _ = button.focus();
    }
}
