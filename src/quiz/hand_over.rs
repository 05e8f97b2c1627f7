//! The result of a paper as a code, which a student hands over to the teacher.

use super::paper::Paper;
use super::pool::Pool;
use super::share;
use super::view::{COMPLAINT, complain};
use crate::i18n::{messages, of_quiz};
use crate::reader::share::clipboard;
use crate::shell::events::elements_in;
use crate::shell::{Navigation, element, focus_id, set_hidden, write, write_markup};
use crate::widgets::put;
use leptos::prelude::document;
use quiz::grade::grade_with_gaps;
use quiz::{Answer, ResultCode, Told, Who};
use story::{Question, Task};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlDocument, HtmlInputElement};

/// Id of the code.
const CODE: &str = "result-code";

/// Id of what is said when it was copied.
const COPIED: &str = "result-copied";

/// Id of the place for it.
const PLACE: &str = "result-code-place";

/// The place for a name, or for the number that is known already, and for the code, as markup.
pub(super) fn markup(number: &str, out: &mut String) {
    let t = of_quiz();
    let form = [
        "<div class=\"for-teacher\"><h3>",
        "</h3><p class=\"hint\">",
        "</p><p class=\"complaint\" tabindex=\"-1\" hidden id=\"",
        "\"></p><form class=\"item new-paper\" data-form=\"who\"><p><label for=\"result-who\">",
        "</label><input id=\"result-who\" type=\"text\" autocomplete=\"off\" spellcheck=\"false\" value=\"",
        "\"></p><p class=\"item-actions\"><button type=\"submit\">",
        "</button></p></form><div id=\"",
        "\"></div></div>",
    ];
    let words = [t.for_teacher, t.about_result_codes, COMPLAINT, t.who, number, t.make_code, PLACE];
    put(out, &form, &words);
}

/// Makes the code for the name that was typed, or says what is wrong with that.
pub(super) fn make(form: &Element, paper: &Paper) {
    let t = of_quiz();
    let field = elements_in(form, "input").into_iter().next();
    let typed = field.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()).map(|it| it.value());
    let made = paper.made();
    let (Some(who), Some(asked)) =
        (typed.as_deref().and_then(Who::parse), Pool::new().asked(&made))
    else {
        complain(t.no_who);
        return;
    };
    set_hidden(COMPLAINT, true);
    let told = paper.questions.iter().map(|question| told(paper, question)).collect();
    let named = (t.code_of)(&who.text());
    let result = ResultCode { paper: made, who, minutes: paper.minutes(), told };
    let Ok(code) = result.write(&asked) else { return };
    let mut out = String::new();
    let words = [
        "<p class=\"item\"><label class=\"own-words\" for=\"",
        "\">",
        "</label><input type=\"text\" class=\"code\" readonly id=\"",
        "\" value=\"",
        "\"></p><p class=\"item-actions\"><button type=\"button\" data-do=\"copy-code\">",
        "</button> <span id=\"",
        "\"></span></p>",
    ];
    put(&mut out, &words, &[CODE, &named, CODE, &code, t.copy_code, COPIED]);
    // A teacher who walks through the room takes it with a camera, where nothing can be sent.
    share::picture(&mut out, &code, t.qr_of_code);
    write_markup(PLACE, &out);
    focus_id(CODE);
}

/// What a result tells of an answer: of an estimate only the points, since figures would be too long.
fn told(paper: &Paper, question: &'static Question<'static>) -> Option<Told> {
    let answer = paper.answer(question)?;
    Some(match (&question.task, answer) {
        (Task::Estimate { .. }, answer) => {
            Told::Points(grade_with_gaps(&question.task, &answer).points)
        }
        // Words of their own stay with those who wrote them.
        (_, Answer::Own { met, .. }) => Told::Answer(Answer::Own { text: String::new(), met }),
        (_, answer) => Told::Answer(answer),
    })
}

/// Copies the code; where the browser does not let it, the code is selected.
pub(super) fn copy(navigation: Navigation) {
    let field = element(CODE).and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return };
    field.select();
    let tell = move |copied: bool| {
        let words = if copied { messages().copied } else { of_quiz().copy_by_hand };
        write(COPIED, words);
        navigation.announce(words.to_owned());
    };
    let Some(clipboard) = clipboard() else {
        let page = document().dyn_into::<HtmlDocument>().ok();
        tell(page.and_then(|page| page.exec_command("copy").ok()) == Some(true));
        return;
    };
    let told = |copied: bool| {
        let tell: Box<dyn FnMut(JsValue)> = Box::new(move |_| tell(copied));
        Closure::wrap(tell)
    };
    let (done, refused) = (told(true), told(false));
    let _ = clipboard.write_text(&field.value()).then2(&done, &refused);
    // Each is called at most once, and until then has to live.
    done.forget();
    refused.forget();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::edition;
    use quiz::{Blueprint, Mix, PaperCode, key};

    /// The longest code of papers with so many items of the story.
    fn longest(count: u8) -> usize {
        let pool = Pool::new();
        let length = |seed| {
            let blueprint = Blueprint { chapters: 0, kinds: 0, count, mix: Mix::Any };
            let paper = PaperCode { blueprint, seed, edition: edition() };
            let asked = pool.asked(&paper).unwrap();
            assert_eq!(asked.tasks.len(), usize::from(count));
            let told = asked.tasks.iter().map(|task| {
                Some(match task {
                    Task::Estimate { figures, .. } => Told::Points(figures.len() as u32),
                    _ => Told::Answer(key(task)),
                })
            });
            let who = Who::Name("ZZZZZZZZZZZZ".to_owned());
            let result = ResultCode { paper, who, minutes: 254, told: told.collect() };
            result.write(&asked).unwrap().len()
        };
        (0..400).map(length).max().unwrap()
    }

    #[test]
    fn results_of_the_story_have_codes_that_can_be_typed() {
        assert!(longest(10) <= 60, "{}", longest(10));
        assert!(longest(30) <= 140, "{}", longest(30));
    }
}
