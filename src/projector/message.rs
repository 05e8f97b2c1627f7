//! What one window of a show tells the other, as text. Whatever else comes is no message.

use super::show::Show;
use crate::content::story;
use crate::route::{Route, View};

/// How every message begins; another edition of the page may have others.
const START: &str = "open-gates-show-1 ";

/// Nothing longer is read.
const LONGEST: usize = 8192;

/// The most letters of the name of a pair of windows.
const LONGEST_PAIR: usize = 16;

/// Something told.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Message {
    /// A window has begun, and wants to know what is shown.
    Hello,
    /// What is shown.
    Show(Box<Show>),
    /// Is anybody there?
    Anybody,
    /// Somebody is.
    Here,
    /// The window goes.
    Bye,
}

impl Message {
    /// Writes it.
    pub(super) fn write(&self) -> String {
        let words = match self {
            Self::Hello => "hello",
            Self::Anybody => "anybody",
            Self::Here => "here",
            Self::Bye => "bye",
            Self::Show(show) => {
                let route = Route { view: View::Project, query: show.query() };
                return [START, &route.hash()].concat();
            }
        };
        [START, words].concat()
    }

    /// Reads what came, as strictly as an address that anybody may have typed.
    pub(super) fn read(text: &str, now: u64) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        Some(match text.strip_prefix(START)? {
            "hello" => Self::Hello,
            "anybody" => Self::Anybody,
            "here" => Self::Here,
            "bye" => Self::Bye,
            hash => {
                let route = Route::parse(hash, story())?;
                let show = Show::read(&route.query, now, |_| false)?;
                (route.view == View::Project).then(|| Self::Show(Box::new(show)))?
            }
        })
    }
}

/// The name of a pair of windows, as an address may say it.
pub(super) fn pair_of(text: &str) -> Option<&str> {
    let named = !text.is_empty()
        && text.len() <= LONGEST_PAIR
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    named.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projector::show::tests::any_show;
    use crate::projector::timer::tests::NOW;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_show_arrives_as_it_was_told(show in any_show()) {
            let told = Message::Show(Box::new(show));
            prop_assert_eq!(Message::read(&told.write(), NOW), Some(told));
        }

        #[test]
        fn junk_is_no_message(junk in "\\PC{0,80}", after in "\\PC{0,40}") {
            prop_assert_eq!(Message::read(&junk, NOW), None);
            if let Some(message) = Message::read(&[START, &after].concat(), NOW) {
                prop_assert!(!matches!(message, Message::Show(_)));
            }
        }
    }

    #[test]
    fn short_messages_arrive_and_long_ones_do_not() {
        for message in [Message::Hello, Message::Anybody, Message::Here, Message::Bye] {
            assert_eq!(Message::read(&message.write(), NOW), Some(message));
        }
        let chapter = story().chapters.iter().next().unwrap().id.0;
        let hash = [START, "#/project?chapter=", chapter].concat();
        assert!(Message::read(&hash, NOW).is_some());
        assert_eq!(Message::read(&[&hash, "&x=", &"y".repeat(LONGEST)].concat(), NOW), None);
        assert_eq!(Message::read(&hash.replace("project", "quiz"), NOW), None);
        assert_eq!(Message::read("open-gates-show-2 hello", NOW), None);
    }

    #[test]
    fn pairs_have_plain_names() {
        assert_eq!(pair_of("k3x9"), Some("k3x9"));
        for text in ["", "a b", "<i>", &"a".repeat(17)] {
            assert_eq!(pair_of(text), None, "{text}");
        }
    }
}
