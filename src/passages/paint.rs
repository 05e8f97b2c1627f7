//! Words painted by the style sheet (`::highlight(name)`), without any element around them.

use js_sys::{Array, Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Range;

/// Paints ranges under a name that the style sheet knows, in the place of those painted under it
/// before; none take the paint away.
///
/// Says whether the browser can; an older one shows the words plain.
pub(crate) fn paint(name: &str, ranges: &[Range]) -> bool {
    try_paint(name, ranges).is_some()
}

fn try_paint(name: &str, ranges: &[Range]) -> Option<()> {
    let get = |from: &JsValue, key: &str| Reflect::get(from, &JsValue::from_str(key)).ok();
    let window = window();
    let registry = get(&get(&window, "CSS")?, "highlights").filter(JsValue::is_object)?;
    let constructor: Function = get(&window, "Highlight")?.dyn_into().ok()?;
    let ranges: Array = ranges.iter().map(JsValue::from).collect();
    let highlight = Reflect::construct(&constructor, &ranges).ok()?;
    let set: Function = get(&registry, "set")?.dyn_into().ok()?;
    set.call2(&registry, &JsValue::from_str(name), &highlight).ok()?;
    Some(())
}
