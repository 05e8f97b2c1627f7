//! Groups: the map that is drawn in the browser, and the list that stands in the page.

mod group;
mod key;
mod list;
mod sign;
mod view;
mod year;

pub use group::GroupAccount;
pub use list::GroupList;
pub use view::MapView;
