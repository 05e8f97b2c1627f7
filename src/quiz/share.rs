//! Giving a paper to a class: its address, its code, and both for cameras.

use crate::i18n::{of_projector, of_quiz, of_sheets};
use crate::shell::{element, write_markup};
use crate::widgets::put;
use leptos::prelude::window;
use qrcodegen::{QrCode, QrCodeEcc};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// Id of the box for a paper of each student's own.
pub(super) const EACH: &str = "paper-each";

/// Id of the place for the address.
const PLACE: &str = "paper-address-place";

/// Light modules that stand around a QR code.
const QUIET: i32 = 4;

/// What a teacher needs to give a paper to a class, closed at first, as markup.
pub(super) fn markup(code: &str, out: &mut String) {
    let t = of_quiz();
    let start = [
        "<details class=\"share-paper\"><summary data-do=\"give\">",
        "</summary><p>",
        "</p><p><label class=\"box\"><input type=\"checkbox\" id=\"",
        "\">",
        "</label></p><p class=\"paper-code\">",
        "</p><div id=\"",
        "\"></div><p><a href=\"#/project?paper=",
        "\">",
        "</a></p></details>",
    ];
    let words = [
        t.give_paper,
        t.about_giving,
        EACH,
        t.each_their_own,
        code,
        PLACE,
        code,
        of_projector().on_projector,
    ];
    put(out, &start, &words);
}

/// Fills in the address and its picture, which no question has to wait for: of the paper, or of the
/// place where students type their numbers.
pub(super) fn open(code: &str) {
    let t = of_quiz();
    let mut out = String::new();
    let each = element(EACH).and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    let each = each.is_some_and(|it| it.checked());
    if each {
        put(&mut out, &["<p class=\"hint\">", "</p>"], &[t.about_numbers]);
    }
    let path = if each { ["/quiz/paper?class=", code] } else { ["/quiz/", code] }.concat();
    if let Some(address) = page_address(&path) {
        let field = [
            "<p><label class=\"own-words\" for=\"paper-address\">",
            "</label><input type=\"text\" readonly id=\"paper-address\" value=\"",
            "\"></p>",
        ];
        put(&mut out, &field, &[t.address, &address]);
        picture(&mut out, &address, t.qr);
    }
    let sheets = ["<p><a href=\"#/quiz/sheets?paper=", "\">", "</a></p>"];
    put(&mut out, &sheets, &[code, of_sheets().sheets]);
    write_markup(PLACE, &out);
}

/// The address of the page; none where it stands on the reader's own disk, which is nobody else's.
pub(super) fn page() -> Option<String> {
    let page = window().location().href().ok()?;
    page.split('#').next().filter(|page| page.starts_with("http")).map(str::to_owned)
}

/// An address within the page; none where [`page`] is none.
pub(super) fn page_address(path: &str) -> Option<String> {
    Some([&page()?, "#", path].concat())
}

/// A text as a QR code: how many modules wide it is, and a path of the dark ones; none where it is too
/// long for one.
pub(super) fn modules(text: &str) -> Option<(String, String)> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut modules = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            modules.push('M');
            modules.push_str(&(x + QUIET).to_string());
            modules.push(' ');
            modules.push_str(&(y + QUIET).to_string());
            modules.push_str("h1v1h-1z");
        }
    }
    Some(((code.size() + 2 * QUIET).to_string(), modules))
}

/// Adds a text as a QR code, with what that is called; nothing where it is too long for one.
pub(super) fn picture(out: &mut String, text: &str, name: &str) {
    if let Some(drawing) = drawing(text) {
        put(out, &["<div class=\"qr\" role=\"img\" aria-label=\"", "\">"], &[name]);
        out.push_str(&drawing);
        out.push_str("</div>");
    }
}

/// A text as a QR code, drawn.
fn drawing(text: &str) -> Option<String> {
    let (size, modules) = modules(text)?;
    let mut out = String::new();
    let parts = ["<svg viewBox=\"0 0 ", " ", "\" focusable=\"false\"><path d=\"", "\"/></svg>"];
    put(&mut out, &parts, &[&size, &size, &modules]);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_drawn_within_its_quiet_zone() {
        let svg = drawing("https://example.org/#/quiz/2A1V-Y004-T0SM").unwrap();
        // Three finder patterns begin with a dark corner.
        assert!(svg.contains("M4 4h1v1h-1z"), "{svg}");
        assert!(!svg.contains("M3 ") && !svg.contains("M0 "), "{svg}");
        assert_eq!(drawing(&"x".repeat(9000)), None);
    }
}
