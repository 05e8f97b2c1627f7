//! The least that is a page with Leptos: the floor of what our program weighs, for `cargo xtask bench size`.

use leptos::prelude::*;

fn main() {
    leptos::mount::mount_to_body(|| {
        let (count, set_count) = signal(0_u32);
        view! { <button on:click=move |_| set_count.update(|count| *count += 1)>{count}</button> }
    });
}
