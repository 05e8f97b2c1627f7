//! Links to passages, to be handed on.

use crate::shell::Navigation;

/// Copies the link to a passage from now on when that is asked for.
pub(crate) fn start(_navigation: Navigation) {}
