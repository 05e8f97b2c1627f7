//! What only a real browser can tell. `cargo xtask test --only browser` runs this.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on says why by a panic"
)]

use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::tick;
use open_gates::content::{QUESTIONS_ID, questions, story};
use open_gates::map::MapView;
use open_gates::progress::ProgressState;
use open_gates::quiz::QuizView;
use open_gates::route::Route;
use open_gates::shell::{Focus, Navigation};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Event, EventInit, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};

wasm_bindgen_test_configure!(run_in_browser);

/// The questions, from the place where the page would have them.
fn all_questions() -> &'static story::Table<story::Question<'static>> {
    if document().get_element_by_id(QUESTIONS_ID).is_none() {
        let place = document().create_element("template").unwrap();
        place.set_id(QUESTIONS_ID);
        place.set_text_content(Some(include_str!(concat!(env!("OUT_DIR"), "/questions.txt"))));
        document().body().unwrap().append_child(&place).unwrap();
    }
    questions().unwrap()
}

/// A view in the page, until it is dropped.
struct Shown {
    place: HtmlElement,
    _handle: Box<dyn std::any::Any>,
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.place.remove();
    }
}

impl Shown {
    fn one(&self, selector: &str) -> HtmlElement {
        self.all(selector).into_iter().next().unwrap_or_else(|| panic!("no {selector}"))
    }

    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.place.query_selector_all(selector).unwrap();
        (0..found.length()).map(|at| found.item(at).unwrap().unchecked_into()).collect()
    }

    fn text(&self, selector: &str) -> String {
        self.one(selector).text_content().unwrap_or_default()
    }
}

/// Mounts a view with the state that the app would give it, at an address.
async fn show(hash: &str, view: impl FnOnce() -> AnyView + 'static) -> Shown {
    window().local_storage().unwrap().unwrap().clear().unwrap();
    let route = Route::parse(hash, story()).unwrap();
    let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&place).unwrap();
    let handle = mount_to(place.clone(), move || {
        Navigation::provide().route.set(route);
        ProgressState::provide();
        Focus::provide();
        view()
    });
    tick().await;
    Shown { place, _handle: Box::new(handle) }
}

/// Lets one animation frame pass, after which focus has moved.
async fn frame() {
    let frame = js_sys::Promise::new(&mut |resolve, _| {
        window().request_animation_frame(&resolve).unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(frame).await.unwrap();
    tick().await;
}

/// Lets frames pass until everything of the map has come: signs, and rows of the table, come over some.
async fn all_of_the_map() {
    for _ in 0..story().groups.len() {
        frame().await;
    }
}

fn send(to: &HtmlElement, event: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    to.dispatch_event(&Event::new_with_event_init_dict(event, &init).unwrap()).unwrap();
}

fn press(key: &str) {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_key(key);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    document().active_element().unwrap().dispatch_event(&event).unwrap();
}

#[wasm_bindgen_test]
async fn the_map_has_a_named_control_for_every_group() {
    let map = show("#/map?year=1964", || MapView().into_any()).await;
    all_of_the_map().await;
    let controls = map.all("button.map-control");
    assert_eq!(controls.len(), story().groups.len());
    for (control, group) in controls.iter().zip(&story().groups) {
        let name = control.get_attribute("aria-label").unwrap();
        assert!(name.starts_with(group.name) && name.contains(group.city), "{name}");
    }
    assert!(map.text(".map-summary").starts_with("1964:"));
}

#[wasm_bindgen_test]
async fn one_control_is_in_the_tab_order_and_arrow_keys_move_it() {
    let map = show("#/map", || MapView().into_any()).await;
    all_of_the_map().await;
    let in_order = || map.all("button.map-control[tabindex=\"0\"]");
    assert_eq!(in_order().len(), 1);
    let first = in_order().remove(0);
    first.focus().unwrap();
    press("End");
    tick().await;
    let last = map.all("button.map-control").pop().unwrap();
    assert_eq!(in_order(), std::slice::from_ref(&last));
    assert_eq!(document().active_element().unwrap(), *last.unchecked_ref::<web_sys::Element>());
}

#[wasm_bindgen_test]
async fn a_year_changes_signs_rows_and_sentence_together() {
    let map = show("#/map", || MapView().into_any()).await;
    let slider: HtmlInputElement = map.one("#map-year").unchecked_into();
    slider.set_value(&story().first_year.to_string());
    send(&slider, "input");
    all_of_the_map().await;
    for group in &story().groups {
        let expected = if group.founded.years().earliest > story().first_year {
            "not-yet"
        } else {
            continue;
        };
        for place in [format!("#sign-{}", group.id), format!("#row-{}", group.id)] {
            assert_eq!(map.one(&place).get_attribute("data-activity").unwrap(), expected);
        }
    }
    assert!(map.text(".map-summary").starts_with(&story().first_year.to_string()));
}

#[wasm_bindgen_test]
async fn a_wrong_answer_says_why_and_leads_to_the_passage() {
    use story::Task;
    let question = all_questions()
        .iter()
        .find(|question| matches!(question.task, Task::ChooseOne { .. }))
        .unwrap();
    let Task::ChooseOne { key, options } = &question.task else { return };
    let wrong = options.iter().find(|option| option.id != *key).unwrap();
    let quiz = show(&format!("#/quiz?item={}", question.id), || QuizView().into_any()).await;
    let label = quiz
        .all(".options label")
        .into_iter()
        .find(|label| label.text_content().unwrap().starts_with(&wrong.text.plain()))
        .unwrap();
    let input: HtmlInputElement = label.query_selector("input").unwrap().unwrap().unchecked_into();
    input.click();
    tick().await;
    send(&quiz.one("form"), "submit");
    // The verdict comes in the frames that follow, and gets the focus once it is painted.
    let focused = || document().active_element().unwrap().id();
    for _ in 0..60 {
        if focused() == "item-verdict" {
            break;
        }
        frame().await;
    }
    assert_eq!(focused(), "item-verdict");
    assert!(quiz.text(".faults").contains(&wrong.feedback.plain()));
    let link = quiz.one(".verdict-box a.action").get_attribute("href").unwrap();
    assert!(link.starts_with(&format!("#/read/{}", question.passage)), "{link}");
}

#[wasm_bindgen_test]
async fn an_empty_answer_is_not_handed_in() {
    let question = all_questions()
        .iter()
        .find(|question| matches!(question.task, story::Task::ChooseOne { .. }))
        .unwrap();
    let quiz = show(&format!("#/quiz?item={}", question.id), || QuizView().into_any()).await;
    send(&quiz.one("form"), "submit");
    frame().await;
    assert!(!quiz.one("#item-complaint").hidden());
    assert!(quiz.all(".verdict-box").is_empty());
}

/// The script that runs before first paint reads addresses as `route.rs` does.
#[wasm_bindgen_test]
fn the_early_script_shows_the_page_that_the_app_will_show() {
    let script = include_str!("../src/page/early.js");
    let chapters = story().chapters.iter().map(|chapter| format!("read/{}", chapter.id));
    let fixed = ["home", "map", "timeline", "people", "glossary", "quiz", "disputes", "claims"];
    let pages: Vec<String> = fixed
        .into_iter()
        .chain(["sources", "further", "teach", "search", "notes", "settings", "unknown"])
        .map(str::to_owned)
        .chain(chapters)
        .map(|page| format!("\"{page}\""))
        .collect();
    let script = script.replace("PAGES", &format!("[{}]", pages.join(",")));
    let chapter = story().chapters.rows().first().unwrap();
    let passage = chapter.passages.rows().first().unwrap();
    let group = story().groups.rows().first().unwrap();
    let deep = format!("#/read/{}/{}", chapter.id, passage.id);
    let grouped = format!("#/map/{}?year=1974", group.id);
    let root = document().document_element().unwrap();
    for hash in [
        "",
        "#/",
        "#/read",
        &deep,
        "#/map",
        &grouped,
        "#/quiz?item=x",
        "#/further",
        "#/teach",
        "#/nowhere",
        "#/read/none",
    ] {
        root.remove_attribute("data-page").unwrap();
        window().location().set_hash(hash).unwrap();
        js_sys::eval(&script).unwrap();
        let expected = Route::parse(hash, story()).unwrap().view.page();
        assert_eq!(root.get_attribute("data-page").unwrap(), expected, "{hash}");
    }
    // Until the app has started, the script holds presses back: those of the other tests too.
    root.set_attribute("data-started", "").unwrap();
    window().location().set_hash("").unwrap();
}

#[wasm_bindgen_test]
fn papers_are_the_same_as_on_any_other_machine() {
    use quiz::paper::{Item, option_seed};
    use quiz::{Blueprint, Mix, PaperCode, draw};
    use story::Difficulty::{Easy, Hard, Medium};

    // The made-up items and the papers that `quiz::paper` holds still on the building machine.
    let ids: Vec<String> = (0..40).map(|at| format!("q{at:02}")).collect();
    let items: Vec<Item<'_>> = (0..40)
        .zip(&ids)
        .map(|(at, id)| Item {
            id,
            chapter: at * 7 / 40,
            kind: (at * 5 % 9) as u8,
            difficulty: match at % 3 {
                0 => Easy,
                1 => Medium,
                _ => Hard,
            },
        })
        .collect();
    let blueprint = Blueprint { chapters: 0, kinds: 0, count: 10, mix: Mix::Harder };
    let drawn: Vec<&str> = draw(&items, &blueprint, 20_260_101)
        .into_iter()
        .map(|at| items.get(at).unwrap().id)
        .collect();
    assert_eq!(drawn.join(" "), "q05 q03 q11 q16 q14 q22 q25 q23 q34 q36");
    assert_eq!(option_seed(77, "q01"), 0x6fc7_7854_521c_3fef);
    let code = PaperCode::read("2a1v y004 tosm").unwrap();
    assert_eq!((code.seed, code.write().as_str()), (77, "2A1V-Y004-T0SM"));
}
