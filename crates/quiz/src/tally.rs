//! What a paper came to: by chapter, by type, and how well the reader knew it beforehand.

/// How an item of a paper came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Position of its chapter in the story.
    pub chapter: usize,
    /// Position of its type among [`KINDS`](crate::paper::KINDS).
    pub kind: u8,
    /// Points earned.
    pub points: u32,
    /// Points that could be earned.
    pub out_of: u32,
    /// Whether only the reader judged it: such points are not counted with the others.
    pub by_reader: bool,
    /// How sure the reader was, if that was said.
    pub sure: Option<Sure>,
}

impl Outcome {
    /// Whether all points were earned.
    pub fn is_right(&self) -> bool {
        self.points == self.out_of
    }
}

/// How sure a reader was of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// It was a guess.
    Guess,
    /// Rather sure.
    Rather,
    /// Quite sure.
    Quite,
}

impl Sure {
    /// All of them, from the least.
    pub const ALL: [Self; 3] = [Self::Guess, Self::Rather, Self::Quite];

    /// As it is stored.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Guess => "guess",
            Self::Rather => "rather",
            Self::Quite => "quite",
        }
    }

    /// Reads what [`slug`](Self::slug) gave.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.slug() == text)
    }
}

/// Items and points, added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Items of which all points were earned.
    pub right: u32,
    /// Items.
    pub items: u32,
    /// Points earned.
    pub points: u32,
    /// Points that could be earned.
    pub out_of: u32,
}

impl Sum {
    fn add(&mut self, outcome: &Outcome) {
        self.right += u32::from(outcome.is_right());
        self.items += 1;
        self.points += outcome.points;
        self.out_of += outcome.out_of;
    }

    /// Points earned, in whole percent of those that could be; 0 of none.
    pub fn percent(&self) -> u32 {
        percent(self.points.into(), self.out_of.into()).unwrap_or(0)
    }
}

/// Points in whole percent of those that could be earned, rounded to the nearest; none of none.
pub(crate) fn percent(points: u64, out_of: u64) -> Option<u32> {
    // No more than 100, as no more points are earned than can be.
    (points * 200 + out_of).checked_div(out_of * 2).map(|percent| percent as u32)
}

/// What a paper came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All items that were graded.
    pub all: Sum,
    /// Those of each chapter that has any, by the chapter's position.
    pub by_chapter: Vec<(usize, Sum)>,
    /// Those of each type that has any, by the type's position.
    pub by_kind: Vec<(usize, Sum)>,
    /// Those of which the reader said how sure the answer was: what a guess came to, and so on.
    pub by_sure: [Sum; 3],
    /// Answers that only the reader judged.
    pub by_reader: Sum,
}

impl Tally {
    /// Adds up outcomes.
    pub fn of(outcomes: &[Outcome]) -> Self {
        let mut tally = Self::default();
        for outcome in outcomes {
            if outcome.by_reader {
                tally.by_reader.add(outcome);
                continue;
            }
            tally.all.add(outcome);
            add_to(&mut tally.by_chapter, outcome.chapter, outcome);
            add_to(&mut tally.by_kind, usize::from(outcome.kind), outcome);
            for (sum, sure) in tally.by_sure.iter_mut().zip(Sure::ALL) {
                if outcome.sure == Some(sure) {
                    sum.add(outcome);
                }
            }
        }
        tally
    }
}

/// Adds an outcome to the sum of its chapter or type; sums stand in the order of positions.
fn add_to(sums: &mut Vec<(usize, Sum)>, of: usize, outcome: &Outcome) {
    let at = sums.partition_point(|(other, _)| *other < of);
    match sums.get_mut(at) {
        Some((other, sum)) if *other == of => sum.add(outcome),
        _ => {
            let mut sum = Sum::default();
            sum.add(outcome);
            sums.insert(at, (of, sum));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_outcome() -> impl Strategy<Value = Outcome> {
        let sure = prop::option::of(prop::sample::select(Sure::ALL.to_vec()));
        (0usize..5, 0u8..9, 0u32..6, 0u32..6, any::<bool>(), sure).prop_map(
            |(chapter, kind, points, more, by_reader, sure)| Outcome {
                chapter,
                kind,
                points,
                out_of: points + more,
                by_reader,
                sure,
            },
        )
    }

    proptest! {
        #[test]
        fn nothing_is_lost_or_counted_twice(outcomes in prop::collection::vec(any_outcome(), 0..40)) {
            let tally = Tally::of(&outcomes);
            let total = |sums: &[(usize, Sum)]| {
                sums.iter().fold((0, 0), |(items, points), (_, sum)| (items + sum.items, points + sum.points))
            };
            prop_assert_eq!(total(&tally.by_chapter), (tally.all.items, tally.all.points));
            prop_assert_eq!(total(&tally.by_kind), (tally.all.items, tally.all.points));
            prop_assert_eq!((tally.all.items + tally.by_reader.items) as usize, outcomes.len());
            prop_assert!(tally.by_chapter.is_sorted_by_key(|(at, _)| *at));
            let said = outcomes.iter().filter(|it| it.sure.is_some() && !it.by_reader).count();
            prop_assert_eq!(tally.by_sure.iter().map(|sum| sum.items as usize).sum::<usize>(), said);
            prop_assert!(tally.all.percent() <= 100);
        }
    }

    #[test]
    fn percents_are_rounded_to_the_nearest() {
        let percent = |points, out_of| Sum { points, out_of, ..Sum::default() }.percent();
        assert_eq!([percent(1, 3), percent(2, 3), percent(1, 2), percent(0, 0)], [33, 67, 50, 0]);
    }

    #[test]
    fn how_sure_is_read_as_it_is_written() {
        assert!(Sure::ALL.iter().all(|it| Sure::parse(it.slug()) == Some(*it)));
        assert_eq!(Sure::parse("never"), None);
    }
}
