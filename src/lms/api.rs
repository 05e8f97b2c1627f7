//! The platform's side, where the standard says that it is to be found.

use js_sys::{Array, Function, Object, Reflect};
use lms::Api;
use wasm_bindgen::{JsCast, JsValue};

/// The object by which a platform talks to what it shows.
const NAME: &str = "API";

/// How many frames up it may be.
const FRAMES: usize = 10;

/// A platform.
pub(super) struct Platform(JsValue);

impl Platform {
    /// The platform around this page: in a frame above it, or in the window that opened it, or in a
    /// frame above that.
    pub(super) fn find() -> Option<Self> {
        let window: JsValue = web_sys::window()?.into();
        let opener = |window: &JsValue| climb(&get(window, "opener")?);
        climb(&window)
            .or_else(|| opener(&window))
            .or_else(|| opener(&get(&window, "top")?))
            .map(Self)
    }
}

impl Api for Platform {
    fn call(&self, function: &str, arguments: &[&str]) -> Option<String> {
        let function: Function = get(&self.0, function)?.dyn_into().ok()?;
        let arguments: Array = arguments.iter().map(|it| JsValue::from_str(it)).collect();
        let said = function.apply(&self.0, &arguments).ok()?;
        if let Some(number) = said.as_f64() {
            // Codes and counts: whole, and never below nothing.
            return Some((number as u32).to_string());
        }
        let truth = said.as_bool().map(|it| if it { "true" } else { "false" }.to_owned());
        Some(said.as_string().or(truth).unwrap_or_default())
    }
}

/// The platform in a window, or in a frame above.
fn climb(from: &JsValue) -> Option<JsValue> {
    let mut window = from.clone();
    for _ in 0..=FRAMES {
        // A frame of another origin does not tell; one above it may be of ours.
        if let Some(found) = get(&window, NAME).filter(JsValue::is_object) {
            return Some(found);
        }
        let parent = get(&window, "parent")?;
        if Object::is(&parent, &window) {
            return None;
        }
        window = parent;
    }
    None
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &JsValue::from_str(name)).ok()
}
