//! How we know: claims, disputes and sources.

mod citation;
mod claims;
mod disputes;
mod sources;

pub use claims::{ClaimEvidence, ClaimsPage};
pub use disputes::DisputesPage;
pub use sources::SourcesPage;
