//! The functions by which a page talks to a learning platform (SCORM 1.2, run-time environment).

use js_sys::{Array, Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

/// How many windows up the platform's functions are sought, as the standard advises.
const UP: usize = 10;

/// The platform's functions.
#[derive(Clone)]
pub(super) struct Api(JsValue);

impl Api {
    /// The functions of the platform that shows this page; none where no window above has them.
    pub(super) fn find() -> Option<Self> {
        let own = JsValue::from(window());
        Self::above(&own).or_else(|| Self::above(&get(&own, "opener")?))
    }

    fn above(from: &JsValue) -> Option<Self> {
        let mut at = from.clone();
        for _ in 0..=UP {
            // Windows of other sites refuse to be asked; above them may be ours again.
            if let Some(api) = get(&at, "API") {
                return Some(Self(api));
            }
            let parent = get(&at, "parent")?;
            if parent == at {
                return None;
            }
            at = parent;
        }
        None
    }

    /// What one of the functions answers to these arguments; none where it can't be called.
    fn call(&self, name: &str, arguments: &[&str]) -> Option<String> {
        let function = get(&self.0, name)?.dyn_into::<Function>().ok()?;
        let arguments: Array = arguments.iter().map(|it| JsValue::from(*it)).collect();
        let answer = function.apply(&self.0, &arguments).ok()?;
        Some(answer.as_string().or_else(|| Some(answer.as_bool()?.to_string())).unwrap_or_default())
    }

    fn done(&self, name: &str, arguments: &[&str]) -> Result<(), String> {
        match self.call(name, arguments).as_deref() {
            Some("true") => Ok(()),
            _ => Err(self.error()),
        }
    }

    /// What went wrong last, in the platform's words.
    fn error(&self) -> String {
        let code = self.call("LMSGetLastError", &[]).unwrap_or_default();
        let words = self.call("LMSGetErrorString", &[&code]).unwrap_or_default();
        [code.as_str(), " ", &words].concat().trim().to_owned()
    }

    /// Begins the visit.
    pub(super) fn initialize(&self) -> Result<(), String> {
        self.done("LMSInitialize", &[""])
    }

    /// A value that the platform keeps; empty where it has none.
    pub(super) fn value(&self, name: &str) -> String {
        self.call("LMSGetValue", &[name]).unwrap_or_default()
    }

    /// Sets a value.
    pub(super) fn set(&self, name: &str, value: &str) -> Result<(), String> {
        self.done("LMSSetValue", &[name, value])
    }

    /// Asks the platform to keep what was set.
    pub(super) fn commit(&self) -> Result<(), String> {
        self.done("LMSCommit", &[""])
    }

    /// Ends the visit.
    pub(super) fn finish(&self) -> Result<(), String> {
        self.done("LMSFinish", &[""])
    }
}

/// What an object has under a name, if that may be asked for and is there.
fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    let found = Reflect::get(object, &name.into()).ok()?;
    (!found.is_null() && !found.is_undefined()).then_some(found)
}
