//! The class desk: results of a class from the codes that students handed in, what their answers say
//! of the questions, and what to teach again. Nothing of it is kept.

use super::asked::all;
use super::pool;
use super::view::ITEM_HEADING;
use crate::content::{passage_at, questions};
use crate::i18n::of_quiz;
use crate::shell::{download, element, focus_id};
use crate::widgets::{put, put_text};
use quiz::desk::{read_csv, read_lines};
use quiz::{Desk, ItemAnalysis, Sheet, analyse, passages_to_reteach};
use std::cell::RefCell;
use story::{Question, Task};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, FileReader, HtmlInputElement, HtmlTextAreaElement};

/// Id of the choice of files.
pub(super) const FILES: &str = "desk-files";

const CODES: &str = "desk-codes";
const READ: &str = "desk-read";
const SUMMARY: &str = "desk-summary";

/// So many rows stand in one part of a table: one that is out of the window is not laid out.
const TOGETHER: usize = 60;

thread_local! {
    /// What was read last, to be saved.
    static DESK: RefCell<Desk> = RefCell::new(Desk::default());
}

/// The place for codes, as markup.
pub(super) fn markup(out: &mut String) {
    let t = of_quiz();
    let form = [
        "<h2 tabindex=\"-1\" id=\"",
        "\">",
        "</h2><p>",
        "</p><form class=\"item new-paper\" data-form=\"desk\"><p><label for=\"desk-codes\">",
        "</label><textarea rows=\"8\" spellcheck=\"false\" id=\"",
        "\"></textarea></p><p><label for=\"desk-files\">",
        "</label><input type=\"file\" multiple accept=\".txt,.csv,text/*\" id=\"",
        "\"></p><p class=\"item-actions\"><button type=\"submit\" class=\"action\">",
        "</button></p></form><div id=\"",
        "\"></div>",
    ];
    put(
        out,
        &form,
        &[
            ITEM_HEADING,
            t.desk,
            t.about_desk,
            t.codes,
            CODES,
            t.code_files,
            FILES,
            t.read_codes,
            READ,
        ],
    );
}

/// Adds what stands in files to the codes.
pub(super) fn take_files(field: &Element) {
    let Some(files) = field.dyn_ref::<HtmlInputElement>().and_then(HtmlInputElement::files) else {
        return;
    };
    for at in 0..files.length() {
        let Some(file) = files.item(at) else { continue };
        let Ok(reader) = FileReader::new() else { return };
        let finished = reader.clone();
        // A file that can't be read leaves all as it is.
        let read = Closure::once_into_js(move || {
            let field = element(CODES).and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok());
            let text = finished.result().ok().and_then(|it| it.as_string());
            if let (Some(field), Some(text)) = (field, text) {
                let before = field.value();
                let parted = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
                field.set_value(&[&before, parted, &text].concat());
            }
        });
        reader.set_onloadend(Some(read.unchecked_ref()));
        let _ = reader.read_as_text(&file);
    }
}

/// Reads the codes, and shows what they say.
pub(super) fn read(form: &Element) {
    let codes = all(form, "textarea").into_iter().next();
    let codes = codes.and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok());
    let text = codes.map(|it| it.value()).unwrap_or_default();
    // A table that was saved here begins with its heads.
    let is_table = text.trim_start_matches('\u{feff}').starts_with(of_quiz().file_columns[0]);
    let desk = if is_table { read_csv(&text, pool::asked) } else { read_lines(&text, pool::asked) };
    let mut out = String::new();
    report(&desk, &mut out);
    DESK.replace(desk);
    if let Some(place) = element(READ) {
        place.set_inner_html(&out);
    }
    focus_id(SUMMARY);
}

/// Forgets what was read.
pub(super) fn clear() {
    DESK.take();
}

/// Saves the results as a table.
pub(super) fn save() {
    // Spreadsheets take a file for UTF-8 only if it begins with this.
    let table = DESK.with_borrow(|desk| desk.write_csv(of_quiz().file_columns));
    download("class.csv", &["\u{feff}", &table].concat());
}

fn report(desk: &Desk, out: &mut String) {
    let t = of_quiz();
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
    let papers: Vec<Vec<&'static Question<'static>>> =
        desk.entries.iter().map(|entry| pool::paper(&entry.result.paper)).collect();
    let sheets: Vec<Sheet<'_>> = desk
        .entries
        .iter()
        .zip(&papers)
        .map(|(entry, paper)| Sheet {
            items: paper
                .iter()
                .copied()
                .zip(entry.result.told.iter().map(Option::as_ref))
                .collect(),
        })
        .collect();
    let items = analyse(&sheets);
    analysis(&items, out);
    let passages = passages_to_reteach(&items);
    if passages.is_empty() {
        return;
    }
    put(out, &["<h3>", "</h3><ul>"], &[t.reteach]);
    for (address, _) in passages {
        let address = address.to_string();
        if let Some((chapter, passage)) = passage_at(&address) {
            let link = ["<li><a href=\"#/read/", "\">", "</a>, ", "</li>"];
            put(out, &link, &[&address, passage.heading, chapter.title]);
        }
    }
    out.push_str("</ul>");
}

/// Adds the beginning of a table, up to its first row.
fn head(out: &mut String, caption: &str, columns: &[&str]) {
    put(
        out,
        &["<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"", "\">"],
        &[caption],
    );
    put(out, &["<table class=\"sums\"><caption>", "</caption><thead><tr>"], &[caption]);
    for column in columns {
        put(out, &["<th scope=\"col\">", "</th>"], &[column]);
    }
    out.push_str("</tr></thead>");
}

fn results(desk: &Desk, out: &mut String) {
    let t = of_quiz();
    head(out, t.class_results, &t.class_columns);
    for entries in desk.entries.chunks(TOGETHER) {
        out.push_str("<tbody>");
        for entry in entries {
            let share = |sum: &quiz::Sum| match sum.items {
                0 => String::new(),
                _ => [&sum.points.to_string(), "/", &sum.out_of.to_string()].concat(),
            };
            put(out, &["<tr><th scope=\"row\">", "</th>"], &[&entry.result.who.text()]);
            for cell in [
                share(&entry.all),
                entry.all.percent().to_string(),
                share(&entry.by_reader),
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
        "</button></p>",
    ];
    put(out, &end, &[t.save_table]);
}

fn analysis(items: &[ItemAnalysis<'_>], out: &mut String) {
    let t = of_quiz();
    head(out, t.analysis, &t.analysis_columns);
    out.push_str("<tbody>");
    for item in items {
        let Some(question) = questions().and_then(|all| all.get(item.id)) else { continue };
        put(out, &["<tr><th scope=\"row\"><a href=\"#/quiz?item=", "\">"], &[item.id]);
        put_text(out, &question.prompt);
        let answers = [&item.answers.to_string(), "/", &item.papers.to_string()].concat();
        let discrimination = item.discrimination.map(|it| it.to_string()).unwrap_or_default();
        let cells = ["</a></th><td>", "</td><td>", "</td><td>", "</td><td>"];
        put(out, &cells, &[&answers, &item.difficulty.to_string(), &discrimination]);
        if let Some(chosen) = item.most_chosen_wrong() {
            put(
                out,
                &["", " (", ")"],
                &[&words_of(question, chosen.id), &chosen.count.to_string()],
            );
        }
        out.push_str("</td></tr>");
    }
    put(out, &["</tbody></table></div><p class=\"hint\">", "</p>"], &[t.about_analysis]);
}

/// What an option, or a group, is called.
fn words_of(question: &Question<'_>, id: &str) -> String {
    let options = match &question.task {
        Task::ChooseOne { options, .. } | Task::ChooseSeveral { options, .. } => options,
        _ => {
            let group = crate::content::story().groups.get(id);
            return group.map_or(id, |it| it.short).to_owned();
        }
    };
    options.iter().find(|option| option.id.0 == id).map(|it| it.text.plain()).unwrap_or_default()
}
