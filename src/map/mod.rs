//! Groups: the map that is drawn in the browser, and the list that stands in the page.
//!
//! | file | concept |
//! |---|---|
//! | `list`, `group`, `sign`, `key` | groups in the page, and the signs of their kinds |
//! | `view` | the map as a whole |
//! | `state` | what it shows, and its address |
//! | `picture` | the drawing: outlines, lines, moving among signs, zoom |
//! | `layout`, `controls` | where signs stand, crowds of them, and what is written on them |
//! | `viewport`, `moving` | which part is shown, and moving it by hand |
//! | `year` | the year, playing, what happened in it |
//! | `emigration` | how many left in it |
//! | `filter`, `choosing` | which groups are chosen, and the controls |
//! | `near`, `nearby` | the groups near a place, and the field for it |
//! | `ties`, `lines` | ties between groups, drawn and told |
//! | `frames`, `pace` | how signs and rows come over several frames |
//! | `table`, `panel` | the same groups beside the map, and the one that is open |
//! | `typeahead` | finding a group by its letters |

mod choosing;
mod controls;
mod emigration;
mod filter;
mod frames;
mod group;
mod key;
mod layout;
mod lines;
mod list;
mod moving;
mod near;
mod nearby;
pub(crate) mod numbered;
mod pace;
mod panel;
pub(crate) mod picture;
mod sign;
pub(crate) mod state;
mod table;
mod ties;
mod typeahead;
mod view;
mod viewport;
mod year;

pub use group::GroupAccount;
pub(crate) use key::markup as key_markup;
pub use list::GroupList;
pub use view::MapView;
pub(crate) use year::{events_in, summary};

use story::Activity;

/// The name of a state of activity in the style sheet.
fn slug(activity: Activity) -> &'static str {
    match activity {
        Activity::NotYet => "not-yet",
        Activity::Perhaps => "perhaps",
        Activity::Active => "active",
        Activity::Ended => "ended",
    }
}
