//! What a reader hands in.

/// An answer, by ids of options, never by their positions.
///
/// Ids are whatever was stored or decoded: grading treats them as unknown until it finds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// One option.
    One(String),
    /// Any number of options, in no order.
    Several(Vec<String>),
    /// All options, in order.
    Order(Vec<String>),
}
