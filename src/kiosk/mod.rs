//! The page on a stand for everybody: `?kiosk` before the hash.
//!
//! Whatever a visitor does is kept in memory only. When nobody has done anything for a while, a
//! countdown asks whether somebody is still there, and then the page begins anew for the next one.
//! Nothing leads out of the page.
//!
//! The address is that of the page and not of a view, so that no link within the page loses it.
//!
//! | file | concept |
//! |---|---|
//! | `address` | what the address asks for |
//! | [`Idle`] | how long nobody has been there, as plain data |
//! | `view` | the countdown, and beginning anew |
//! | `outside` | what would lead out of the page |

mod address;
mod idle;
mod outside;
mod view;

pub use address::{LONGEST, SHORTEST, USUAL, wait_of};
pub use idle::{COUNTDOWN, Idle, Second};
pub(crate) use view::start;

use leptos::prelude::{document, window};

/// Says on the root that the page is on a stand; the style sheet that comes later makes targets large.
const MARK: &str = "data-kiosk";

/// Marks the page where its address asks for it, and says whether it does.
pub(crate) fn take_up() -> bool {
    let asked = search().is_some_and(|search| address::asked(&search).is_some());
    if asked && let Some(root) = document().document_element() {
        let _ = root.set_attribute(MARK, "");
    }
    asked
}

/// Whether the page is on a stand. Asked in many places, and so not inlined.
#[inline(never)]
pub(crate) fn is_on() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute(MARK))
}

/// What stands in the address between the path and the hash.
fn search() -> Option<String> {
    window().location().search().ok()
}
