//! The reader's marks and notes.

use crate::shell::Navigation;
use leptos::prelude::*;

/// The reader's marks and notes.
#[component]
pub fn NotesView() -> impl IntoView {}

/// Marks what readers mark from now on, and paints it.
pub(crate) fn start(_navigation: Navigation) {}
