//! How the page looks, and what it keeps on this device.

use leptos::prelude::*;

/// How the page looks, and what it keeps on this device.
#[component]
pub fn SettingsView() -> impl IntoView {}

/// Follows the controls that stand outside the page of settings.
pub(crate) fn start() {}
