//! The teacher's side: controls, the list of keys, and what the class does not see.

use super::question::put_lines;
use super::show::Show;
use super::stage::Material;
use super::timer::{MOST_MINUTES, Timer};
use super::windows::Presence;
use crate::i18n::{messages, of_projector};
use crate::settings::has_keys;
use crate::shell::{element, write, write_markup};
use crate::widgets::put;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlInputElement, HtmlSelectElement};

/// Id of the list of steps, of the number of the step, and of the field for minutes.
pub(super) const STEPS: &str = "show-steps";
pub(super) const MINUTES: &str = "show-minutes";
const PLACE: &str = "show-place";

/// Id of what is said of windows.
pub(super) const STATUS: &str = "show-status";

/// Id of what only the teacher sees.
pub(super) const NOTES: &str = "show-notes";

/// Id of the list of keys.
const HELP: &str = "show-help";

const START: &str = "show-start";

/// The controls, as markup.
pub(super) fn markup(out: &mut String) {
    let t = of_projector();
    put(out, &["<div class=\"show-bar\" role=\"group\" aria-label=\"", "\"><p>"], &[t.controls]);
    button(out, "back", t.back, "PageUp", false);
    button(out, "next", t.next, "PageDown", false);
    let steps = [
        "<label class=\"spoken\" for=\"show-steps\">",
        "</label><select id=\"",
        "\"></select> <span class=\"show-place\" id=\"",
        "\"></span></p><p>",
    ];
    put(out, &steps, &[t.go_to, STEPS, PLACE]);
    button(out, "answer", t.answer, "A", true);
    button(out, "blank", t.blank, "B", true);
    button(out, "easy", messages().easy_words, "E", true);
    let most = MOST_MINUTES.to_string();
    let timer = [
        "</p><p role=\"group\" aria-label=\"",
        "\"><label for=\"show-minutes\">",
        "</label> <input type=\"number\" inputmode=\"numeric\" min=\"1\" max=\"",
        "\" id=\"",
        "\"> <button type=\"button\" data-do=\"timer\" id=\"",
        "\" aria-keyshortcuts=\"T\"></button> ",
    ];
    put(out, &timer, &[t.timer, t.minutes, &most, MINUTES, START]);
    button(out, "reset", t.reset, "", false);
    out.push_str("</p><p>");
    button(out, "full", t.full_screen, "F", false);
    button(out, "window", t.second_window, "", false);
    button(out, "help", t.keys, "?", false);
    let end = [
        "<a class=\"action\" href=\"#/project\">",
        "</a></p><p class=\"show-status\" role=\"status\" id=\"",
        "\"></p></div><aside class=\"show-notes\" hidden id=\"",
        "\"></aside>",
    ];
    put(out, &end, &[t.end, STATUS, NOTES]);
    help(out);
}

fn button(out: &mut String, does: &str, words: &str, key: &str, toggles: bool) {
    let start = ["<button type=\"button\" data-do=\"", "\" id=\"show-do-", "\""];
    put(out, &start, &[does, does]);
    if !key.is_empty() {
        put(out, &[" aria-keyshortcuts=\"", "\""], &[key]);
    }
    out.push_str(if toggles { " aria-pressed=\"false\">" } else { ">" });
    put(out, &["", "</button> "], &[words]);
}

fn help(out: &mut String) {
    let t = of_projector();
    let start = [
        "<dialog id=\"",
        "\" aria-labelledby=\"show-help-heading\"><h2 tabindex=\"-1\" id=\"show-help-heading\">",
        "</h2><dl>",
    ];
    put(out, &start, &[HELP, t.keys]);
    for (keys, what) in t.all_keys {
        put(out, &["<div><dt>", "</dt><dd>", "</dd></div>"], &[keys, what]);
    }
    let end = [
        "</dl><p id=\"show-no-letters\">",
        "</p><form method=\"dialog\"><button class=\"action\">",
        "</button></form></dialog>",
    ];
    put(out, &end, &[t.no_letters, messages().close]);
}

/// Opens the list of keys.
pub(super) fn open_help() {
    crate::shell::set_hidden("show-no-letters", has_keys());
    if let Some(dialog) = element(HELP).and_then(|it| it.dyn_into::<HtmlDialogElement>().ok()) {
        let _ = dialog.show_modal();
    }
}

/// Lists the steps to go to.
pub(super) fn list_steps(material: &Material, show: &Show) {
    let mut out = String::new();
    for step in &material.plan.steps {
        let title = material.title(step, show);
        put(&mut out, &["<option value=\"", "\">", "</option>"], &[&step.write(), &short(&title)]);
    }
    write_markup(STEPS, &out);
}

/// The beginning of a title that is long.
fn short(title: &str) -> String {
    const LONGEST: usize = 60;
    match title.char_indices().nth(LONGEST) {
        Some((at, _)) => {
            let start = title.get(..at).unwrap_or_default();
            let words = start.rsplit_once(' ').map_or(start, |(words, _)| words);
            [words, "\u{2026}"].concat()
        }
        None => title.to_owned(),
    }
}

/// Brings the controls in line with the show.
pub(super) fn refresh(material: &Material, show: &Show) {
    let all = material.plan.steps.len();
    let at = material.plan.position(&show.step);
    write(PLACE, &at.map(|at| (of_projector().step_of)(at + 1, all)).unwrap_or_default());
    let listed = at.and_then(|at| material.plan.steps.get(at));
    if let (Some(list), Some(step)) = (field::<HtmlSelectElement>(STEPS), listed) {
        list.set_value(&step.write());
    }
    let (first, last) = (at == Some(0), at.is_some_and(|at| at + 1 == all));
    let is_item = material.asked(&show.step, false).is_some();
    let is_passage = matches!(show.step, super::step::Step::Passage { .. });
    for (does, off) in
        [("back", first), ("next", last), ("answer", !is_item), ("easy", !is_passage)]
    {
        // A button that can't be used keeps the focus, which would otherwise be lost.
        set(does, "aria-disabled", off);
    }
    for (does, on) in [("answer", show.answered), ("blank", show.blank), ("easy", show.easy)] {
        set(does, "aria-pressed", on);
    }
}

fn set(does: &str, attribute: &str, on: bool) {
    if let Some(button) = element(&["show-do-", does].concat()) {
        let _ = button.set_attribute(attribute, if on { "true" } else { "false" });
    }
}

fn field<T: JsCast>(id: &str) -> Option<T> {
    element(id)?.dyn_into().ok()
}

/// Minutes as they stand in their field.
pub(super) fn minutes() -> Option<u8> {
    field::<HtmlInputElement>(MINUTES)?.value().parse().ok()
}

/// Brings the controls of the timer in line with it.
pub(super) fn refresh_timer(timer: Timer, now: u64) {
    let t = of_projector();
    let words = if timer.is_over(now) {
        t.reset
    } else if timer.runs(now) {
        t.stop
    } else if timer.is_shown() {
        t.go_on
    } else {
        t.start
    };
    write(START, words);
    if let Some(minutes) = field::<HtmlInputElement>(MINUTES) {
        let set = timer.minutes.to_string();
        // Whoever types in it is not to be disturbed.
        let typing = minutes.matches(":focus").unwrap_or(false);
        if !typing && minutes.value() != set {
            minutes.set_value(&set);
        }
    }
}

/// What only the teacher sees beside the class's window: the answer, and what comes next.
pub(super) fn notes(material: &Material, show: &Show) -> String {
    let t = of_projector();
    let mut out = String::new();
    put(&mut out, &["<h2>", "</h2>"], &[t.notes]);
    if show.blank {
        put(&mut out, &["<p class=\"show-is-blank\">", "</p>"], &[t.is_blank]);
    }
    if let Some(asked) = material.asked(&show.step, true) {
        put(&mut out, &["<h3>", "</h3>"], &[t.key]);
        put_lines(&mut out, &asked.lines());
    }
    let next = material.plan.by(&show.step, 1).filter(|next| **next != show.step);
    match next {
        Some(next) => {
            let words = material.title(next, show);
            put(&mut out, &["<p><b>", "</b> ", "</p>"], &[t.comes_next, &words]);
        }
        None => put(&mut out, &["<p>", "</p>"], &[t.nothing_next]),
    }
    out
}

/// What is said of the other window.
pub(super) fn said_of(presence: Presence, is_screen: bool) -> &'static str {
    let t = of_projector();
    match presence {
        Presence::Gone | Presence::Silent if is_screen => t.desk_gone,
        _ if is_screen => "",
        Presence::Alone => "",
        Presence::Opened => t.window_opened,
        Presence::There => t.in_step,
        Presence::Silent => t.not_in_step,
        Presence::Gone => t.window_gone,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_ends_at_a_word() {
        assert_eq!(short("Short"), "Short");
        let long = "Which of these groups was founded by students of several colleges in New York?";
        let shortened = short(long);
        assert!(shortened.ends_with('\u{2026}') && shortened.chars().count() <= 61, "{shortened}");
        assert!(long.starts_with(shortened.trim_end_matches('\u{2026}')));
        assert_eq!(short(&"é".repeat(90)).chars().count(), 61);
    }

    #[test]
    fn a_class_is_told_nothing_but_that_the_controls_are_gone() {
        use Presence::{Alone, Gone, Opened, Silent, There};
        for presence in [Alone, Opened, There] {
            assert_eq!(said_of(presence, true), "");
        }
        for presence in [Gone, Silent] {
            assert_eq!(said_of(presence, true), of_projector().desk_gone);
        }
        let said: std::collections::BTreeSet<_> =
            [Opened, There, Silent, Gone].map(|it| said_of(it, false)).into();
        assert_eq!(said.len(), 4);
        assert!(!said.contains(""));
    }
}
