//! When a missed item comes up again.
//!
//! The schedule is Leitner's (*So lernt man lernen*, 1972): cards move up through boxes that are
//! looked into less and less often, and a wrong answer puts a card back into the first. Here there
//! are five boxes, with 1, 3, 7, 16 and 35 days until a card is due, each about twice as long as
//! the one before. Only missed items get a card: what was right at once needs no review.
//!
//! It is simple, well known, and can be explained to a class in two sentences. A full model of
//! memory such as FSRS has some twenty parameters, to be fitted to hundreds of reviews before they
//! say more of a learner than their defaults do. Someone who meets an item here five times never
//! gets there, and such a model is larger than this whole crate.
//!
//! Days are whole days since 1970-01-01 in the reader's own calendar. The caller says which day it
//! is; no clock is read here.

/// Days until a card of each box is due, from the first box on.
const INTERVALS: [i32; 5] = [1, 3, 7, 16, 35];

/// The last box, out of which a right answer takes a card for good.
const LAST_BOX: u8 = INTERVALS.len() as u8;
/// The longest interval.
const LONGEST: i32 = 35;

/// Where the review of an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card {
    /// The box it lies in, from 1 to 5.
    pub box_number: u8,
    /// The day from which on it is due.
    pub due: i32,
}

impl Card {
    /// A card laid into a box today.
    fn put(box_number: u8, today: i32) -> Self {
        let place = usize::from(box_number).saturating_sub(1);
        let interval = INTERVALS.get(place).copied().unwrap_or(LONGEST);
        Self { box_number, due: today.saturating_add(interval) }
    }

    /// Whether it is to be answered today.
    ///
    /// A day further away than any interval can only come from a clock that was set back since, so
    /// that such a card is due as well: otherwise it might stay away for years.
    pub fn is_due(self, today: i32) -> bool {
        self.due <= today || self.due > today.saturating_add(LONGEST)
    }

    /// The card as text, for storage: its box, a colon, the day.
    pub fn write(self) -> String {
        format!("{}:{}", self.box_number, self.due)
    }

    /// Reads a card as [`Card::write`] writes it.
    pub fn parse(text: &str) -> Option<Self> {
        let (box_number, due) = text.split_once(':')?;
        let card = Self { box_number: box_number.parse().ok()?, due: due.parse().ok()? };
        (1..=LAST_BOX).contains(&card.box_number).then_some(card)
    }
}

/// The card of an item after it was answered; none for an item that needs no review.
///
/// | answer | no card | due | not yet due |
/// |---|---|---|---|
/// | right | none | the next box; from the last one, none | as it was |
/// | wrong | first box | first box | first box |
///
/// A right answer before the day says little: the last one is still fresh in memory.
pub fn after(card: Option<Card>, right: bool, today: i32) -> Option<Card> {
    match card {
        _ if !right => Some(Card::put(1, today)),
        None => None,
        Some(card) if !card.is_due(today) => Some(card),
        Some(card) if card.box_number >= LAST_BOX => None,
        Some(card) => Some(Card::put(card.box_number.saturating_add(1), today)),
    }
}

/// The items to be answered today: the longest due first, on the same day in the order of ids.
pub fn due<'a>(cards: impl IntoIterator<Item = (&'a str, Card)>, today: i32) -> Vec<&'a str> {
    let mut found: Vec<(i32, &'a str)> = Vec::new();
    for (id, card) in cards {
        if card.is_due(today) {
            let entry = (card.due, id);
            let place = found.partition_point(|before| *before <= entry);
            found.insert(place, entry);
        }
    }
    found.into_iter().map(|(_, id)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TODAY: i32 = 20_500;

    fn interval(card: Card, today: i32) -> i32 {
        card.due - today
    }

    #[test]
    fn boxes_are_those_of_the_intervals() {
        assert_eq!(INTERVALS.len(), usize::from(LAST_BOX));
        assert!(INTERVALS.is_sorted_by(|a, b| a < b));
        assert_eq!(INTERVALS[4], LONGEST);
    }

    #[test]
    fn what_was_right_at_once_gets_no_card() {
        assert_eq!(after(None, true, TODAY), None);
    }

    #[test]
    fn a_missed_item_is_known_after_five_right_answers_in_time() {
        let mut card = after(None, false, TODAY);
        let mut today = TODAY;
        let mut days = vec![];
        while let Some(it) = card {
            days.push(it.due - today);
            today = it.due;
            card = after(card, true, today);
        }
        assert_eq!(days, [1, 3, 7, 16, 35]);
        assert_eq!(today, TODAY + 62);
    }

    #[test]
    fn a_right_answer_too_early_changes_nothing() {
        let card = Card { box_number: 3, due: TODAY + 1 };
        assert_eq!(after(Some(card), true, TODAY), Some(card));
    }

    #[test]
    fn a_clock_that_was_set_back_hides_no_card() {
        let card = |days| Card { box_number: 5, due: TODAY + days };
        assert!(card(0).is_due(TODAY) && card(-900).is_due(TODAY));
        assert!(!card(1).is_due(TODAY) && !card(35).is_due(TODAY));
        assert!(card(36).is_due(TODAY));
    }

    #[test]
    fn due_items_come_in_order_of_day_and_id() {
        let card = |due| Card { box_number: 1, due };
        let cards = [
            ("q-c", card(TODAY)),
            ("q-a", card(TODAY)),
            ("q-far", card(TODAY + 100)),
            ("q-not-yet", card(TODAY + 1)),
            ("q-late", card(TODAY - 5)),
            ("q-b", card(TODAY)),
        ];
        assert_eq!(due(cards, TODAY), ["q-late", "q-a", "q-b", "q-c", "q-far"]);
    }

    #[test]
    fn cards_are_stored_as_short_text() {
        assert_eq!(Card { box_number: 3, due: 20_500 }.write(), "3:20500");
        for text in ["", "3", ":", "3:", ":5", "0:5", "6:5", "3:5:5", "3:2147483648", "a:5", "3 :5"]
        {
            assert_eq!(Card::parse(text), None, "{text}");
        }
    }

    fn any_card() -> impl Strategy<Value = Card> {
        (any::<u8>(), any::<i32>()).prop_map(|(box_number, due)| Card { box_number, due })
    }

    proptest! {
        #[test]
        fn no_day_and_no_card_is_too_much(
            card in proptest::option::of(any_card()), right: bool, today: i32
        ) {
            let card = after(card, right, today);
            let _ = due(card.map(|it| ("q", it)), today);
        }

        #[test]
        fn a_wrong_answer_leads_to_the_first_box_and_tomorrow(
            card in proptest::option::of(any_card()), today in i32::MIN..i32::MAX
        ) {
            let expected = Card { box_number: 1, due: today + 1 };
            prop_assert_eq!(after(card, false, today), Some(expected));
        }

        #[test]
        fn right_answers_never_make_an_interval_shorter(
            box_number in 1u8..=5, late in -40i32..400, today in -100_000i32..100_000
        ) {
            let before = Card { box_number, due: today - late };
            match after(Some(before), true, today) {
                None => prop_assert!(box_number == 5 && before.is_due(today)),
                Some(card) if before.is_due(today) => {
                    let last = INTERVALS[usize::from(box_number) - 1];
                    prop_assert!(interval(card, today) > last);
                    prop_assert_eq!(card.box_number, box_number + 1);
                }
                Some(card) => prop_assert_eq!(card, before),
            }
        }

        #[test]
        fn all_due_items_are_listed_and_no_other(
            days in proptest::collection::vec(-50i32..50, 0..40)
        ) {
            let ids: Vec<String> = (0..days.len()).map(|at| format!("q-{at}")).collect();
            let cards: Vec<(&str, Card)> = ids
                .iter()
                .zip(&days)
                .map(|(id, day)| (id.as_str(), Card { box_number: 2, due: TODAY + day }))
                .collect();
            let listed = due(cards.iter().copied(), TODAY);
            let mut expected: Vec<(i32, &str)> = cards
                .iter()
                .filter(|(_, card)| card.is_due(TODAY))
                .map(|(id, card)| (card.due, *id))
                .collect();
            expected.sort_unstable();
            prop_assert_eq!(listed, expected.into_iter().map(|it| it.1).collect::<Vec<_>>());
        }

        #[test]
        fn cards_are_read_back(box_number in 1u8..=5, day: i32) {
            let card = Card { box_number, due: day };
            prop_assert_eq!(Card::parse(&card.write()), Some(card));
        }

        #[test]
        fn any_stored_text_is_read_or_refused(text in "[0-9:+-]{0,14}") {
            if let Some(card) = Card::parse(&text) {
                prop_assert!((1..=5).contains(&card.box_number));
            }
        }
    }
}
