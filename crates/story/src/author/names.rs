//! Ids: what is declared where, what is mentioned where, and what an id may look like.

use super::desk::Spot;
use super::nearest::nearest;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What an id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Chapter,
    /// Its id is `chapter/passage`.
    Passage,
    Claim,
    Source,
    Group,
    Event,
    Person,
    Term,
    Theme,
    Resource,
    Teaching,
    Question,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chapter => "chapter",
            Self::Passage => "passage",
            Self::Claim => "claim",
            Self::Source => "source",
            Self::Group => "group",
            Self::Event => "event",
            Self::Person => "person",
            Self::Term => "term",
            Self::Theme => "theme",
            Self::Resource => "resource",
            Self::Teaching => "teaching",
            Self::Question => "question",
        })
    }
}

/// Every id that is declared or mentioned.
#[derive(Default)]
pub(super) struct Names<'a> {
    declared: BTreeMap<(Kind, &'a str), Spot>,
    mentioned: Vec<(Kind, &'a str, Spot)>,
}

/// An id that is mentioned and nowhere declared.
pub(super) struct Dangling<'a> {
    pub(super) id: &'a str,
    pub(super) spot: Spot,
    pub(super) expected: String,
}

impl<'a> Names<'a> {
    /// Declares an id; gives the place where it is declared already, if it is.
    pub(super) fn declare(&mut self, kind: Kind, id: &'a str, spot: Spot) -> Option<Spot> {
        let first = *self.declared.entry((kind, id)).or_insert(spot);
        (first != spot).then_some(first)
    }

    /// Notes that an id is used.
    pub(super) fn mention(&mut self, kind: Kind, id: &'a str, spot: Spot) {
        self.mentioned.push((kind, id, spot));
    }

    /// Whether an id is declared.
    pub(super) fn knows(&self, kind: Kind, id: &str) -> bool {
        self.declared.contains_key(&(kind, id))
    }

    /// Forgets what is mentioned of a kind, where it can't be known what is declared.
    pub(super) fn forget(&mut self, kind: Kind) {
        self.mentioned.retain(|mention| mention.0 != kind);
    }

    /// The mentions that lead nowhere.
    pub(super) fn dangling(&self) -> Vec<Dangling<'a>> {
        self.mentioned
            .iter()
            .filter(|(kind, id, _)| !self.knows(*kind, id))
            .map(|&(kind, id, spot)| Dangling { id, spot, expected: self.advice(kind, id) })
            .collect()
    }

    /// The ids of a kind that nothing mentions.
    pub(super) fn unused(&self, kind: Kind) -> Vec<&'a str> {
        let used: BTreeSet<_> =
            self.mentioned.iter().filter(|mention| mention.0 == kind).map(|m| m.1).collect();
        self.ids(kind).filter(|id| !used.contains(id)).collect()
    }

    fn ids(&self, kind: Kind) -> impl Iterator<Item = &'a str> {
        self.declared.keys().filter(move |key| key.0 == kind).map(|key| key.1)
    }

    fn advice(&self, kind: Kind, id: &str) -> String {
        let advice = format!("the id of a {kind} that there is");
        match nearest(id, self.ids(kind)) {
            Some(near) => format!("{advice}; did you mean `{near}`?"),
            None => advice,
        }
    }
}

/// Whether an id is made of lower-case ASCII letters, digits and hyphens.
pub(super) fn is_well_formed(id: &str) -> bool {
    !id.is_empty()
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !id.starts_with('-')
        && !id.ends_with('-')
}

/// What to write in place of a malformed id.
pub(super) const ID_FORM: &str = "an id of lower-case ASCII letters, digits and hyphens";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain() {
        for id in ["a", "ccsa-founded", "1964", "a-1"] {
            assert!(is_well_formed(id), "{id}");
        }
        for id in ["", "A", "a b", "-a", "a-", "é", "a_b", "a/b"] {
            assert!(!is_well_formed(id), "{id}");
        }
    }
}
