//! A chapter or a paper before a class: step by step, in large type, in one window or in two.
//!
//! | file | concept |
//! |---|---|
//! | `show`, `step`, `plan` | what is shown now, as its address says it; one step; all steps in order |
//! | `change`, `keys` | what can be done to a show, and the keys for it |
//! | `timer`, `hands` | minutes counted down; hands that were raised |
//! | `message`, `windows` | what two windows tell each other, and how |
//! | `text` | words of passages, from the page |
//! | `stage`, `question`, `picture` | a step, an item, and the map as the class sees them |
//! | `desk` | controls, and what only the teacher sees |
//! | `chooser` | choosing what to show |
//! | `view` | all of it together |

mod change;
mod chooser;
mod desk;
mod hands;
mod keys;
mod message;
mod picture;
mod plan;
mod question;
mod show;
mod stage;
mod step;
mod text;
mod timer;
mod view;
mod windows;

pub use view::ProjectorView;
