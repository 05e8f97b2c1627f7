//! Making a paper: how many questions of what sort, or the code of one that was made, alone or with a
//! student's number.

use super::desk::to_teach;
use super::paper::name;
use super::pool::{edition, paper};
use super::view::{COMPLAINT, ITEM_HEADING, complain};
use crate::content::story;
use crate::i18n::of_quiz;
use crate::progress::ProgressState;
use crate::route::{Route, View};
use crate::shell::events::{elements_in, next_frame};
use crate::shell::{Navigation, focus_id};
use crate::widgets::put;
use quiz::paper::{MOST, SEEDS};
use quiz::{Blueprint, Mix, PaperCode, Who};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// How many questions a paper has where the reader does not say.
const COUNT: u8 = 12;

/// The forms, as markup; where an address names the code of a class, only that for a student's number.
pub(super) fn markup(class: Option<&str>, out: &mut String) {
    let t = of_quiz();
    let (heading, about) = match class {
        Some(_) => (t.own_paper, t.about_own_paper),
        None => (t.new_paper, t.about_papers),
    };
    let start = [
        "<h2 tabindex=\"-1\" id=\"",
        "\">",
        "</h2><p>",
        "</p><p class=\"complaint\" tabindex=\"-1\" hidden id=\"",
        "\"></p>",
    ];
    put(out, &start, &[ITEM_HEADING, heading, about, COMPLAINT]);
    if class.is_none() {
        form(out);
    }
    code_form(class, out);
    // A student with the code of a class has no lesson to plan.
    if class.is_none() {
        to_teach(out);
    }
}

/// The form for a paper that nobody made yet.
fn form(out: &mut String) {
    let t = of_quiz();
    let start = [
        "<form class=\"item new-paper\" data-form=\"new\" novalidate><p><label for=\"paper-count\">",
        "</label><input id=\"paper-count\" type=\"number\" min=\"1\" max=\"",
        "\" value=\"",
        "\"></p><p><label for=\"paper-mix\">",
        "</label><select id=\"paper-mix\">",
    ];
    let (most, count) = (MOST.to_string(), COUNT.to_string());
    put(out, &start, &[t.how_many, &most, &count, t.how_hard]);
    for (at, mix) in Mix::ALL.into_iter().enumerate() {
        put(out, &["<option value=\"", "\""], &[&at.to_string()]);
        out.push_str(if mix == Mix::Balanced { " selected" } else { "" });
        put(out, &[">", "</option>"], &[(t.mix)(mix)]);
    }
    put(out, &["</select></p><p class=\"hint\">", "</p>"], &[t.none_is_all]);
    let chapters = story().chapters.iter().map(|chapter| chapter.title);
    ticks(out, t.which_chapters, chapters.collect());
    ticks(out, t.which_types, t.kinds.to_vec());
    let end = [
        "<p class=\"item-actions\"><button type=\"submit\" class=\"action\">",
        "</button></p></form>",
    ];
    put(out, &end, &[t.make_paper]);
}

/// The form for the code of a paper, and the number of whoever takes it.
fn code_form(class: Option<&str>, out: &mut String) {
    let t = of_quiz();
    put(
        out,
        &[
            "<form class=\"item new-paper\" data-form=\"code\"><p><label for=\"paper-code\">",
            "</label><input id=\"paper-code\" type=\"text\" autocomplete=\"off\" \
             autocapitalize=\"characters\" spellcheck=\"false\" value=\"",
            "\"></p><p><label for=\"paper-number\">",
            "</label><input id=\"paper-number\" type=\"text\" inputmode=\"numeric\" autocomplete=\"off\"",
        ],
        &[t.have_code, class.unwrap_or_default(), t.own_number],
    );
    out.push_str(if class.is_some() { " required" } else { "" });
    let end = ["></p><p class=\"item-actions\"><button type=\"submit\">", "</button></p></form>"];
    put(out, &end, &[t.open_paper]);
}

fn ticks(out: &mut String, legend: &str, words: Vec<&str>) {
    put(out, &["<fieldset><legend>", "</legend>"], &[legend]);
    for words in words {
        let tick = ["<label class=\"box\"><input type=\"checkbox\">", "</label>"];
        put(out, &tick, &[words]);
    }
    out.push_str("</fieldset>");
}

/// Makes the paper that a form describes, and goes to it.
pub(super) fn make(form: &Element, navigation: Navigation) {
    let [chapters, kinds] = [0, 1].map(|at| {
        let fieldsets = elements_in(form, "fieldset");
        fieldsets.get(at).map_or(0, bits)
    });
    // Who asks for a thousand gets as many as there may be, not as few as are usual.
    let count = field(form, "#paper-count").and_then(|it| it.parse::<u32>().ok());
    let count = count.map_or(COUNT, |it| u8::try_from(it).unwrap_or(MOST));
    let mix = field(form, "#paper-mix").and_then(|it| it.parse::<usize>().ok());
    let mix = mix.and_then(|at| Mix::ALL.get(at).copied()).unwrap_or_default();
    let blueprint = Blueprint { chapters, kinds: kinds as u16, count, mix }.normal();
    let code = PaperCode { blueprint, seed: any_seed(), edition: edition() };
    if paper(&code).is_empty() {
        complain(of_quiz().no_such_questions);
    } else {
        open(navigation, code);
    }
}

/// Goes to the paper whose code stands in a form: with a number, to the one of that number.
pub(super) fn read(form: &Element, navigation: Navigation, progress: ProgressState) {
    let typed = |selector| field(form, selector).unwrap_or_default();
    let code = match PaperCode::read(&typed("#paper-code")) {
        Ok(code) => code,
        Err(error) => return complain(&(of_quiz().wrong_code)(error)),
    };
    let typed = typed("#paper-number");
    if typed.trim().is_empty() {
        return open(navigation, code);
    }
    let Some(number) = number(&typed) else { return complain(of_quiz().no_number) };
    let own = code.for_number(number);
    progress.keep(&[(name("number", &own.write(), None), number.to_string())]);
    open(navigation, own);
}

/// The number of a student that was typed, if it can be one.
pub(super) fn number(typed: &str) -> Option<u32> {
    match Who::parse(typed) {
        Some(Who::Number(number)) => Some(u32::from(number)),
        _ => None,
    }
}

/// What a field holds.
pub(super) fn field(form: &Element, selector: &str) -> Option<String> {
    let field = form.query_selector(selector).ok()??;
    match field.dyn_into::<HtmlInputElement>() {
        Ok(input) => Some(input.value()),
        Err(other) => Some(other.dyn_into::<HtmlSelectElement>().ok()?.value()),
    }
}

/// A bit for each box of a fieldset that is ticked.
pub(super) fn bits(fieldset: &HtmlElement) -> u64 {
    let boxes = elements_in(fieldset, "input");
    let ticked = |it: &HtmlElement| it.dyn_ref::<HtmlInputElement>().is_some_and(|it| it.checked());
    let bit = |(at, it): (u32, &HtmlElement)| if ticked(it) { 1_u64.checked_shl(at) } else { None };
    (0..).zip(&boxes).filter_map(bit).fold(0, |bits, bit| bits | bit)
}

/// A seed, by chance.
pub(super) fn any_seed() -> u32 {
    (js_sys::Math::random() * f64::from(SEEDS)) as u32
}

/// Goes to a paper.
pub(super) fn open(navigation: Navigation, code: PaperCode) {
    navigation.go(Route::from(View::Quiz(Some(code.write()))));
    next_frame(|| focus_id(ITEM_HEADING));
}
