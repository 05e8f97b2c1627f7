//! What only a real browser can tell. `cargo xtask test --only browser` runs this.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn there_is_a_page_to_work_on() {
    assert!(leptos::prelude::document().body().is_some());
}
