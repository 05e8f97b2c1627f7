//! The quiz as a whole: practice, a paper, or what is to be reviewed, as the address says.
//!
//! What is shown is written as text whenever the place changes, and what happens in it reaches one
//! listener of each kind: that is half of what a tree of views would be to download.

use super::cards::due_now;
use super::item::Item;
use super::order::shift;
use super::paper::Paper;
use super::practice::{self, SCORE, score_of};
use super::sheets::form as sheets;
use super::{desk, estimate, export, hand_over, new_paper, paper, review, share};
use crate::i18n::{of_quiz, of_sheets};
use crate::map::picture::control_of;
use crate::progress::ProgressState;
use crate::progress::model::Progress;
use crate::route::{Route, View};
use crate::shell::events::{effect, next_frame, on_element, within};
use crate::shell::{Navigation, focus_id, late_style, set_hidden, write};
use crate::widgets::{once_mounted, put};
use leptos::html::Div;
use leptos::prelude::*;
use quiz::Sure;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use story::Task;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement, PointerEvent};

/// Id of the heading above an item, which gets the focus when the item changes.
pub(super) const ITEM_HEADING: &str = "item-heading";

/// Id of what is said where something could not be done.
pub(super) const COMPLAINT: &str = "paper-complaint";

/// The address of making a paper, behind that of the quiz.
pub(super) const NEW: &str = "paper";

const REVIEW: &str = "review";

const DESK: &str = "desk";

const SHEETS: &str = "sheets";

/// Id of the link to what is due.
const DUE: &str = "quiz-due";

/// What is done with a form.
type Submit = fn(&Quiz, &HtmlElement);

/// What is done with each form, by its name. As one function an engine would compile what a class desk needs when
/// a student hands in an answer.
const FORMS: [(&str, Submit); 7] = [
    ("item", |quiz, _| quiz.with_item(|item| item.hand_in(&quiz.root, quiz.progress))),
    ("new", |quiz, form| new_paper::make(form, quiz.navigation)),
    ("code", |quiz, form| new_paper::read(form, quiz.navigation, quiz.progress)),
    ("who", |quiz, form| {
        let paper = quiz.now.try_borrow().ok().and_then(|now| now.paper.clone());
        if let Some(paper) = paper {
            hand_over::make(form, &paper);
        }
    }),
    ("desk", |_, form| desk::read(form)),
    ("export", |_, form| export::make(form)),
    ("sheets", |_, form| sheets::make(form)),
];

/// Where in the quiz a reader is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Place {
    /// The part, or the code of a paper; practice where there is none.
    part: Option<String>,
    /// The chapter that is practiced.
    pub(super) chapter: Option<String>,
    /// The passage whose questions are practiced.
    pub(super) passage: Option<String>,
    /// The item, or the number of one in a paper.
    pub(super) item: Option<String>,
    /// The code of a class of which each student has a paper of their own.
    class: Option<String>,
    /// The code of the paper of which sheets are made.
    paper: Option<String>,
}

/// What is on the page.
#[derive(Default)]
pub(super) struct Now {
    /// The item.
    pub(super) item: Option<Item>,
    /// The paper to which it belongs, if to one.
    pub(super) paper: Option<Paper>,
    /// The place that was drawn.
    drawn: Option<Place>,
    /// Whether a hand draws across a chart.
    draws: bool,
}

/// The quiz in its place on the page.
pub(super) struct Quiz {
    root: HtmlElement,
    pub(super) navigation: Navigation,
    pub(super) progress: ProgressState,
    place: Memo<Place>,
    now: RefCell<Now>,
    /// Whether there was any progress when that was last looked at.
    had_progress: Cell<bool>,
}

/// The quiz.
#[component]
pub fn QuizView() -> impl IntoView {
    let (Some(navigation), Some(progress)) =
        (use_context::<Navigation>(), use_context::<ProgressState>())
    else {
        return ().into_any();
    };
    late_style::add();
    let root = NodeRef::<Div>::new();
    once_mounted(root, move |element| start(element, navigation, progress));
    view! { <div class="quiz" node_ref=root></div> }.into_any()
}

fn start(root: &HtmlElement, navigation: Navigation, progress: ProgressState) {
    // While the reader looks at another page the place stays, and with it an answer that was begun.
    let place = Memo::new(move |before: Option<&Place>| {
        navigation.route.with(|route| {
            let value = |name| route.query_value(name).map(str::to_owned);
            match &route.view {
                View::Quiz(part) => Place {
                    part: part.clone(),
                    chapter: value("chapter"),
                    passage: value("passage"),
                    item: value("item"),
                    class: value("class"),
                    paper: value("paper"),
                },
                _ => before.cloned().unwrap_or_default(),
            }
        })
    });
    let quiz = Rc::new(Quiz {
        root: root.clone(),
        navigation,
        progress,
        place,
        now: RefCell::new(Now::default()),
        had_progress: Cell::new(false),
    });
    let it = Rc::clone(&quiz);
    let owner = Owner::current();
    effect(move || {
        let place = it.place.get();
        let is_seen = navigation.route.with(|route| matches!(route.view, View::Quiz(_)));
        let is_drawn = it.now.try_borrow().is_ok_and(|now| now.drawn.as_ref() == Some(&place));
        // The map of an item belongs to the view: what this makes would end when it runs again.
        if let Some(owner) = owner.as_ref().filter(|_| is_seen && !is_drawn) {
            owner.with(|| it.draw());
        }
    });
    let it = Rc::clone(&quiz);
    effect(move || {
        progress.with(|_| ());
        it.refresh();
    });
    let it = Rc::clone(&quiz);
    on_element(root, "click", move |event| it.click(&event));
    let it = Rc::clone(&quiz);
    on_element(root, "submit", move |event| it.submit(&event));
    for kind in ["input", "change"] {
        let it = Rc::clone(&quiz);
        on_element(root, kind, move |event| it.change(&event));
    }
    for kind in ["pointerdown", "pointermove", "pointerup", "pointercancel"] {
        let it = Rc::clone(&quiz);
        on_element(root, kind, move |event| it.point(kind, &event));
    }
}

impl Quiz {
    /// Draws what the place asks for.
    fn draw(&self) {
        let place = self.place.get_untracked();
        let mut now = Now { drawn: Some(place.clone()), ..Now::default() };
        let mut out = String::new();
        self.modes(&place, &mut out);
        match place.part.as_deref() {
            None => practice::draw(self, &place, &mut now, &mut out),
            Some(NEW) => new_paper::markup(place.class.as_deref(), &mut out),
            Some(REVIEW) => review::draw(self, &mut now, &mut out),
            Some(DESK) => desk::markup(&mut out),
            Some(SHEETS) => sheets::markup(place.paper.as_deref(), &mut out),
            Some(code) => paper::draw(self, &place, code, &mut now, &mut out),
        }
        // What the last item followed ends before its elements go.
        drop(self.now.take());
        self.root.set_inner_html(&out);
        if let Some(item) = &mut now.item {
            item.start(&self.root, self.navigation);
        }
        self.now.replace(now);
        self.refresh();
    }

    fn modes(&self, place: &Place, out: &mut String) {
        let t = of_quiz();
        put(out, &["<nav class=\"quiz-modes\" aria-label=\"", "\"><ul>"], &[t.modes]);
        let part = place.part.as_deref();
        let in_paper = part.is_some_and(|part| ![REVIEW, DESK, SHEETS].contains(&part));
        for (address, id, words, current) in [
            ("", "quiz-practice", t.practice, part.is_none()),
            ("/paper", "quiz-paper", t.paper, in_paper),
            ("/review", DUE, "", part == Some(REVIEW)),
            ("/desk", "quiz-desk", t.desk, part == Some(DESK)),
            ("/sheets", "quiz-sheets", of_sheets().sheets, part == Some(SHEETS)),
        ] {
            put(out, &["<li><a href=\"#/quiz", "\" id=\"", "\""], &[address, id]);
            out.push_str(if current { " aria-current=\"page\"" } else { "" });
            put(out, &[">", "</a></li>"], &[words]);
        }
        out.push_str("</ul></nav>");
    }

    /// Takes all that was answered or pasted off the page, where the reader cleared everything: it is
    /// not for whoever uses the device next.
    fn clear(&self) {
        drop(self.now.take());
        self.root.set_inner_html("");
        desk::clear();
        let is_seen = |route: &Route| matches!(route.view, View::Quiz(_));
        if self.navigation.route.with_untracked(is_seen) {
            self.draw();
        }
    }

    /// Brings what tells of progress in line with it.
    fn refresh(&self) {
        let is_empty = self.progress.with_untracked(|it| *it == Progress::default());
        if self.had_progress.replace(!is_empty) && is_empty {
            self.clear();
            return;
        }
        write(DUE, &(of_quiz().review)(due_now(self.progress).len()));
        let Ok(now) = self.now.try_borrow() else { return };
        if let Some(paper) = &now.paper {
            paper.refresh(&self.root);
        } else if let Some(place) = now.drawn.as_ref().filter(|place| place.part.is_none()) {
            write(SCORE, &score_of(self.progress, place));
        }
    }

    /// Notes a value of the place in the address, shows what it leads to, and gives it the focus.
    pub(super) fn go(&self, name: &str, value: &str) {
        self.navigation.set_query(name, value);
        // Whoever asks for this may still hold what is on the page.
        if let Ok(mut now) = self.now.try_borrow_mut() {
            now.drawn = None;
        }
        next_frame(|| focus_id(ITEM_HEADING));
    }

    fn click(&self, event: &Event) {
        if let Some(sign) = control_of(event) {
            let Ok(mut now) = self.now.try_borrow_mut() else { return };
            let Now { item: Some(item), paper, .. } = &mut *now else { return };
            if item.choose(sign)
                && let Some(paper) = paper
            {
                paper.changed(item, None);
            }
            return;
        }
        let Some(button) = within(event, "[data-do]") else { return };
        let does = button.get_attribute("data-do").unwrap_or_default();
        match does.as_str() {
            "copy-code" => hand_over::copy(self.navigation),
            "save-table" => desk::save(),
            "print-sheets" => {
                let _ = window().print();
            }
            "student-sheets" => desk::sheets_for_each(),
            "save-json" => desk::save_json(),
            "save-analysis" => desk::save_analysis(),
            "up" | "down" => {
                shift(&button, does == "up", self.navigation);
                self.take_up(&button);
            }
            "hint" => self.with_item(Item::hint),
            "again" => self.with_item(|item| item.again(&self.root)),
            _ => self.press(&does, &button),
        }
    }

    fn press(&self, does: &str, button: &HtmlElement) {
        let place = self.place.get_untracked();
        let Ok(now) = self.now.try_borrow() else { return };
        let (paper, shown) = (now.paper.clone(), now.item.as_ref().map(|it| it.asked.question));
        drop(now);
        if let Some(mut paper) = paper {
            paper.press(self, does, button);
            if let Ok(mut now) = self.now.try_borrow_mut()
                && now.paper.is_some()
            {
                now.paper = Some(paper);
            }
            // Handing in, or beginning anew, may leave the address as it was.
            if self.now.try_borrow().is_ok_and(|now| now.drawn.is_none()) {
                self.draw();
            }
        } else if place.part.is_some() {
            self.draw();
            self.navigation.announce(
                crate::shell::element(ITEM_HEADING)
                    .and_then(|it| it.text_content())
                    .unwrap_or_default(),
            );
            focus_id(ITEM_HEADING);
        } else if let Some(shown) = shown {
            practice::step(self, &place, shown, if does == "next" { 1 } else { -1 });
        }
    }

    fn submit(&self, event: &Event) {
        event.prevent_default();
        let Some(form) = within(event, "form") else { return };
        let name = form.get_attribute("data-form").unwrap_or_default();
        if let Some((_, submit)) = FORMS.iter().find(|(form, _)| *form == name) {
            submit(self, &form);
        }
    }

    fn change(&self, event: &Event) {
        let Some(field) = within(event, "input, select, textarea") else { return };
        if field.id() == desk::FILES && event.type_() == "change" {
            desk::take_files(&field);
            return;
        }
        if field.id() == share::EACH && event.type_() == "change" {
            self.press("give", &field);
            return;
        }
        if let Some(sure) = within(event, ".how-sure input") {
            let sure = sure.dyn_into::<HtmlInputElement>().ok();
            let sure = sure.and_then(|it| Sure::parse(&it.value()));
            let Ok(mut now) = self.now.try_borrow_mut() else { return };
            if let Now { item: Some(item), paper: Some(paper), .. } = &mut *now {
                paper.changed(item, sure);
            }
        } else {
            self.take_up(&field);
        }
    }

    /// Takes up the answer that the page holds now.
    fn take_up(&self, field: &HtmlElement) {
        let Some(form) = field.closest("form.item").ok().flatten() else { return };
        let Ok(mut now) = self.now.try_borrow_mut() else { return };
        if let Now { item: Some(item), paper, .. } = &mut *now {
            item.changed(&form);
            if let Some(paper) = paper {
                paper.changed(item, None);
            }
        }
    }

    /// Follows a hand across a chart.
    fn point(&self, kind: &str, event: &Event) {
        let (Some(chart), Some(pointer)) =
            (within(event, ".figures-chart"), event.dyn_ref::<PointerEvent>())
        else {
            return;
        };
        {
            let Ok(mut now) = self.now.try_borrow_mut() else { return };
            let Now { item: Some(item), draws, .. } = &mut *now else { return };
            match kind {
                "pointerdown" => {
                    *draws = true;
                    let _ = chart.set_pointer_capture(pointer.pointer_id());
                }
                "pointermove" => {}
                _ => *draws = false,
            }
            let Task::Estimate { figures, .. } = &item.asked.question.task else { return };
            if !*draws || item.asked.closed {
                return;
            }
            estimate::draw(&chart, pointer, figures);
        }
        self.take_up(&chart);
    }

    fn with_item(&self, does: impl FnOnce(&mut Item)) {
        if let Ok(mut now) = self.now.try_borrow_mut()
            && let Some(item) = &mut now.item
        {
            does(item);
        }
    }
}

/// Says what could not be done, and gives that the focus.
pub(super) fn complain(words: &str) {
    write(COMPLAINT, words);
    set_hidden(COMPLAINT, words.is_empty());
    // A field that loses the focus may tell of a change, which whoever is called by one can't hear.
    next_frame(|| focus_id(COMPLAINT));
}
