//! The reader's marks and notes.
//!
//! | file | concept |
//! |---|---|
//! | [`mark`](Mark), [`model`] | notes as data, and the text that they are stored as |
//! | [`anchor`] | finding marked words again in a text that may have changed |
//! | `state` | notes as live state, and the browser's storage |
//! | `dialog`, `sentences` | marking |
//! | `painting` | marks shown over the text |
//! | [`entry`], `list`, `view`, [`markdown`] | the list, and what is made of it |

pub mod anchor;
mod dialog;
pub mod entry;
mod list;
mod mark;
pub mod markdown;
pub mod model;
mod painting;
mod sentences;
mod state;
mod view;

pub use mark::Mark;
pub use state::NotesState;
pub use view::NotesView;

use crate::shell::Navigation;
use crate::shell::events::on_window;

/// Marks what readers mark from now on, and paints it.
pub(crate) fn start(navigation: Navigation, notes: NotesState) {
    dialog::start(navigation, notes);
    painting::start(navigation, notes);
    on_window("storage", move |_| notes.take_over_from_other_tab());
}
