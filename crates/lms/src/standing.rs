//! Status and score.
//!
//! The score is what was earned of the points of all questions that the page judges, in whole percent:
//! of each question the better of what practice and papers that were handed in came to, and nothing of
//! one that was not answered. The work is completed when every passage was read and, of every chapter
//! that has questions, one was answered.
//!
//! Where the course names a paper, that paper alone counts: its score once it was handed in, which
//! completes the work.

use quiz::Sum;

/// How far the work is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Begun.
    #[default]
    Incomplete,
    /// Done.
    Completed,
}

impl Status {
    /// As the standard writes it.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Incomplete => "incomplete",
            Self::Completed => "completed",
        }
    }
}

/// A question, and what it came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Position of its chapter in the story.
    pub chapter: usize,
    /// Whether only the reader judges it.
    pub by_reader: bool,
    /// Points that it can earn.
    pub out_of: u32,
    /// Points that it earned; none where it was not answered.
    pub earned: Option<u32>,
}

/// What the work comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// How far it is.
    pub status: Status,
    /// Whole percent of the points; none before anything was answered.
    pub score: Option<u32>,
}

impl Standing {
    /// What reading and answering come to; with whether every passage was read.
    pub fn of_story(all_read: bool, items: &[Item]) -> Self {
        let answered =
            |chapter: usize| items.iter().any(|it| it.chapter == chapter && it.earned.is_some());
        let done = all_read && items.iter().all(|it| answered(it.chapter));
        Self { status: status(done), score: score(items) }
    }

    /// What a paper comes to; with whether it was handed in.
    pub fn of_paper(handed_in: bool, items: &[Item]) -> Self {
        let score = score(items).or(Some(0)).filter(|_| handed_in);
        Self { status: status(handed_in), score }
    }
}

fn status(done: bool) -> Status {
    if done { Status::Completed } else { Status::Incomplete }
}

fn score(items: &[Item]) -> Option<u32> {
    let judged = || items.iter().filter(|it| !it.by_reader);
    judged().find(|it| it.earned.is_some())?;
    let sum = judged().fold(Sum::default(), |sum, it| Sum {
        points: sum.points + it.earned.unwrap_or(0).min(it.out_of),
        out_of: sum.out_of + it.out_of,
        ..sum
    });
    Some(sum.percent())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn item(chapter: usize, earned: Option<u32>) -> Item {
        Item { chapter, by_reader: false, out_of: 4, earned }
    }

    #[test]
    fn nothing_answered_is_no_score_rather_than_none_of_the_points() {
        let standing = Standing::of_story(false, &[item(0, None)]);
        assert_eq!(standing, Standing { status: Status::Incomplete, score: None });
        let own = Item { by_reader: true, ..item(0, Some(3)) };
        assert_eq!(Standing::of_story(false, &[own, item(0, None)]).score, None);
    }

    #[test]
    fn the_story_is_completed_by_reading_all_and_an_answer_in_each_chapter() {
        let half = [item(0, Some(4)), item(0, None), item(1, None)];
        assert_eq!(Standing::of_story(true, &half).status, Status::Incomplete);
        // A wrong answer is one, and so are one's own words.
        for last in [item(1, Some(0)), Item { by_reader: true, ..item(1, Some(1)) }] {
            let all = [half[0], half[1], last];
            assert_eq!(Standing::of_story(true, &all).status, Status::Completed);
            assert_eq!(Standing::of_story(false, &all).status, Status::Incomplete);
        }
        assert_eq!(Standing::of_story(true, &half).score, Some(33));
    }

    #[test]
    fn a_paper_counts_when_it_was_handed_in() {
        let items = [item(0, Some(2)), item(3, None)];
        assert_eq!(Standing::of_paper(false, &items), Standing::default());
        let done = Standing::of_paper(true, &items);
        assert_eq!(done, Standing { status: Status::Completed, score: Some(25) });
        assert_eq!(Standing::of_paper(true, &[item(0, None)]).score, Some(0));
    }

    proptest! {
        #[test]
        fn a_score_is_a_percentage_and_grows_with_points(
            earned in proptest::collection::vec(proptest::option::of(0u32..9), 1..9), at: usize
        ) {
            let mut items: Vec<Item> = earned.iter().map(|it| item(0, *it)).collect();
            let before = Standing::of_story(false, &items).score;
            prop_assert!(before.is_none_or(|it| it <= 100));
            let at = at % items.len();
            items[at].earned = Some(4);
            prop_assert!(Standing::of_story(false, &items).score >= before);
        }
    }
}
