//! The questions as files that a school's learning platform reads: all of them, or those of a paper.

use super::new_paper::field;
use super::view::complain;
use super::{pool, share};
use crate::content::{questions, story};
use crate::i18n::of_quiz;
use crate::route::List;
use crate::shell::{download, download_bytes, focus_id, title_in, when_evidence, write_markup};
use crate::widgets::{put, put_text};
use quiz::export::{About, Export, gift, moodle, qti, zip};
use story::{Question, SourceId};
use web_sys::Element;

/// Id of what is said of a file that was made.
const SAID: &str = "export-said";
const HEADING: &str = "export-heading";

/// The formats, by the position of each in the choice.
const FORMATS: [&str; 3] = ["Moodle XML", "GIFT", "QTI 2.1"];

/// The choice of a format and of questions, closed at first, as markup.
pub(super) fn markup(out: &mut String) {
    let t = of_quiz();
    let start = [
        "<details class=\"share-paper\"><summary>",
        "</summary><form class=\"item new-paper\" data-form=\"export\"><p>",
        "</p><p><label for=\"export-format\">",
        "</label><select id=\"export-format\">",
    ];
    put(out, &start, &[t.export, t.about_export, t.format]);
    for (at, format) in FORMATS.into_iter().enumerate() {
        put(out, &["<option value=\"", "\">", "</option>"], &[&at.to_string(), format]);
    }
    let end = [
        "</select></p><p><label for=\"export-paper\">",
        "</label><input id=\"export-paper\" type=\"text\" autocomplete=\"off\" spellcheck=\"false\"></p>\
         <p class=\"item-actions\"><button type=\"submit\">",
        "</button></p></form><div id=\"",
        "\"></div></details>",
    ];
    put(out, &end, &[t.export_paper, t.save_questions, SAID]);
}

/// Saves the questions in the format that a form says, with the names of sources if these can be had.
pub(super) fn make(form: &Element) {
    let form = form.clone();
    when_evidence(move |has_names| save(&form, has_names));
}

fn save(form: &Element, has_names: bool) {
    let t = of_quiz();
    let format = field(form, "#export-format").and_then(|it| it.parse().ok()).unwrap_or(0_usize);
    let typed = field(form, "#export-paper").unwrap_or_default();
    let chosen: Vec<&Question<'_>> = if typed.trim().is_empty() {
        questions().into_iter().flatten().collect()
    } else {
        match pool::readable(&typed) {
            Ok(code) => pool::paper(&code),
            Err(words) => return complain(&words),
        }
    };
    let page = share::page().unwrap_or_default();
    let source = |id: SourceId<'_>| title_in(List::Sources, id.0);
    let about = About {
        title: story().title,
        language: story().language,
        page: &page,
        settled: t.settled_in,
        rubric: t.good_answer,
        bearing: t.bearing,
        source: &source,
    };
    let export = match format {
        0 => moodle::export(&chosen, &about),
        1 => gift::export(&chosen, &about),
        _ => qti::export(&chosen, &about),
    };
    let saved = match (format, export.files.as_slice()) {
        (0, [(_, text)]) => download("questions.moodle.xml", text),
        (1, [(_, text)]) => download("questions.gift.txt", text),
        (_, files) => {
            zip::package(files).and_then(|bytes| download_bytes("questions-qti21.zip", &bytes))
        }
    };
    if saved.is_none() {
        return complain(t.not_saved);
    }
    write_markup(SAID, &said(&export, &chosen, has_names));
    focus_id(HEADING);
}

/// How many questions a file holds, and which it does not, with the reason.
fn said(export: &Export, chosen: &[&'static Question<'static>], has_names: bool) -> String {
    let t = of_quiz();
    let mut out = String::new();
    let carried = chosen.len() - export.left_out.len();
    let heading = (t.exported)(carried, chosen.len());
    put(&mut out, &["<h3 tabindex=\"-1\" id=\"", "\">", "</h3>"], &[HEADING, &heading]);
    if !has_names {
        put(&mut out, &["<p>", "</p>"], &[t.without_sources]);
    }
    if !export.left_out.is_empty() {
        out.push_str("<ul>");
        for (id, why) in &export.left_out {
            let Some(question) = chosen.iter().find(|it| it.id.0 == id) else { continue };
            put(&mut out, &["<li><a href=\"#/quiz?item=", "\">"], &[id]);
            put_text(&mut out, &question.prompt);
            put(&mut out, &["</a>: ", "</li>"], &[(t.left_out)(*why)]);
        }
        out.push_str("</ul>");
    }
    out
}
