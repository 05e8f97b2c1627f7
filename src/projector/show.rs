//! A show: what is shown now, all of which its address says, and so does what one window tells the
//! other: `#/project?chapter=cleveland-1963&step=map/1964`.

use super::hands::Hands;
use super::step::{Step, number};
use super::timer::Timer;
use crate::content::story;
use quiz::PaperCode;

/// How far down a long step is scrolled at its end, in thousandths.
pub(super) const END: u16 = 1000;

/// What a show is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// A chapter, by its id.
    Chapter(String),
    /// A paper, by its code.
    Paper(String),
}

/// What is shown now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Show {
    /// What it is made of.
    pub(super) source: Source,
    /// The step.
    pub(super) step: Step,
    /// The group that is pointed at on the map.
    pub(super) group: Option<String>,
    /// Whether the answer to the item was asked for.
    pub(super) answered: bool,
    /// Whether nothing is to be seen.
    pub(super) blank: bool,
    /// Whether passages are in easy words.
    pub(super) easy: bool,
    /// How far a step that is longer than the screen is scrolled, in thousandths.
    pub(super) scroll: u16,
    /// Hands that were raised.
    pub(super) hands: Hands,
    /// The timer.
    pub(super) timer: Timer,
}

impl Show {
    /// A show at its beginning.
    pub(super) fn new(source: Source, easy: bool) -> Self {
        Self {
            source,
            step: Step::Opening,
            group: None,
            answered: false,
            blank: false,
            easy,
            scroll: 0,
            hands: Hands::default(),
            timer: Timer::default(),
        }
    }

    /// Reads what stands behind the `?` of an address; none where that names no show. Whoever wrote
    /// it, nothing comes of it but what the story has. Words are as the reader set them for a chapter
    /// where the address does not say.
    pub(super) fn read(
        query: &[(String, String)],
        now: u64,
        easy: impl FnOnce(&str) -> bool,
    ) -> Option<Self> {
        let value =
            |name: &str| query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let is_on = |name| value(name) == Some("1");
        let source = match (value("chapter"), value("paper")) {
            (Some(chapter), None) => {
                Source::Chapter(story().chapters.get(chapter)?.id.0.to_owned())
            }
            (None, Some(code)) => Source::Paper(PaperCode::read(code).ok()?.write()),
            _ => return None,
        };
        let easy = match (value("text"), &source) {
            (Some("easy"), _) => true,
            (None, Source::Chapter(chapter)) => easy(chapter),
            _ => false,
        };
        let mut show = Self::new(source, easy);
        show.step = value("step").and_then(Step::read).unwrap_or(Step::Opening);
        if let Step::Year(year) = &mut show.step {
            *year = (*year).clamp(story().first_year, story().last_year);
        }
        show.group =
            value("group").filter(|id| story().groups.get(id).is_some()).map(str::to_owned);
        show.answered = is_on("answer");
        show.blank = is_on("blank");
        show.scroll = value("scroll").and_then(number).filter(|it| *it <= END).unwrap_or(0);
        show.timer = value("timer").and_then(|it| Timer::read(it, now)).unwrap_or_default();
        for (_, hands) in query.iter().filter(|(name, _)| name == "hands") {
            // What is not as it is written here counts for nothing.
            let _ = show.hands.take(hands);
        }
        Some(show)
    }

    /// What stands behind the `?` of its address.
    pub(super) fn query(&self) -> Vec<(String, String)> {
        let flag = |on: bool| if on { "1".to_owned() } else { String::new() };
        let (name, source) = match &self.source {
            Source::Chapter(id) => ("chapter", id.clone()),
            Source::Paper(code) => ("paper", code.clone()),
        };
        let text = match self.source {
            Source::Paper(_) => "",
            Source::Chapter(_) if self.easy => "easy",
            Source::Chapter(_) => "full",
        };
        let scroll = if self.scroll == 0 { String::new() } else { self.scroll.to_string() };
        let values = [
            (name, source),
            ("step", self.step.write()),
            ("text", text.to_owned()),
            ("group", self.group.clone().unwrap_or_default()),
            ("answer", flag(self.answered)),
            ("blank", flag(self.blank)),
            ("scroll", scroll),
            ("timer", self.timer.write()),
        ];
        let hands = self.hands.written().map(|hands| ("hands", hands));
        values
            .into_iter()
            .chain(hands)
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    }

    /// The item that is shown.
    pub(super) fn item(&self) -> Option<&str> {
        match &self.step {
            Step::Item(id) => Some(id),
            _ => None,
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::projector::step::tests::any_step;
    use crate::projector::timer::tests::{NOW, any_timer};
    use crate::route::{Route, View};
    use proptest::prelude::*;

    pub(in crate::projector) fn any_source() -> impl Strategy<Value = Source> {
        let chapters: Vec<&str> = story().chapters.iter().map(|it| it.id.0).collect();
        prop_oneof![
            prop::sample::select(chapters).prop_map(|id| Source::Chapter(id.to_owned())),
            Just(Source::Paper("2A1V-Y004-T0SM".to_owned())),
        ]
    }

    pub(in crate::projector) fn any_show() -> impl Strategy<Value = Show> {
        let groups: Vec<&str> = story().groups.iter().map(|it| it.id.0).collect();
        let group = prop::option::of(prop::sample::select(groups).prop_map(str::to_owned));
        let hands = prop::collection::vec(("[a-c]", 0_usize..6), 0..9);
        let flags = (any::<bool>(), any::<bool>(), any::<bool>(), 0..=END);
        (any_source(), any_step(), group, flags, hands, any_timer()).prop_map(
            |(source, step, group, (answered, blank, easy, scroll), raised, timer)| {
                let mut hands = Hands::default();
                for (item, option) in raised {
                    hands.count(&item, option, true);
                }
                let step = match step {
                    Step::Year(year) => {
                        Step::Year(year.clamp(story().first_year, story().last_year))
                    }
                    step => step,
                };
                let easy = easy && matches!(source, Source::Chapter(_));
                Show { source, step, group, answered, blank, easy, scroll, hands, timer }
            },
        )
    }

    proptest! {
        #[test]
        fn a_show_is_read_from_its_address_again(show in any_show(), other in any::<bool>()) {
            let mut route = Route::from(View::Project);
            route.query = show.query();
            let read = Route::parse(&route.hash(), story()).unwrap();
            prop_assert_eq!(Show::read(&read.query, NOW, |_| other), Some(show));
        }

        #[test]
        fn whatever_an_address_says_the_show_is_one_of_the_story(
            values in prop::collection::vec(
                ("(chapter|paper|step|text|group|answer|blank|scroll|timer|hands|\\PC{0,4})", "\\PC{0,30}"),
                0..12,
            ),
            chapter in any_source(),
        ) {
            let mut query = Show::new(chapter, false).query();
            query.extend(values);
            if let Some(show) = Show::read(&query, NOW, |_| false) {
                prop_assert!(show.scroll <= END);
                prop_assert_eq!(Show::read(&show.query(), NOW, |_| true), Some(show));
            }
        }
    }

    #[test]
    fn no_show_is_made_of_what_the_story_does_not_have() {
        let read = |name: &str, value: &str| {
            Show::read(&[(name.to_owned(), value.to_owned())], NOW, |_| false)
        };
        assert_eq!(read("chapter", "nowhere"), None);
        assert_eq!(read("paper", "<script>"), None);
        assert_eq!(read("step", "opening"), None);
        // A code is read as people type it.
        let paper = read("paper", "2a1v y004 t0sm").unwrap();
        assert_eq!(paper.source, Source::Paper("2A1V-Y004-T0SM".to_owned()));
    }

    #[test]
    fn words_are_as_the_reader_set_them_until_the_address_says() {
        let chapter = story().chapters.iter().next().unwrap().id.0;
        let mut query = vec![("chapter".to_owned(), chapter.to_owned())];
        assert!(Show::read(&query, NOW, |asked| asked == chapter).unwrap().easy);
        query.push(("text".to_owned(), "full".to_owned()));
        assert!(!Show::read(&query, NOW, |_| true).unwrap().easy);
    }
}
