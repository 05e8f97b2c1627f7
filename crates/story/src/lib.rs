//! The content model of a sourced story, and its compact encoding.
//!
//! ```text
//! content/en/*.toml, *.md ──author::load──► Story<'_> ──encode──► bytes ──decode──► Story<'static>
//! ```
//!
//! Everything has an id and refers to other things by id; `author` (host only) refuses a
//! dangling one, so in the browser a look-up that finds nothing is a defect of the build, never of
//! the reader. The engine knows nothing of any particular subject.
//!
//! | module | concept |
//! |---|---|
//! | [`id`] | ids by kind of entity, and tables that find a row by its id |
//! | [`date`] | historical dates: exact, about, by, between, lasting, unknown |
//! | [`text`] | running text with typed references |
//! | [`chapter`] | chapters and passages |
//! | [`evidence`] | claims, citations and sources |
//! | [`group`], [`event`], [`person`], [`term`], [`emigration`] | what the story is about |
//! | [`question`] | items of the quiz |
//! | [`resource`] | where to look further |
//! | [`teaching`] | how to teach with it |
//! | [`story`](mod@story) | all of it together |
//! | [`encoding`] | bytes and back |

pub mod abridged;
#[cfg(feature = "author")]
pub mod author;
pub mod chapter;
pub mod date;
pub mod emigration;
pub mod encoding;
pub mod event;
pub mod evidence;
pub mod group;
pub mod id;
pub mod person;
pub mod question;
pub mod resource;
pub mod story;
pub mod teaching;
pub mod term;
pub mod text;

pub use abridged::Abridged;
pub use chapter::{Chapter, Meanwhile, Passage, PassageAddress, Poster};
pub use date::{Activity, HistoricalDate};
pub use emigration::{Bound, EmigrationYear, OtherCount};
pub use encoding::{DecodeError, bytes_of_text, decode, decode_abridged, decode_questions};
pub use event::{Event, Place};
pub use evidence::{Citation, Claim, ClaimStatus, Source, SourceKind};
pub use group::{Ended, Group, GroupKind, Relation, RelationKind};
pub use id::{
    ChapterId, ChoiceId, ClaimId, Entity, EventId, GroupId, PassageId, PersonId, QuestionId,
    ResourceId, SourceId, Table, TeachingId, TermId, ThemeId,
};
pub use person::Person;
pub use question::{
    Bearing, Choice, Difficulty, Figure, Pair, Question, Segment, Skill, Task, Weighing,
};
pub use resource::{Resource, ResourceKind};
pub use story::{Bounds, Story, Theme};
pub use teaching::{Teaching, TeachingKind, TeachingStep};
pub use term::Term;
pub use text::{Block, Inline, Target, Text};
