//! Giving a paper to a class: its address, its code, and both for cameras.

use crate::i18n::{of_projector, of_quiz};
use crate::shell::write_markup;
use crate::widgets::put;
use leptos::prelude::window;
use qrcodegen::{QrCode, QrCodeEcc};

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
        "</p><p class=\"paper-code\">",
        "</p><div id=\"",
        "\"></div><p><a href=\"#/project?paper=",
        "\">",
        "</a></p></details>",
    ];
    put(
        out,
        &start,
        &[t.give_paper, t.about_giving, code, PLACE, code, of_projector().on_projector],
    );
}

/// Fills in the address and its picture, which no question has to wait for.
pub(super) fn open(code: &str) {
    let t = of_quiz();
    let mut out = String::new();
    if let Some(address) = address(code) {
        let field = [
            "<p><label class=\"own-words\" for=\"paper-address\">",
            "</label><input type=\"text\" readonly id=\"paper-address\" value=\"",
            "\"></p>",
        ];
        put(&mut out, &field, &[t.address, &address]);
        if let Some(drawing) = drawing(&address) {
            put(&mut out, &["<div class=\"qr\" role=\"img\" aria-label=\"", "\">"], &[t.qr]);
            out.push_str(&drawing);
            out.push_str("</div>");
        }
    }
    write_markup(PLACE, &out);
}

/// The address of a paper; none where the page stands on the reader's own disk.
fn address(code: &str) -> Option<String> {
    let page = window().location().href().ok()?;
    let page = page.split('#').next().filter(|page| page.starts_with("http"))?;
    Some([page, "#/quiz/", code].concat())
}

/// A text as a QR code, drawn as a picture; none where it is too long for one.
fn drawing(text: &str) -> Option<String> {
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
    let size = (code.size() + 2 * QUIET).to_string();
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
