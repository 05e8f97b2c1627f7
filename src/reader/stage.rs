//! The stage beside the text: where and when the passage in view happens.

use crate::shell::Navigation;

/// Lets the stage follow the reader from now on.
pub(crate) fn start(_navigation: Navigation) {}
