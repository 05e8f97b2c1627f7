//! What starts when an element stands in the page.

use crate::shell::events::effect;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// Runs something once, when an element stands; what it starts lives as long as the view does.
pub(crate) fn once_mounted(root: NodeRef<Div>, run: impl FnOnce(&HtmlElement) + 'static) {
    let owner = Owner::current();
    let mut run = Some(run);
    effect(move || {
        if let (Some(element), Some(owner)) = (root.get(), &owner)
            && let Some(run) = run.take()
        {
            owner.with(|| run(&element));
        }
    });
}
