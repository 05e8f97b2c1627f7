//! Words of the search.

/// Words of the search.
pub struct SearchMessages {
    /// Heading of the search, and the link to it.
    pub heading: &'static str,
}

pub(super) const ENGLISH: SearchMessages = SearchMessages { heading: "Search" };
