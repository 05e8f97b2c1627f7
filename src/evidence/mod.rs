//! How we know: claims, disputes and sources, and where to look further.

mod by_kind;
mod citation;
mod citing;
mod claims;
pub(crate) mod connections;
mod disputes;
mod further;
mod index;
mod later;
mod places;
mod sources;
mod styles;
mod template;

pub use claims::{ClaimEvidence, ClaimsPage};
pub(crate) use connections::Connections;
pub use disputes::DisputesPage;
pub use further::FurtherPage;
pub(crate) use index::Index;
pub(crate) use later::Later;
pub use sources::SourcesPage;

/// Follows what readers do with the evidence from now on.
pub(crate) fn start(navigation: crate::shell::Navigation) {
    citing::start(navigation);
    index::start(navigation);
}
