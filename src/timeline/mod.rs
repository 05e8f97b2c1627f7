//! Events in order, and emigration year by year.
//!
//! | file | concept |
//! |---|---|
//! | `list` | events below their years, and the controls that choose among them |
//! | `filter` | which events are chosen, as an address says it |
//! | `choosing` | the controls at work |
//! | `emigration` | the table of emigration |
//! | `chart` | the same as a drawing, and in words |
//! | `course` | where the figures turn |

mod chart;
mod choosing;
mod course;
mod emigration;
mod filter;
mod list;

pub(crate) use choosing::start;
pub use list::{EventAccount, TimelinePage};
