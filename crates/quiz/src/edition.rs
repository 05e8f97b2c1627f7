//! What an edition of the items is: all that decides which paper a code gives, and what a result's code means.

use crate::key::key;
use crate::shuffle::seed_of;
use story::{Choice, Task};

/// Bits of the number that stands for an edition.
pub(crate) const BITS: u32 = 12;

/// A number of 12 bits that stands for all items there are; 1 in 4096 changes goes unseen by it.
///
/// The text is the caller's: all that decides on papers, such as the ids of all items in order, and
/// [what their answers mean](meaning_of).
pub fn edition_of(text: &str) -> u16 {
    let hash = seed_of(text);
    // The highest bits of an FNV hash hardly depend on the last letters, so all are laid together.
    let folded = (0..6).fold(0, |folded, part| folded ^ hash >> (part * BITS));
    (folded & ((1 << BITS) - 1)) as u16
}

/// What an answer to a task means and earns, as text: what there is to choose from, in the order of the
/// story, by which a result counts, and the key.
///
/// Words are no part of it, so that a slip of the pen can be mended while papers are out. Of estimates a
/// result tells the points alone, and so only their number counts.
pub fn meaning_of(task: &Task<'_>) -> String {
    let ids =
        |options: &[Choice<'_>]| options.iter().map(|it| it.id.0).collect::<Vec<_>>().join(",");
    let chosen_from = match task {
        Task::ChooseOne { options, .. }
        | Task::ChooseSeveral { options, .. }
        | Task::Order { options, .. }
        | Task::WordBank { options, .. } => ids(options),
        Task::Estimate { figures, .. } => return figures.len().to_string(),
        // All that can be chosen is in the key, or is the same for all items of the type.
        Task::Match { .. }
        | Task::FindOnMap { .. }
        | Task::WeighSources { .. }
        | Task::Open { .. } => String::new(),
    };
    [&chosen_from, "=", &key(task).write()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::result::samples::{IDS, options};
    use std::collections::BTreeMap;
    use story::{ChoiceId, Text};

    #[test]
    fn an_edition_shows_changes_of_any_letter() {
        let text = "many-a-passage:many-an-item:other-passages:other-items:the-last-item";
        let mut seen = BTreeMap::new();
        for at in 0..text.len() {
            for letter in ["_", "X", "Z"] {
                let mut other = text.to_owned();
                other.replace_range(at..=at, letter);
                *seen.entry(edition_of(&other)).or_insert(0u32) += 1;
            }
        }
        // 204 texts among 4096 numbers: about 5 pairs.
        assert!(seen.len() > 190, "{}", seen.len());
        assert!(seen.keys().all(|edition| *edition < 4_096));
    }

    #[test]
    fn what_moves_or_regrades_an_answer_is_another_edition() {
        let one = |options, key| meaning_of(&Task::ChooseOne { options, key: ChoiceId(IDS[key]) });
        let first = one(options(3), 0);
        let mut moved = options(3);
        moved.swap(0, 1);
        let mut renamed = options(3);
        renamed[2].id = ChoiceId(IDS[3]);
        for other in [one(moved, 0), one(options(3), 1), one(options(2), 0), one(renamed, 0)] {
            assert_ne!(first, other);
        }
        let rubric = |points| meaning_of(&Task::Open { rubric: vec![Text::default(); points] });
        assert_ne!(rubric(3), rubric(4));
    }

    #[test]
    fn words_can_be_mended_within_an_edition() {
        let with = |text: Text<'static>| {
            let mut options = options(2);
            options[0].text = text;
            meaning_of(&Task::ChooseOne { options, key: ChoiceId(IDS[0]) })
        };
        let words = Text(vec![story::Block::Paragraph(vec![story::Inline::Words("Else")])]);
        assert_eq!(with(words), with(Text::default()));
    }
}
