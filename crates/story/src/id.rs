//! Ids by kind of entity, and tables that find a row by its id.

use serde::{Deserialize, Serialize};

/// Declares one newtype per kind of entity, so that a claim's id can't be used for a group.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name<'a>(pub &'a str);

        impl<'a> $name<'a> {
            /// The id as it stands in addresses and files.
            pub fn as_str(self) -> &'a str {
                self.0
            }
        }

        impl core::fmt::Display for $name<'_> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.0)
            }
        }
    )*};
}

ids! {
    /// Names a chapter.
    ChapterId,
    /// Names a passage within its chapter.
    PassageId,
    /// Names a claim.
    ClaimId,
    /// Names a source.
    SourceId,
    /// Names a group.
    GroupId,
    /// Names an event.
    EventId,
    /// Names a person.
    PersonId,
    /// Names a term.
    TermId,
    /// Names a theme of events.
    ThemeId,
    /// Names a resource.
    ResourceId,
    /// Names a part of the teacher's page.
    TeachingId,
    /// Names a question.
    QuestionId,
    /// Names an option of a question, within that question.
    ChoiceId,
}

/// Something with an id of its own.
pub trait Entity {
    /// The id, unique among entities of this kind.
    fn id(&self) -> &str;
}

/// Rows in the author's order, found by id in logarithmic time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table<T> {
    rows: Vec<T>,
    /// Positions in `rows`, sorted by id. Made on the building machine, so that start-up in the
    /// browser sorts nothing.
    by_id: Vec<u32>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), by_id: Vec::new() }
    }
}

impl<T: Entity> Table<T> {
    /// Makes a table of `rows`, keeping their order.
    ///
    /// Where two rows share an id, [`get`](Self::get) finds one of them; validation reports the
    /// other before it comes to that.
    pub fn new(rows: Vec<T>) -> Self {
        let mut keyed: Vec<(&str, u32)> = rows.iter().map(Entity::id).zip(0..).collect();
        keyed.sort_unstable();
        let by_id = keyed.into_iter().map(|(_, position)| position).collect();
        Self { rows, by_id }
    }

    /// The row with this id.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.position(id).and_then(|position| self.rows.get(position))
    }

    /// Where the row with this id stands in the author's order, from 0.
    pub fn position(&self, id: &str) -> Option<usize> {
        let found = self.by_id.binary_search_by(|&position| {
            self.rows.get(position as usize).map_or("", Entity::id).cmp(id)
        });
        found.ok().and_then(|at| self.by_id.get(at)).map(|&position| position as usize)
    }
}

impl<T> Table<T> {
    /// All rows in the author's order.
    pub fn rows(&self) -> &[T] {
        &self.rows
    }

    /// Goes through the rows in the author's order.
    pub fn iter(&self) -> core::slice::Iter<'_, T> {
        self.rows.iter()
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl<'t, T> IntoIterator for &'t Table<T> {
    type Item = &'t T;
    type IntoIter = core::slice::Iter<'t, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    impl Entity for String {
        fn id(&self) -> &str {
            self
        }
    }

    proptest! {
        #[test]
        fn every_row_is_found_where_it_stands(
            ids in proptest::collection::hash_set("[a-z-]{1,6}", 0..40)
        ) {
            let rows: Vec<String> = ids.into_iter().collect();
            let table = Table::new(rows.clone());
            for (position, id) in rows.iter().enumerate() {
                prop_assert_eq!(table.position(id), Some(position));
                prop_assert_eq!(table.get(id), Some(id));
            }
            prop_assert_eq!(table.rows(), rows.as_slice());
        }

        #[test]
        fn an_unknown_id_finds_nothing(ids in proptest::collection::vec("[a-c]{1,3}", 0..20)) {
            let table = Table::new(ids);
            prop_assert_eq!(table.get("zzz"), None);
        }
    }
}
