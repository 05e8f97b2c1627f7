//! Choosing what to show: a chapter, or a paper by its code.

use super::show::{Show, Source};
use crate::content::story;
use crate::i18n::{of_projector, of_quiz};
use crate::route::{Route, View};
use crate::shell::{Navigation, focus_id, set_hidden, write};
use crate::widgets::put;
use quiz::PaperCode;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

const CODE: &str = "show-paper-code";
const COMPLAINT: &str = "show-complaint";

/// The chapters, and the field for a code, as markup; above them, that what the address named is none.
pub(super) fn markup(out: &mut String, lost: bool) {
    let t = of_projector();
    out.push_str("<div class=\"show-chooser\">");
    if lost {
        put(out, &["<p class=\"complaint\" role=\"status\">", "</p>"], &[t.no_such_show]);
    }
    let start = ["<p class=\"lead\">", "</p><h2>", "</h2><div class=\"contents\"><ol>"];
    put(out, &start, &[t.introduction, t.choose_chapter]);
    for (number, chapter) in (1_usize..).zip(&story().chapters) {
        let chapter_link = [
            "<li><a href=\"#/project?chapter=",
            "\"><span class=\"number\" aria-hidden=\"true\">",
            "</span> <span class=\"title\">",
            "</span> <span class=\"kicker\">",
            "</span></a></li>",
        ];
        let number = number.to_string();
        put(out, &chapter_link, &[chapter.id.0, &number, chapter.title, chapter.kicker]);
    }
    let form = [
        "</ol></div><form class=\"item\" novalidate><p><label class=\"own-words\" for=\"show-paper-code\">",
        "</label><input type=\"text\" autocomplete=\"off\" autocapitalize=\"characters\" \
         spellcheck=\"false\" id=\"",
        "\"></p><p class=\"complaint\" tabindex=\"-1\" hidden id=\"",
        "\"></p><p class=\"item-actions\"><button type=\"submit\">",
        "</button></p></form></div>",
    ];
    put(out, &form, &[t.paper_code, CODE, COMPLAINT, t.show_paper]);
}

/// Goes to the show of the paper whose code was typed, or says why that is none.
pub(super) fn read(navigation: Navigation) {
    let field = crate::shell::element(CODE).and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    match PaperCode::read(&field.map(|it| it.value()).unwrap_or_default()) {
        Ok(code) => {
            let show = Show::new(Source::Paper(code.write()), false);
            navigation.go(Route { view: View::Project, query: show.query() });
        }
        Err(error) => {
            write(COMPLAINT, &(of_quiz().wrong_code)(error));
            set_hidden(COMPLAINT, false);
            focus_id(COMPLAINT);
        }
    }
}
