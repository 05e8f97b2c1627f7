//! Search over everything in the story.

use crate::shell::Navigation;
use leptos::prelude::*;

/// Search over everything in the story.
#[component]
pub fn SearchView() -> impl IntoView {}

/// Opens the search on `/` from now on, and paints what was found.
pub(crate) fn start(_navigation: Navigation) {}
