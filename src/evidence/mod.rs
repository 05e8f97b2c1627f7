//! How we know: claims, disputes and sources, and where to look further.

mod by_kind;
mod citation;
mod claims;
mod disputes;
mod further;
mod later;
mod sources;

pub use claims::{ClaimEvidence, ClaimsPage};
pub use disputes::DisputesPage;
pub use further::FurtherPage;
pub(crate) use later::Later;
pub use sources::SourcesPage;
