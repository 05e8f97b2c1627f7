//! The four kinds of mark.

/// What a reader means by a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// To be remembered.
    Important,
    /// Not understood, or to be asked.
    Question,
    /// Shows how a thing is known.
    Evidence,
    /// Not agreed with.
    Disagree,
}

impl Mark {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Important, Self::Question, Self::Evidence, Self::Disagree];

    /// The word that the store, the page and the style sheet use for it.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Important => "important",
            Self::Question => "question",
            Self::Evidence => "evidence",
            Self::Disagree => "disagree",
        }
    }

    /// The kind that goes by this word.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.slug() == slug)
    }
}
