//! The class desk: results of a class from the codes that students handed in, what their answers say
//! of the questions, and what to teach again. Nothing of it is kept.

mod chosen;

use super::pool::Pool;
use super::results::{heads, passages, share};
use super::view::{COMPLAINT, ITEM_HEADING, complain};
use super::{export, sheets};
use crate::i18n::{messages, of_projector, of_quiz, of_sheets};
use crate::shell::events::elements_in;
use crate::shell::{download, element, focus_id, read_text, set_hidden, write_markup};
use crate::widgets::put;
use quiz::desk::{MOST_LINES, read_csv, read_lines, write_rows};
use quiz::desk_json::write_json;
use quiz::{Analysis, Desk, ItemAnalysis, PaperCode, Sheet, passages_to_reteach};
use std::cell::RefCell;
use story::Question;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

/// Id of the choice of files.
pub(super) const FILES: &str = "desk-files";

const CODES: &str = "desk-codes";
const READ: &str = "desk-read";
const SUMMARY: &str = "desk-summary";

/// Id of the place for sheets of each student.
const EACH: &str = "sheets";

/// Most bytes of a file that is read: several times as much as as many codes as are read.
const LARGEST: f64 = 8.0 * 1024.0 * 1024.0;

/// So many rows stand in one part of a table: one that is out of the window is not laid out.
const TOGETHER: usize = 60;

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

/// The place for codes, as markup.
pub(super) fn markup(out: &mut String) {
    let t = of_quiz();
    let form = [
        "<h2 tabindex=\"-1\" id=\"",
        "\">",
        "</h2><p>",
        "</p><p><a href=\"#/project\">",
        "</a></p><p class=\"complaint\" tabindex=\"-1\" hidden id=\"",
        "\"></p><form class=\"item new-paper\" data-form=\"desk\"><p><label for=\"desk-codes\">",
        "</label><textarea rows=\"8\" spellcheck=\"false\" id=\"",
        "\"></textarea></p><p><label for=\"desk-files\">",
        "</label><input type=\"file\" multiple accept=\".txt,.csv,.json,text/*\" id=\"",
        "\"></p><p class=\"item-actions\"><button type=\"submit\" class=\"action\">",
        "</button></p></form><div id=\"",
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
            t.codes,
            CODES,
            t.code_files,
            FILES,
            t.read_codes,
            READ,
            EACH,
        ],
    );
    export::markup(out);
    to_teach(out);
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
    // Else the browser would not tell of the same file again.
    input.set_value("");
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

/// Reads the codes, and shows what they say.
pub(super) fn read(form: &Element) {
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
    let asked = |code: &PaperCode| pool.asked(code);
    let desk = if is_table { read_csv(&text, asked) } else { read_lines(&text, asked) };
    let items = analysis(&desk);
    let read = Read { desk, items };
    let mut out = String::new();
    report(&read, &mut out);
    LAST.replace(read);
    write_markup(READ, &out);
    // They told of what was read before.
    write_markup(EACH, "");
    focus_id(SUMMARY);
}

/// Forgets what was read.
pub(super) fn clear() {
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

fn report(read: &Read, out: &mut String) {
    let t = of_quiz();
    let desk = &read.desk;
    let summary = (t.desk_read)(desk.entries.len(), desk.problems.len());
    put(out, &["<h3 tabindex=\"-1\" id=\"", "\">", "</h3>"], &[SUMMARY, &summary]);
    if !desk.problems.is_empty() {
        put(out, &["<h3>", "</h3>"], &[t.problems]);
        for problems in desk.problems.chunks(TOGETHER) {
            out.push_str("<ul class=\"together\">");
            for problem in problems {
                let line = (t.problem)(problem.line, problem.reason);
                put(
                    out,
                    &["<li>", " <span class=\"instruction\">", "</span></li>"],
                    &[&line, &problem.text],
                );
            }
            out.push_str("</ul>");
        }
    }
    if desk.entries.is_empty() {
        return;
    }
    results(desk, out);
    chosen::table(&read.items, out);
    let again = passages_to_reteach(&read.items);
    passages(out, t.reteach, again.into_iter().map(|(passage, _)| passage));
    chosen::markup(&read.items, out);
}

/// What the results say of each item.
fn analysis(desk: &Desk) -> Vec<ItemAnalysis<'static>> {
    let pool = Pool::new();
    // A class has one paper, or one for each student.
    let mut last: Option<(PaperCode, Vec<&'static Question<'static>>)> = None;
    let mut analysis = Analysis::default();
    for entry in &desk.entries {
        let code = entry.result.paper;
        let before = last.take().filter(|(before, _)| *before == code);
        let (_, questions) = last.insert(before.unwrap_or_else(|| (code, pool.paper(&code))));
        let told = entry.result.told.iter().map(Option::as_ref);
        analysis.add(&Sheet { items: questions.iter().copied().zip(told).collect() });
    }
    analysis.finish()
}

/// Adds the beginning of a table, up to its first row.
fn head(out: &mut String, caption: &str, columns: &[&str]) {
    put(
        out,
        &["<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"", "\">"],
        &[caption],
    );
    put(out, &["<table class=\"sums\"><caption>", "</caption>"], &[caption]);
    heads(out, columns);
}

fn results(desk: &Desk, out: &mut String) {
    let t = of_quiz();
    head(out, t.class_results, &t.class_columns);
    for entries in desk.entries.chunks(TOGETHER) {
        out.push_str("<tbody>");
        for entry in entries {
            let of = |sum: &quiz::Sum| match sum.items {
                0 => String::new(),
                _ => share(sum.points, sum.out_of),
            };
            put(out, &["<tr><th scope=\"row\">", "</th>"], &[&entry.result.who.text()]);
            for cell in [
                of(&entry.all),
                entry.all.percent().to_string(),
                of(&entry.by_reader),
                entry.result.minutes.to_string(),
                entry.beside.clone(),
            ] {
                put(out, &["<td>", "</td>"], &[&cell]);
            }
            out.push_str("</tr>");
        }
        out.push_str("</tbody>");
    }
    let end = [
        "</table></div><p class=\"item-actions\"><button type=\"button\" data-do=\"save-table\">",
        "</button><button type=\"button\" data-do=\"save-json\">",
        "</button><button type=\"button\" data-do=\"student-sheets\">",
        "</button></p>",
    ];
    put(out, &end, &[t.save_table, t.save_json, of_sheets().each_student]);
}
