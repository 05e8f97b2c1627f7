//! The class desk: results of a class from the codes that students handed in, what their answers say
//! of the questions, and what to teach again. Nothing of it is kept.

use super::pool;
use super::results::{passages, share};
use super::view::ITEM_HEADING;
use crate::content::questions;
use crate::i18n::{of_projector, of_quiz};
use crate::shell::events::elements_in;
use crate::shell::{download, element, focus_id, read_text, write_markup};
use crate::widgets::{put, put_text};
use quiz::desk::{read_csv, read_lines};
use quiz::{Desk, ItemAnalysis, PaperCode, Sheet, analyse, passages_to_reteach};
use std::cell::RefCell;
use story::{Question, Task};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

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
        "</p><p><a href=\"#/project\">",
        "</a></p><form class=\"item new-paper\" data-form=\"desk\"><p><label for=\"desk-codes\">",
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
            of_projector().on_projector,
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
        // A file that can't be read leaves all as it is.
        read_text(&file, |text| {
            let field = element(CODES).and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok());
            if let (Some(field), Some(text)) = (field, text) {
                let before = field.value();
                let parted = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
                field.set_value(&[&before, parted, &text].concat());
            }
        });
    }
}

/// Reads the codes, and shows what they say.
pub(super) fn read(form: &Element) {
    let codes = elements_in(form, "textarea").into_iter().next();
    let codes = codes.and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok());
    let text = codes.map(|it| it.value()).unwrap_or_default();
    // A table that was saved here begins with its heads.
    let is_table = text.trim_start_matches('\u{feff}').starts_with(of_quiz().file_columns[0]);
    let desk = if is_table { read_csv(&text, pool::asked) } else { read_lines(&text, pool::asked) };
    let mut out = String::new();
    report(&desk, &mut out);
    DESK.replace(desk);
    write_markup(READ, &out);
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
    let sheets = sheets(desk);
    let items = analyse(&sheets);
    analysis(&items, out);
    passages(out, t.reteach, passages_to_reteach(&items).into_iter().map(|(passage, _)| passage));
}

/// What each result says of each item of its paper.
fn sheets(desk: &Desk) -> Vec<Sheet<'_>> {
    // A class has one paper, or a few: each is drawn once.
    let mut papers: Vec<(PaperCode, Vec<&'static Question<'static>>)> = Vec::new();
    let mut sheets = Vec::new();
    for entry in &desk.entries {
        let code = entry.result.paper;
        if !papers.iter().any(|(known, _)| *known == code) {
            papers.push((code, pool::paper(&code)));
        }
        let paper = papers.iter().find(|(known, _)| *known == code);
        let questions = paper.into_iter().flat_map(|(_, questions)| questions.iter().copied());
        let told = entry.result.told.iter().map(Option::as_ref);
        sheets.push(Sheet { items: questions.zip(told).collect() });
    }
    sheets
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
        let answers = share(item.answers, item.papers);
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
