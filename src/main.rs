//! Starts the app.

fn main() {
    #[cfg(feature = "hydrate")]
    if let Some(shell) = leptos::prelude::document().get_element_by_id("shell") {
        use leptos::wasm_bindgen::JsCast;
        leptos::mount::hydrate_from(shell.unchecked_into(), open_gates::App).forget();
    }
}
