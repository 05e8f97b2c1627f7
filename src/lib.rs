//! Open the Gates: the app.

use leptos::prelude::*;

/// The shell of the page.
#[component]
pub fn App() -> impl IntoView {
    let (count, set_count) = signal(0);
    view! { <button on:click=move |_| set_count.update(|n| *n += 1)>"Clicked " {count}</button> }
}
