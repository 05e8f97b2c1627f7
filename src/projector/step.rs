//! One step of a show, and how an address names it.

/// The most letters that an id in an address may have.
const LONGEST_ID: usize = 80;

/// What is shown at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The poster of the chapter, or the name of the paper.
    Opening,
    /// A part of a passage, by its number from 0.
    Passage {
        /// Id of the passage within the chapter.
        id: String,
        /// The part.
        part: usize,
    },
    /// The map in a year.
    Year(i16),
    /// An item.
    Item(String),
    /// The question to argue about.
    Closing,
}

impl Step {
    /// Reads what an address says.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut pieces = text.splitn(3, '/');
        let step = match (pieces.next()?, pieces.next(), pieces.next()) {
            ("opening", None, None) => Self::Opening,
            ("closing", None, None) => Self::Closing,
            ("map", Some(year), None) => Self::Year(number(year)?),
            ("item", Some(id), None) => Self::Item(id_of(id)?),
            ("passage", Some(id), part) => {
                let part = match part {
                    None => 0,
                    Some(part) => number::<usize>(part)?.checked_sub(1)?,
                };
                Self::Passage { id: id_of(id)?, part }
            }
            _ => return None,
        };
        Some(step)
    }

    /// Writes it for an address.
    pub(super) fn write(&self) -> String {
        match self {
            Self::Opening => "opening".to_owned(),
            Self::Closing => "closing".to_owned(),
            Self::Year(year) => ["map/", &year.to_string()].concat(),
            Self::Item(id) => ["item/", id].concat(),
            Self::Passage { id, part: 0 } => ["passage/", id].concat(),
            Self::Passage { id, part } => {
                ["passage/", id, "/", &part.saturating_add(1).to_string()].concat()
            }
        }
    }
}

/// A number as this program writes it, without a sign or zeros before it.
pub(super) fn number<N: std::str::FromStr>(text: &str) -> Option<N> {
    let plain = text.len() <= 10
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && (text == "0" || !text.starts_with('0'));
    if plain { text.parse().ok() } else { None }
}

/// An id as authors may write it.
pub(super) fn id_of(text: &str) -> Option<String> {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let is_id = !text.is_empty() && text.len() <= LONGEST_ID && text.bytes().all(allowed);
    is_id.then(|| text.to_owned())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::content::story;
    use proptest::prelude::*;

    pub(in crate::projector) fn any_step() -> impl Strategy<Value = Step> {
        prop_oneof![
            Just(Step::Opening),
            Just(Step::Closing),
            (1900_i16..2100).prop_map(Step::Year),
            "[a-z][a-z0-9-]{0,20}".prop_map(Step::Item),
            ("[a-z][a-z0-9-]{0,20}", 0_usize..9).prop_map(|(id, part)| Step::Passage { id, part }),
        ]
    }

    proptest! {
        #[test]
        fn a_step_is_read_as_it_was_written(step in any_step()) {
            prop_assert_eq!(Step::read(&step.write()), Some(step));
        }

        #[test]
        fn whatever_is_read_was_written_so(text in "(opening|closing|map|item|passage|\\PC{0,5})(/\\PC{0,8}){0,3}") {
            if let Some(step) = Step::read(&text) {
                // The first part of a passage has two spellings.
                let short = text.strip_suffix("/1").filter(|rest| rest.starts_with("passage/"));
                prop_assert_eq!(step.write(), short.unwrap_or(&text));
            }
        }
    }

    #[test]
    fn every_id_of_the_story_is_one() {
        for question in &story().questions {
            assert_eq!(id_of(question.id.0).as_deref(), Some(question.id.0));
        }
        for group in &story().groups {
            assert_eq!(id_of(group.id.0).as_deref(), Some(group.id.0));
        }
        assert_eq!(id_of("<b>"), None);
        assert_eq!(id_of(&"a".repeat(81)), None);
    }
}
