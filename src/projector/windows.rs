//! Two windows in step: what each tells the other, and whether the other is there.
//!
//! Windows of one site hear each other over a channel that both name. Where the page stands on the
//! reader's own disk some browsers keep that from them; then the window that was opened and the one
//! that opened it speak to each other directly.

use super::message::Message;
use crate::shell::events::on_window;
use leptos::prelude::window;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent, Window};

/// After so many milliseconds without a word the other window is gone, or does not hear.
const SILENCE: f64 = 6000.0;

/// Whether the other window is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Presence {
    /// There has been none.
    #[default]
    Alone,
    /// It was opened, and has not answered yet.
    Opened,
    /// It answers.
    There,
    /// It was opened and has never answered.
    Silent,
    /// It answered and does no more.
    Gone,
}

impl Presence {
    /// What is to be thought of the other window now, when it was last heard, or opened, so long ago.
    fn after(self, silence: f64, closed: bool) -> Self {
        let silent = silence > SILENCE;
        // One that opens has a program to load.
        let never = silence > 2.0 * SILENCE;
        match self {
            Self::There if silent || closed => Self::Gone,
            Self::Opened if closed => Self::Gone,
            Self::Opened if never => Self::Silent,
            Self::Silent if closed => Self::Gone,
            same => same,
        }
    }
}

/// What hears messages.
pub(super) type Hear = Rc<dyn Fn(Message)>;

/// The other window, and the ways to it.
#[derive(Default)]
pub(super) struct Windows {
    /// The name of the pair; empty where there is none.
    pair: RefCell<String>,
    channel: RefCell<Option<BroadcastChannel>>,
    /// The window that this one opened, or that opened it.
    other: RefCell<Option<Window>>,
    /// Whether the channel was heard, so that nothing need be said twice.
    by_channel: Cell<bool>,
    /// When the other window was last heard, or opened.
    heard: Cell<f64>,
    presence: Cell<Presence>,
}

impl Windows {
    /// Hears what the other window tells it directly, from now on, and says when this one goes.
    pub(super) fn start(self: &Rc<Self>, hear: &Hear) {
        let (it, to) = (Rc::clone(self), Rc::clone(hear));
        on_window("message", move |event| {
            let Ok(event) = event.dyn_into::<MessageEvent>() else { return };
            if it.is_other(&event) {
                it.take(&event, &to);
            }
        });
        let it = Rc::clone(self);
        on_window("pagehide", move |_| it.tell(&Message::Bye));
    }

    /// The name of the pair.
    pub(super) fn pair(&self) -> String {
        self.pair.borrow().clone()
    }

    /// Whether the other window is there.
    pub(super) fn presence(&self) -> Presence {
        self.presence.get()
    }

    /// Belongs to a pair from now on, whose other window is to be heard.
    pub(super) fn join(self: &Rc<Self>, pair: &str, hear: &Hear) {
        if *self.pair.borrow() == pair {
            return;
        }
        pair.clone_into(&mut self.pair.borrow_mut());
        self.by_channel.set(false);
        if self.other.borrow().is_none() {
            let opener = window().opener().ok().filter(|it| !it.is_null() && !it.is_undefined());
            self.other.replace(opener.map(JsCast::unchecked_into));
        }
        let channel = BroadcastChannel::new(&["open-gates-show-", pair].concat()).ok();
        if let Some(channel) = &channel {
            let (it, to) = (Rc::clone(self), Rc::clone(hear));
            let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                it.by_channel.set(true);
                it.take(&event, &to);
            });
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
            // It lives as long as the channel, which lives as long as the page.
            heard.forget();
        }
        if let Some(before) = self.channel.replace(channel) {
            before.close();
        }
        self.tell(&Message::Hello);
    }

    /// Opens the second window at an address; whether the browser let it. One that is there already
    /// comes to the front.
    pub(super) fn open(&self, hash: &str) -> bool {
        let name = ["open-gates-show-", &self.pair.borrow()].concat();
        let look = "popup,width=1280,height=720";
        let opened =
            window().open_with_url_and_target_and_features(hash, &name, look).ok().flatten();
        let is_open = opened.is_some();
        if is_open {
            self.other.replace(opened);
            self.heard.set(js_sys::Date::now());
            if self.presence.get() != Presence::There {
                self.presence.set(Presence::Opened);
            }
        }
        is_open
    }

    /// Tells the other window something, if there is one.
    pub(super) fn tell(&self, message: &Message) {
        if self.pair.borrow().is_empty() {
            return;
        }
        let text = JsValue::from_str(&message.write());
        if let Some(channel) = &*self.channel.borrow() {
            let _ = channel.post_message(&text);
        }
        if let Some(other) = self.other.borrow().as_ref().filter(|_| !self.by_channel.get()) {
            // A page on a disk has no origin that could be named.
            let origin = origin();
            let to = if origin == "null" || origin == "file://" { "*" } else { &origin };
            let _ = other.post_message(&text, to);
        }
    }

    /// Asks whether the other window is there; what is to be said of it now, if that has changed.
    pub(super) fn ask(&self) -> Option<Presence> {
        let before = self.presence.get();
        if self.pair.borrow().is_empty() {
            return None;
        }
        self.tell(&Message::Anybody);
        let closed = self.other.borrow().as_ref().is_some_and(|it| it.closed().unwrap_or(false));
        let now = before.after(js_sys::Date::now() - self.heard.get(), closed);
        self.presence.set(now);
        (now != before).then_some(now)
    }

    /// Whether a message was sent by the other window, which still shows this page. One that was loaded
    /// again does not know any more which window it opened, until that speaks.
    fn is_other(&self, event: &MessageEvent) -> bool {
        let own = origin();
        let Some(source) = event.source().filter(|_| event.origin() == own || own == "file://")
        else {
            return false;
        };
        let mut other = self.other.borrow_mut();
        match &*other {
            Some(other) => js_sys::Object::is(&source, other),
            None => {
                *other = Some(source.unchecked_into());
                true
            }
        }
    }

    fn take(&self, event: &MessageEvent, hear: &Hear) {
        let text = event.data().as_string();
        let now = js_sys::Date::now();
        let Some(message) = text.and_then(|text| Message::read(&text, (now / 1000.0) as u64))
        else {
            return;
        };
        self.heard.set(now);
        self.presence.set(match message {
            Message::Bye => Presence::Gone,
            _ => Presence::There,
        });
        if message == Message::Anybody {
            self.tell(&Message::Here);
        }
        hear(message);
    }
}

/// The origin of this page as messages name it.
fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_that_says_nothing_is_gone_or_was_never_heard() {
        use Presence::{Alone, Gone, Opened, Silent, There};
        let after = Presence::after;
        assert_eq!(after(There, 1000.0, false), There);
        assert_eq!(after(There, SILENCE + 1.0, false), Gone);
        assert_eq!(after(There, 0.0, true), Gone);
        assert_eq!(after(Opened, 1000.0, false), Opened);
        assert_eq!(after(Opened, SILENCE + 1.0, false), Opened);
        assert_eq!(after(Opened, 2.0 * SILENCE + 1.0, false), Silent);
        assert_eq!(after(Silent, 9.0 * SILENCE, false), Silent);
        assert_eq!(after(Silent, 0.0, true), Gone);
        assert_eq!(after(Alone, 9.0 * SILENCE, true), Alone);
    }
}
