//! The class desk: results of a class from the codes that students handed in, what their answers say
//! of the questions, and what to teach again. Nothing of it is kept.

mod chosen;
mod drop;
mod report;
mod work;

use super::pool::Pool;
use super::view::{COMPLAINT, ITEM_HEADING, complain};
use super::{export, sheets};
use crate::i18n::{messages, of_projector, of_quiz};
use crate::shell::events::elements_in;
use crate::shell::{download, element, focus_id, read_text, set_hidden, write_markup};
use crate::widgets::put;
use leptos::prelude::window;
use quiz::desk::{MOST_LINES, write_rows};
use quiz::desk_json::write_json;
use quiz::{Desk, ItemAnalysis, PaperCode, Reading};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FileList, HtmlInputElement, HtmlTextAreaElement};

/// Id of the choice of files.
pub(super) const FILES: &str = "desk-files";

const FORM: &str = "desk-form";
const CODES: &str = "desk-codes";
const BUTTON: &str = "desk-button";
const STATUS: &str = "desk-status";
const READ: &str = "desk-read";
const SUMMARY: &str = "desk-summary";

/// Id of the place for sheets of each student.
const EACH: &str = "sheets";

/// Most bytes of a file that is read: several times as much as as many codes as are read.
const LARGEST: f64 = 8.0 * 1024.0 * 1024.0;

/// What was read, and what it says of the questions.
#[derive(Default)]
struct Read {
    desk: Desk,
    items: Vec<ItemAnalysis<'static>>,
}

thread_local! {
    /// What was read last, to be saved.
    static LAST: RefCell<Read> = RefCell::new(Read::default());
}

/// The place for codes, as markup; what is dropped on it is taken from now on.
pub(super) fn markup(out: &mut String) {
    let t = of_quiz();
    work::stop();
    drop::listen();
    let form = [
        "<h2 tabindex=\"-1\" id=\"",
        "\">",
        "</h2><p>",
        "</p><p><a href=\"#/project\">",
        "</a></p><p class=\"complaint\" tabindex=\"-1\" hidden id=\"",
        "\"></p><form class=\"item new-paper\" data-form=\"desk\" id=\"",
        "\"><p><label for=\"desk-codes\">",
        "</label><textarea rows=\"8\" spellcheck=\"false\" id=\"",
        "\"></textarea></p><p><label for=\"desk-files\">",
        "</label><input type=\"file\" multiple accept=\".txt,.csv,.json,text/*\" id=\"",
        "\"></p><p class=\"item-actions\"><button type=\"submit\" class=\"action\" id=\"",
        "\">",
        "</button> <span role=\"status\" id=\"",
        "\"></span></p><p class=\"drop-here\" aria-hidden=\"true\">",
        "</p></form><div id=\"",
        "\"></div><div id=\"",
        "\"></div>",
    ];
    put(
        out,
        &form,
        &[
            ITEM_HEADING,
            t.desk,
            t.about_desk,
            of_projector().on_projector,
            COMPLAINT,
            FORM,
            t.codes,
            CODES,
            t.code_files,
            FILES,
            BUTTON,
            t.read_codes,
            STATUS,
            t.drop_here,
            READ,
            EACH,
        ],
    );
    export::markup(out);
    to_teach(out);
}

/// Whether the desk is what the reader looks at.
fn is_here() -> bool {
    let hash = window().location().hash().unwrap_or_default();
    hash.starts_with("#/quiz/desk") && element(FORM).is_some()
}

/// The way to the teacher's page; another story may have none.
pub(super) fn to_teach(out: &mut String) {
    if element("later-teach").is_some() {
        put(out, &["<p><a href=\"#/teach\">", "</a></p>"], &[messages().teach]);
    }
}

/// Adds what stands in files to the codes; of one that can't be read it says so, and leaves all as it is.
pub(super) fn take_files(field: &Element) {
    let Some(input) = field.dyn_ref::<HtmlInputElement>() else { return };
    let Some(files) = input.files() else { return };
    take(&files);
    // Else the browser would not tell of the same file again.
    input.set_value("");
}

fn take(files: &FileList) {
    set_hidden(COMPLAINT, true);
    for at in 0..files.length() {
        let Some(file) = files.item(at) else { continue };
        let name = file.name();
        if file.size() > LARGEST {
            complain(&(of_quiz().file_too_large)(&name));
            continue;
        }
        read_text(&file, move |text| match text {
            // No text has this character, and a picture or a document soon does.
            Some(text) if !text.contains('\0') => add(&text),
            _ => complain(&(of_quiz().file_unreadable)(&name)),
        });
    }
}

/// Adds a text to the codes.
fn add(text: &str) {
    let Some(field) = element(CODES).and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok())
    else {
        return;
    };
    let before = field.value();
    let parted = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
    // Results as JSON become a table, which the same place can hold together with others.
    let table = rows_of_json(text);
    field.set_value(&[&before, parted, table.as_deref().unwrap_or(text)].concat());
}

/// What stood beside each code, and the code, of results that were saved as JSON; none where a text is
/// something else.
fn rows_of_json(text: &str) -> Option<String> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if !text.starts_with('{') {
        return None;
    }
    let of = |it: &JsValue, name: &str| js_sys::Reflect::get(it, &name.into()).ok();
    let read = js_sys::JSON::parse(text).ok()?;
    let results = of(&read, "results")?.dyn_into::<js_sys::Array>().ok()?;
    let [student, .., code] = of_quiz().file_columns;
    let mut rows = vec![vec![student.to_owned(), code.to_owned()]];
    for result in results.iter().take(MOST_LINES + 1) {
        let text = |name| of(&result, name).and_then(|it| it.as_string()).unwrap_or_default();
        rows.push(vec![text("beside"), text("code")]);
    }
    Some(write_rows(&rows))
}

/// Reads the codes, and shows what they say; where that is going on, stops it.
pub(super) fn read(form: &Element) {
    if work::stop() {
        return;
    }
    let codes = elements_in(form, "textarea").into_iter().next();
    let codes = codes.and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok());
    let text = codes.map(|it| it.value()).unwrap_or_default();
    // A table that was saved here begins with its heads.
    let pasted = rows_of_json(&text);
    let is_table = pasted.is_some()
        || text.trim_start_matches('\u{feff}').starts_with(of_quiz().file_columns[0]);
    let text = pasted.unwrap_or(text);
    set_hidden(COMPLAINT, true);
    let pool = Pool::new();
    let asked = move |code: &PaperCode| pool.asked(code);
    work::start(match is_table {
        true => Reading::of_table(text, asked),
        false => Reading::of_lines(text, asked),
    });
}

/// Forgets what was read.
pub(super) fn clear() {
    work::stop();
    LAST.take();
}

/// Saves the results as a table.
pub(super) fn save() {
    save_rows("class.csv", &LAST.with_borrow(|it| it.desk.write_csv(of_quiz().file_columns)));
}

/// Saves what they say of the questions, as a table.
pub(super) fn save_analysis() {
    save_rows("analysis.csv", &LAST.with_borrow(|it| chosen::write_csv(&it.items)));
}

fn save_rows(name: &str, table: &str) {
    // Spreadsheets take a file for UTF-8 only if it begins with this.
    download(name, &["\u{feff}", table].concat());
}

/// Saves the results, with the answers to each item and what they say of it, for other programs.
pub(super) fn save_json() {
    let pool = Pool::new();
    let json = LAST.with_borrow(|it| write_json(&it.desk, &it.items, |code| pool.paper(code)));
    download("class.json", &json);
}

/// Makes a sheet for each student, to be printed.
pub(super) fn sheets_for_each() {
    let sheets = LAST.with_borrow(|it| sheets::student::markup(&it.desk));
    write_markup(EACH, &sheets::form::with_head(&sheets));
    focus_id(sheets::form::MADE);
}
