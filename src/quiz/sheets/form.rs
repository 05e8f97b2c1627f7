//! Choosing sheets, making them, and handing them to the printer.

use super::{Codes, answers, cards, passages, worksheet};
use crate::i18n::of_sheets;
use crate::map::numbered;
use crate::quiz::new_paper::{bits, field, number};
use crate::quiz::pool;
use crate::quiz::view::{COMPLAINT, ITEM_HEADING, complain};
use crate::shell::events::elements_in;
use crate::shell::{focus_id, set_hidden, when_evidence, write_markup};
use crate::widgets::put;
use quiz::PaperCode;
use story::Task;
use web_sys::Element;

/// Most students for whom sheets are made together: as many as a browser lays out while one waits.
const MOST: u32 = 60;

const SHEETS: &str = "sheets";
/// Id of what says how many sheets there are.
pub(in crate::quiz) const MADE: &str = "sheets-made";

/// The form, with the code of a paper if the address names one, as markup.
pub(in crate::quiz) fn markup(code: Option<&str>, out: &mut String) {
    let t = of_sheets();
    put(
        out,
        &[
            "<h2 tabindex=\"-1\" id=\"",
            "\">",
            "</h2><p>",
            "</p><p class=\"complaint\" tabindex=\"-1\" hidden id=\"",
            "\"></p><form class=\"item new-paper\" data-form=\"sheets\" novalidate><p><label for=\"sheet-paper\">",
            "</label><input id=\"sheet-paper\" type=\"text\" autocomplete=\"off\" spellcheck=\"false\" value=\"",
            "\"></p><p class=\"numbers-of\">",
        ],
        &[ITEM_HEADING, t.sheets, t.about, COMPLAINT, t.code, code.unwrap_or_default()],
    );
    for (id, words) in [("sheet-from", t.from), ("sheet-to", t.to)] {
        let number = [
            "<label for=\"",
            "\">",
            "</label> <input type=\"text\" inputmode=\"numeric\" autocomplete=\"off\" id=\"",
            "\" aria-describedby=\"sheet-numbers\"> ",
        ];
        put(out, &number, &[id, words, id]);
    }
    let which =
        ["</p><p class=\"hint\" id=\"sheet-numbers\">", "</p><fieldset><legend>", "</legend>"];
    put(out, &which, &[t.about_numbers, t.which]);
    let sheets = [t.worksheets, t.large, t.key, t.cards, t.text, t.easy];
    for (at, words) in sheets.into_iter().enumerate() {
        out.push_str("<label class=\"box\"><input type=\"checkbox\"");
        out.push_str(if matches!(at, 0 | 2) { " checked" } else { "" });
        put(out, &[">", "</label>"], &[words]);
    }
    let end = [
        "</fieldset><p class=\"item-actions\"><button type=\"submit\" class=\"action\">",
        "</button></p></form><p>",
        " <a href=\"#/map\">",
        "</a>, <a href=\"#/read\">",
        "</a>.</p><div id=\"",
        "\"></div>",
    ];
    put(out, &end, &[t.make, t.others, t.to_maps, t.to_text, SHEETS]);
}

/// Makes the sheets that a form asks for, or says what is wrong with that.
pub(in crate::quiz) fn make(form: &Element) {
    let t = of_sheets();
    let typed = |selector| field(form, selector).unwrap_or_default();
    let ticked = elements_in(form, "fieldset").first().map_or(0, bits);
    let wants = |at: u32| ticked & (1 << at) != 0;
    if ticked == 0 {
        return complain(t.nothing);
    }
    let Some(numbers) = numbers(&typed("#sheet-from"), &typed("#sheet-to")) else {
        return complain(t.wrong_numbers);
    };
    let mut sheets = String::new();
    let mut codes = Codes::new();
    // Cards are the same for every paper.
    if ticked & !0b1000 != 0 {
        let code = match pool::readable(&typed("#sheet-paper")) {
            Ok(code) => code,
            Err(words) => return complain(&words),
        };
        let papers: Vec<(Option<u32>, PaperCode)> = match numbers {
            None => vec![(None, code)],
            Some((from, to)) => (from..=to).map(|it| (Some(it), code.for_number(it))).collect(),
        };
        let papers: Vec<_> =
            papers.into_iter().map(|(number, code)| (number, code, pool::paper(&code))).collect();
        let all = || papers.iter().flat_map(|(_, _, questions)| questions);
        let has_map = all().any(|it| matches!(it.task, Task::FindOnMap { .. }));
        for (at, size, signs) in [(0, "plain", numbered::PLAIN), (1, "large", numbered::LARGE)] {
            let map = ["map-", size].concat();
            if has_map && wants(at) {
                numbered::symbol(&mut sheets, &map, signs);
            }
            for (number, code, questions) in papers.iter().filter(|_| wants(at)) {
                let paper = (code, *number);
                worksheet::markup(&mut sheets, &mut codes, paper, questions, (size, &map));
            }
        }
        for (number, code, questions) in papers.iter().filter(|_| wants(2)) {
            answers::markup(&mut sheets, (code, *number), questions);
        }
        let settling = passages::settling(all());
        if wants(2) {
            passages::ways(&mut sheets, &mut codes, &settling);
        }
        for (at, easy) in [(4, false), (5, true)] {
            if wants(at) {
                passages::text(&mut sheets, &mut codes, &settling, easy);
            }
        }
    }
    if !wants(3) {
        return finish(sheets, codes);
    }
    // Events come with the evidence.
    when_evidence(move |_| match cards::markup(&mut sheets) {
        Some(()) => finish(sheets, codes),
        None => complain(t.no_events),
    });
}

/// Shows sheets that are made.
fn finish(mut sheets: String, codes: Codes) {
    codes.finish(&mut sheets);
    set_hidden(COMPLAINT, true);
    write_markup(SHEETS, &with_head(&sheets));
    focus_id(MADE);
}

/// Sheets below how many there are, and a button that prints them.
pub(in crate::quiz) fn with_head(sheets: &str) -> String {
    let t = of_sheets();
    let count = sheets.matches("<article").count();
    let mut out = String::new();
    let head = [
        "<h2 tabindex=\"-1\" id=\"",
        "\">",
        "</h2><p class=\"item-actions\"><button type=\"button\" class=\"action\" data-do=\"print-sheets\">",
        "</button></p>",
    ];
    put(&mut out, &head, &[MADE, &(t.made)(count), t.print]);
    out.push_str(sheets);
    out
}

/// The first and the last number, or that there are none; none at all where they are not as they must be.
#[allow(clippy::option_option, reason = "that there are no numbers is an answer too")]
fn numbers(from: &str, to: &str) -> Option<Option<(u32, u32)>> {
    match (from.trim(), to.trim()) {
        ("", "") => Some(None),
        (one, "") | ("", one) => Some(Some((number(one)?, number(one)?))),
        (from, to) => {
            let (from, to) = (number(from)?, number(to)?);
            (from <= to && to - from < MOST).then_some(Some((from, to)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn numbers_are_one_or_a_span_or_none() {
        assert_eq!(numbers("", " "), Some(None));
        assert_eq!(numbers("7", ""), Some(Some((7, 7))));
        assert_eq!(numbers("", "7"), Some(Some((7, 7))));
        assert_eq!(numbers("1", "30"), Some(Some((1, 30))));
        for (from, to) in [("0", "3"), ("3", "2"), ("1", "61"), ("a", "2"), ("1", "5000")] {
            assert_eq!(numbers(from, to), None, "{from} {to}");
        }
    }
}
