//! The projector as a whole: choosing, the show as its teacher steps through it, and the second
//! window, which shows the step alone.
//!
//! The address says all of a show. Whatever is done, here or in the other window, makes a new
//! address, and drawing follows that.

use super::change::Change;
use super::hands::percent;
use super::keys::{Key, Press, press};
use super::message::{Message, pair_of};
use super::picture::ShownMap;
use super::question::Asked;
use super::show::{END, Show};
use super::stage::{self, Material};
use super::step::Step;
use super::text::reads_easy;
use super::timer::{MOST_MINUTES, clock_face};
use super::windows::{Hear, Presence, Windows};
use super::{chooser, desk};
use crate::i18n::of_projector;
use crate::map::picture::{control_of, groups};
use crate::route::{Route, View};
use crate::settings::has_keys;
use crate::shell::events::{effect, next_frame, on_element, on_window, within};
use crate::shell::{
    Navigation, element, focus_id, late_style, set_hidden, want_evidence, write, write_markup,
};
use crate::widgets::{once_mounted, put};
use js_sys::{Function, Promise, Reflect};
use leptos::html::Div;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement, HtmlSelectElement, KeyboardEvent};

/// Id of what the class sees, of the timer on it, and of what covers it.
const STAGE: &str = "show-stage";
const CLOCK: &str = "show-clock";
const BLANK: &str = "show-blank";

/// How often the timer is looked at, and the other window asked.
const TICK: Duration = Duration::from_secs(1);

/// What is told within this time is shown together.
const TOGETHER: Duration = Duration::from_millis(16);

/// Every so many ticks the other window is asked.
const ASK: u32 = 2;

/// What is on the page.
#[derive(Default)]
struct Drawn {
    /// What stands in the place of the view.
    frame: Frame,
    /// The show, as it was drawn.
    show: Option<Show>,
    material: Option<Material>,
    map: Option<ShownMap>,
    /// Seconds that the timer had left when that was last said.
    left: Option<u16>,
}

/// What stands in the place of the view.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Frame {
    #[default]
    Nothing,
    /// What can be shown; whether the address named something that can't.
    Chooser { lost: bool },
    /// The stage with its controls.
    Desk,
    /// The stage alone, in the second window.
    Screen,
}

/// The projector in its place on the page.
struct Projector {
    root: HtmlElement,
    navigation: Navigation,
    owner: Owner,
    windows: Rc<Windows>,
    hear: Hear,
    drawn: RefCell<Drawn>,
    ticks: Cell<u32>,
    /// What had the focus before the screen was blank.
    before_blank: RefCell<String>,
    /// What is said of what the browser refused last; nothing where it refused nothing.
    refused: Rc<Cell<&'static str>>,
    /// What the other window told last, until it is shown.
    told: RefCell<Option<Box<Show>>>,
}

/// The projector.
#[component]
pub fn ProjectorView() -> impl IntoView {
    let Some(navigation) = use_context::<Navigation>() else { return ().into_any() };
    late_style::add();
    let root = NodeRef::<Div>::new();
    once_mounted(root, move |element| start(element, navigation));
    view! { <div class="projector" node_ref=root></div> }.into_any()
}

fn start(root: &HtmlElement, navigation: Navigation) {
    let Some(owner) = Owner::current() else { return };
    let projector = Rc::new_cyclic(|it: &Weak<Projector>| {
        let to = Weak::clone(it);
        let hear = move |message: Message| {
            if let Some(it) = to.upgrade() {
                it.heard(message);
            }
        };
        Projector {
            root: root.clone(),
            navigation,
            owner: owner.clone(),
            windows: Rc::default(),
            hear: Rc::new(hear),
            drawn: RefCell::default(),
            ticks: Cell::new(0),
            before_blank: RefCell::default(),
            refused: Rc::default(),
            told: RefCell::default(),
        }
    });
    projector.windows.start(&projector.hear);
    // Questions, and what happened in a year, come with the evidence.
    want_evidence();
    let it = Rc::clone(&projector);
    on_window("otg:evidence", move |_| {
        if let Ok(mut drawn) = it.drawn.try_borrow_mut() {
            (drawn.show, drawn.material) = (None, None);
        }
        it.draw();
    });
    let it = Rc::clone(&projector);
    effect(move || {
        navigation.route.track();
        it.draw();
    });
    let it = Rc::clone(&projector);
    on_element(root, "click", move |event| it.click(&event));
    let it = Rc::clone(&projector);
    on_element(root, "change", move |event| it.chosen(&event));
    on_element(root, "submit", move |event| {
        // That of the dialog is the browser's.
        if within(&event, "dialog").is_none() {
            event.prevent_default();
            chooser::read(navigation);
        }
    });
    let it = Rc::clone(&projector);
    on_window("keydown", move |event| it.key(&event));
    let it = Rc::clone(&projector);
    on_window("fullscreenchange", move |_| it.note_full_screen());
    let it = Rc::clone(&projector);
    let tick = move || it.tick();
    let tick: Box<dyn Fn()> = Box::new(tick);
    let _ = set_interval_with_handle(tick, TICK);
}

impl Projector {
    fn is_seen(&self) -> bool {
        self.navigation.route.with_untracked(|route| route.view == View::Project)
    }

    /// What the address says; none where a show is still to be chosen.
    fn show(&self) -> Option<Show> {
        self.navigation
            .route
            .with_untracked(|route| Show::read(&route.query, seconds(), reads_easy))
    }

    fn is_screen(&self) -> bool {
        self.navigation.route.with_untracked(|route| route.query_value("screen") == Some("1"))
    }

    /// The address of a show, in this window or in the other.
    fn route(&self, show: &Show, screen: bool) -> Route {
        let mut query = show.query();
        let pair = self.windows.pair();
        if !pair.is_empty() {
            query.push(("pair".to_owned(), pair));
        }
        if screen {
            query.push(("screen".to_owned(), "1".to_owned()));
        }
        Route { view: View::Project, query }
    }

    /// Notes a show in the address, and with that shows it.
    fn set(&self, show: &Show) {
        let route = self.route(show, self.is_screen());
        if self.navigation.route.with_untracked(|now| *now != route) {
            self.navigation.replace(route);
        }
    }

    /// Does something to the show, and tells the other window.
    fn change(&self, change: &Change) {
        let Some(show) = self.show() else { return };
        let after = {
            let Ok(drawn) = self.drawn.try_borrow() else { return };
            let Some(material) = &drawn.material else { return };
            let options = material.options(&show.step);
            show.after(change, &material.plan, options, seconds())
        };
        if after != show {
            // Whoever does something here has the last word.
            self.told.take();
            self.set(&after);
            self.windows.tell(&Message::Show(Box::new(after)));
        }
    }

    /// Takes up what the other window tells.
    fn heard(self: &Rc<Self>, message: Message) {
        match message {
            Message::Show(show) if self.is_seen() => self.show_soon(show),
            // The one with the controls knows what is shown.
            Message::Hello if !self.is_screen() => {
                if let Some(show) = self.show() {
                    self.windows.tell(&Message::Show(Box::new(show)));
                }
            }
            _ => {}
        }
        self.tell_presence();
    }

    /// Shows what the other window told. A key that is held down tells more than a slow device can
    /// draw: of what comes meanwhile only the last is shown.
    fn show_soon(self: &Rc<Self>, show: Box<Show>) {
        if self.told.replace(Some(show)).is_some() {
            return;
        }
        let it = Rc::clone(self);
        let show_told = move || {
            let told = it.told.take();
            // A second window that has just been loaded may not have its own show yet.
            if let Some(show) = told.filter(|_| it.is_seen()) {
                it.set(&show);
            }
        };
        let show_told: Box<dyn FnOnce()> = Box::new(show_told);
        set_timeout(show_told, TOGETHER);
    }

    /// Opens the second window.
    fn open_window(&self) {
        let Some(show) = self.show() else { return };
        if self.windows.pair().is_empty() {
            self.windows.join(&any_name(), &self.hear);
            self.set(&show);
        }
        let opened = self.windows.open(&self.route(&show, true).hash());
        self.refused.set(if opened { "" } else { of_projector().window_refused });
        self.tell_presence();
    }

    /// Says whether the other window is there, and shows the notes where it is.
    fn tell_presence(&self) {
        let presence = self.windows.presence();
        let words = match presence {
            Presence::Alone if !self.refused.get().is_empty() => self.refused.get(),
            _ => desk::said_of(presence, self.is_screen()),
        };
        if element(desk::STATUS).and_then(|it| it.text_content()).is_some_and(|now| now != words) {
            write(desk::STATUS, words);
        }
        let paired = presence == Presence::There;
        if let Some(frame) = self.frame() {
            let _ = frame.toggle_attribute_with_force("data-paired", paired);
        }
        let shown = !desk_notes_are_hidden();
        if shown != (paired && !self.is_screen()) {
            set_hidden(desk::NOTES, shown);
            if let Some(show) = self.show() {
                self.draw_blank(&show);
            }
        }
    }

    fn frame(&self) -> Option<HtmlElement> {
        self.root.first_element_child()?.dyn_into().ok()
    }

    /// Brings the page in line with the address.
    fn draw(&self) {
        if !self.is_seen() {
            return;
        }
        let pair = self.navigation.route.with_untracked(|route| {
            route.query_value("pair").and_then(pair_of).unwrap_or_default().to_owned()
        });
        if !pair.is_empty() {
            self.windows.join(&pair, &self.hear);
        }
        let Some(show) = self.show() else { return self.draw_chooser() };
        if pair.is_empty() && !self.windows.pair().is_empty() {
            // Another show in the same windows.
            self.set(&show);
            self.windows.tell(&Message::Show(Box::new(show)));
            return;
        }
        let Ok(mut drawn) = self.drawn.try_borrow_mut() else { return };
        let frame = if self.is_screen() { Frame::Screen } else { Frame::Desk };
        let is_new = drawn.frame != frame;
        if is_new {
            *drawn = Drawn { frame, ..Drawn::default() };
            self.root.set_inner_html(&frame_markup(frame));
        }
        let before = drawn.show.take();
        let same_source = |it: &Show| it.source == show.source && it.easy == show.easy;
        if drawn.material.is_none() || !before.as_ref().is_some_and(same_source) {
            drawn.material = Some(Material::of(&show));
            if let Some(material) = drawn.material.as_ref().filter(|_| frame == Frame::Desk) {
                desk::list_steps(material, &show);
            }
        }
        let material = drawn.material.take().unwrap_or_else(|| Material::of(&show));
        if let Some(step) = material.plan.settled(&show.step).filter(|step| *step != show.step) {
            drawn.material = Some(material);
            drop(drawn);
            return self.set(&Show { step, ..show });
        }
        if !before.as_ref().is_some_and(|it| looks_alike(it, &show)) {
            // What the map followed ends before its elements go.
            drawn.map = None;
            write_stage(&material.markup(&show, frame == Frame::Desk));
            if let (Some(used), Some(stage)) = (material.map_of(&show.step), element(STAGE)) {
                drawn.map = ShownMap::start(&stage, self.navigation, used, &self.owner);
            }
        }
        let asked = material.asked(&show.step, show.answered);
        refresh(&show, asked, drawn.map.as_ref());
        if frame == Frame::Desk {
            desk::refresh(&material, &show);
            write_markup(desk::NOTES, &desk::notes(&material, &show));
            self.say(before.as_ref(), &show, &material);
        }
        drawn.material = Some(material);
        drawn.show = Some(show.clone());
        drop(drawn);
        self.draw_timer(&show);
        self.draw_blank(&show);
        self.tell_presence();
        if is_new && self.navigation.has_moved() {
            next_frame(|| focus_id(stage::HEADING));
        }
    }

    fn draw_chooser(&self) {
        let Ok(mut drawn) = self.drawn.try_borrow_mut() else { return };
        let lost = self.navigation.route.with_untracked(|route| {
            ["chapter", "paper"].iter().any(|name| route.query_value(name).is_some())
        });
        let frame = Frame::Chooser { lost };
        if drawn.frame == frame {
            return;
        }
        *drawn = Drawn { frame, ..Drawn::default() };
        let mut out = String::new();
        chooser::markup(&mut out, lost);
        self.root.set_inner_html(&out);
        if document().fullscreen_element().is_some() {
            document().exit_fullscreen();
        }
    }

    /// Says to screen readers what has changed.
    fn say(&self, before: Option<&Show>, show: &Show, material: &Material) {
        let Some(before) = before else { return };
        let t = of_projector();
        if before.step != show.step {
            let at = material.plan.position(&show.step).map_or(0, |at| at + 1);
            let title = material.title(&show.step, show);
            self.navigation.announce((t.step_said)(at, material.plan.steps.len(), &title));
        } else if show.answered && !before.answered {
            let asked = material.asked(&show.step, true);
            let lines = asked.map(Asked::lines).unwrap_or_default();
            let words: Vec<String> =
                lines.iter().map(|(what, answer)| [what, " ", answer].concat()).collect();
            self.navigation.announce([t.key, ": ", &words.join("; ")].concat());
        } else if let Some(asked) =
            material.asked(&show.step, false).filter(|_| show.hands != before.hands)
        {
            self.navigation.announce(asked.hands_in_words(show.hands.of(asked.question.id.0)));
        } else if show.group != before.group {
            self.navigation
                .announce(stage::group_in_words(show.group.as_deref().unwrap_or_default()));
        }
    }

    /// Covers what is to be blank: all of the window, but not that of a teacher whose class has its
    /// own.
    fn draw_blank(&self, show: &Show) {
        let covers = show.blank && (self.is_screen() || desk_notes_are_hidden());
        let Some(cover) = element(BLANK) else { return };
        if cover.hidden() != covers {
            return;
        }
        if covers {
            let focused = document().active_element().map(|it| it.id()).unwrap_or_default();
            self.before_blank.replace(focused);
        }
        cover.set_hidden(!covers);
        if let Some(frame) = self.frame() {
            for part in crate::shell::events::elements_in(&frame, ":scope > :not(#show-blank)") {
                let _ = part.toggle_attribute_with_force("inert", covers);
            }
        }
        if self.is_screen() {
            return;
        }
        if covers {
            focus_id("show-again");
        } else {
            let focused = self.before_blank.take();
            focus_id(if focused.is_empty() { stage::HEADING } else { &focused });
        }
    }

    /// Shows what is left of the time; says when it begins, when a minute is left, and when it is up.
    fn draw_timer(&self, show: &Show) {
        let t = of_projector();
        let now = seconds();
        let timer = show.timer;
        let (left, over) = (timer.left(now), timer.is_over(now));
        if let Some(clock) = element(CLOCK) {
            let words = if over { t.time_up.to_owned() } else { clock_face(left) };
            clock.set_text_content(Some(&words));
            clock.set_hidden(!timer.is_shown());
            let _ = clock.toggle_attribute_with_force("data-over", over);
        }
        if self.is_screen() {
            return;
        }
        desk::refresh_timer(timer, now);
        let Ok(mut drawn) = self.drawn.try_borrow_mut() else { return };
        let counted = (timer.runs(now) || over).then_some(left);
        let before = std::mem::replace(&mut drawn.left, counted);
        let words = match (before, counted) {
            // A clock that ran before this window looked at it says nothing.
            (None, Some(left)) if left > 0 => (t.timer_runs)(left / 60, left % 60),
            (Some(_), None) if timer.is_shown() => t.timer_stopped.to_owned(),
            (Some(before), Some(left)) if before > 60 && (1..=60).contains(&left) => {
                t.minute_left.to_owned()
            }
            (Some(before), Some(0)) if before > 0 => t.time_up.to_owned(),
            _ => return,
        };
        self.navigation.announce(words);
    }

    fn tick(&self) {
        if !self.is_seen() {
            return;
        }
        let ticks = self.ticks.get().wrapping_add(1);
        self.ticks.set(ticks);
        if ticks.is_multiple_of(ASK) && self.windows.ask().is_some() {
            self.tell_presence();
        }
        let Ok(drawn) = self.drawn.try_borrow() else { return };
        let show = drawn.show.clone().filter(|show| show.timer.is_shown());
        drop(drawn);
        if let Some(show) = show {
            self.draw_timer(&show);
        }
    }

    fn click(&self, event: &Event) {
        if let Some(sign) = control_of(event) {
            if let Some(group) = groups().get(sign) {
                self.change(&Change::Point(group.id.0.to_owned()));
            }
            return;
        }
        let Some(button) = within(event, "[data-do]") else { return };
        if button.get_attribute("aria-disabled").as_deref() == Some("true") {
            return;
        }
        let option = button.get_attribute("data-at").and_then(|at| at.parse::<usize>().ok());
        let change = match button.get_attribute("data-do").unwrap_or_default().as_str() {
            "back" => Change::By(-1),
            "next" => Change::By(1),
            "up" => Change::Up,
            "down" => Change::Down,
            "answer" => Change::Answer,
            "blank" => Change::Blank,
            "easy" => Change::Easy,
            "timer" => Change::Timer,
            "reset" => Change::TimerReset,
            "more" => Change::Hand(option.unwrap_or(usize::MAX), true),
            "less" => Change::Hand(option.unwrap_or(usize::MAX), false),
            "hands-down" => Change::HandsDown,
            "full" => return self.full_screen(),
            "window" => return self.open_window(),
            "help" => return desk::open_help(),
            _ => return,
        };
        self.change(&change);
    }

    fn chosen(&self, event: &Event) {
        let Some(field) = within(event, "select, input") else { return };
        match field.id().as_str() {
            desk::STEPS => {
                let list = field.dyn_into::<HtmlSelectElement>().ok();
                if let Some(step) = list.and_then(|it| Step::read(&it.value())) {
                    self.change(&Change::To(step));
                }
            }
            desk::MINUTES => {
                if let Some(minutes) = desk::minutes().filter(|it| (1..=MOST_MINUTES).contains(it))
                {
                    self.change(&Change::Minutes(minutes));
                }
            }
            _ => {}
        }
    }

    fn key(&self, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let in_show = self.drawn.try_borrow().is_ok_and(|drawn| drawn.show.is_some());
        let modified = key.ctrl_key() || key.meta_key() || key.alt_key();
        if !self.is_seen() || !in_show || modified || event.default_prevented() {
            return;
        }
        if within(event, "input, select, textarea, [contenteditable], dialog").is_some() {
            return;
        }
        let pressed = key.key();
        // On a control these are its own.
        if matches!(pressed.as_str(), " " | "Enter")
            && within(event, "button, a, summary").is_some()
        {
            return;
        }
        let leftwards = document().dir() == "rtl";
        let code = key.code();
        let asked = Key { key: &pressed, code: &code, shift: key.shift_key() };
        let Some(asked) = press(asked, leftwards, has_keys()) else { return };
        event.prevent_default();
        match asked {
            Press::Change(change) => self.change(&change),
            Press::FullScreen => self.full_screen(),
            Press::Help if !self.is_screen() => desk::open_help(),
            Press::Help => {}
        }
    }

    fn full_screen(&self) {
        if document().fullscreen_element().is_some() {
            document().exit_fullscreen();
        } else if !document().fullscreen_enabled() {
            no_full_screen(&self.refused);
        } else {
            self.refused.set("");
            fill_screen(&self.root, &self.refused);
        }
    }

    fn note_full_screen(&self) {
        let is_full = document().fullscreen_element().is_some();
        if let Some(button) = element("show-do-full") {
            let _ = button.set_attribute("aria-pressed", if is_full { "true" } else { "false" });
        }
    }
}

/// Asks the browser for the full screen, and says so where it refuses: older ones do at once, others
/// by a promise, which `web-sys` does not hand over.
fn fill_screen(root: &HtmlElement, refused: &Rc<Cell<&'static str>>) {
    let ask = Reflect::get(root, &"requestFullscreen".into()).ok();
    let asked = ask.and_then(|it| it.dyn_into::<Function>().ok()?.call0(root).ok());
    match asked.map(JsCast::dyn_into::<Promise>) {
        None => no_full_screen(refused),
        Some(Ok(promise)) => {
            let refused = Rc::clone(refused);
            let refused: Box<dyn FnMut(JsValue)> = Box::new(move |_| no_full_screen(&refused));
            let refused = Closure::wrap(refused);
            let _ = promise.catch(&refused);
            // It is called at most once, and until then has to live.
            refused.forget();
        }
        Some(Err(_)) => {}
    }
}

/// Says that the browser refused the full screen, also when the step is drawn anew.
fn no_full_screen(refused: &Cell<&'static str>) {
    refused.set(of_projector().no_full_screen);
    write(desk::STATUS, refused.get());
}

fn desk_notes_are_hidden() -> bool {
    element(desk::NOTES).is_none_or(|notes| notes.hidden())
}

/// The stage, and what stands around it, as markup.
fn frame_markup(frame: Frame) -> String {
    let t = of_projector();
    let mut out = String::new();
    out.push_str(if frame == Frame::Screen {
        "<div class=\"show show-screen\">"
    } else {
        "<div class=\"show\">"
    });
    let stage = [
        "<div class=\"show-stage\" role=\"region\" tabindex=\"0\" aria-label=\"",
        "\" id=\"",
        "\"></div><p class=\"show-clock\" role=\"timer\" hidden id=\"",
        "\"></p>",
    ];
    put(&mut out, &stage, &[t.stage, STAGE, CLOCK]);
    if frame == Frame::Screen {
        let corner = [
            "<div class=\"show-corner\"><p role=\"status\" id=\"",
            "\"></p><button type=\"button\" data-do=\"full\">",
            "</button></div><div class=\"show-blank\" hidden id=\"",
            "\"><p class=\"spoken\">",
            "</p></div></div>",
        ];
        put(&mut out, &corner, &[desk::STATUS, t.full_screen, BLANK, t.is_blank]);
    } else {
        desk::markup(&mut out);
        let blank = [
            "<div class=\"show-blank\" hidden id=\"",
            "\"><button type=\"button\" data-do=\"blank\" id=\"show-again\">",
            "</button></div></div>",
        ];
        put(&mut out, &blank, &[BLANK, t.show_again]);
    }
    out
}

/// Puts a step on the stage. A focus that was in it stays with what has the same name, or goes to the
/// heading.
fn write_stage(markup: &str) {
    let Some(stage) = element(STAGE) else { return };
    let focused =
        document().active_element().filter(|it| stage.contains(Some(it)) && **it != **stage);
    stage.set_inner_html(markup);
    if let Some(id) = focused.map(|it| it.id()) {
        focus_id(if element(&id).is_some() { &id } else { stage::HEADING });
    }
}

/// Whether the stage holds the same for both, but for what is written into it without drawing it anew.
fn looks_alike(one: &Show, other: &Show) -> bool {
    let both_years = matches!((&one.step, &other.step), (Step::Year(_), Step::Year(_)));
    one.source == other.source
        && one.easy == other.easy
        && one.answered == other.answered
        && (one.step == other.step || both_years)
}

/// Writes into the stage what changes within a step.
fn refresh(show: &Show, asked: Option<Asked>, map: Option<&ShownMap>) {
    if let Step::Year(year) = show.step {
        write(stage::YEAR, &year.to_string());
        write(stage::SUMMARY, &stage::summary_of(year));
        write_markup(stage::EVENTS, &stage::events_of(year));
    }
    let key = asked.filter(|it| it.answered).and_then(Asked::group);
    let pointed = key.or(show.group.as_deref());
    if let Some(map) = map {
        let year = if let Step::Year(year) = show.step { Some(year) } else { None };
        map.show(year, pointed);
    }
    write(stage::POINTED, &stage::group_in_words(pointed.unwrap_or_default()));
    if let Some(asked) = asked {
        refresh_hands(show, asked);
    }
    if let Some(stage) = element(STAGE) {
        let beyond = (stage.scroll_height() - stage.client_height()).max(0);
        stage.set_scroll_top(beyond * i32::from(show.scroll) / i32::from(END));
    }
}

/// Writes how many hands were raised, and draws their bars.
fn refresh_hands(show: &Show, asked: Asked) {
    let counts = show.hands.of(asked.question.id.0);
    for at in 0..asked.options().len() {
        let count = counts.get(at).copied().unwrap_or(0);
        let number = at.to_string();
        let words = if counts.is_empty() { String::new() } else { (of_projector().hands)(count) };
        write(&["show-hands-", &number].concat(), &words);
        if let Some(bar) = element(&["show-bar-", &number].concat()) {
            let length = [&percent(count, counts).to_string(), "%"].concat();
            let _ = bar.style().set_property("inline-size", &length);
        }
    }
    set_hidden("show-hands-down", counts.is_empty());
}

/// Seconds since 1970 began.
fn seconds() -> u64 {
    (js_sys::Date::now() / 1000.0) as u64
}

/// A name for a pair of windows, by chance.
fn any_name() -> String {
    ((js_sys::Math::random() * 4_294_967_295.0) as u32).to_string()
}
