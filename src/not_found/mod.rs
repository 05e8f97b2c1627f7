//! The page for addresses that lead nowhere.

use crate::content::story;
use crate::i18n::messages;
use crate::route::{Route, View, nearest};
use crate::shell::events::elements;
use crate::shell::{Navigation, name_of};
use leptos::prelude::*;

/// Says that nothing stands at an address, and offers the nearest that does.
#[component]
pub fn NotFoundView() -> impl IntoView {
    let t = messages();
    let navigation = use_context::<Navigation>();
    let asked = move || {
        navigation.and_then(|it| {
            it.route.with(|route| match &route.view {
                View::Unknown(path) => Some(path.clone()),
                _ => None,
            })
        })
    };
    view! {
        {move || {
            asked()
                .map(|path| {
                    let near = Route::from(nearest(&path, story(), &evidence_in_page()));
                    view! {
                        <p>{(t.not_found_text)(&path)}</p>
                        <p>{t.did_you_mean} " " <a href=near.hash()>{name_of(&near)}</a></p>
                    }
                })
        }}
        <p><a href="#/">{story().title}</a></p>
    }
}

/// Addresses of the evidence, as far as it has come.
fn evidence_in_page() -> Vec<String> {
    elements(".later [id^=\"/\"]").into_iter().map(|entry| entry.id()).collect()
}
