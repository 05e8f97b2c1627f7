//! Historical dates: as exact as the evidence, and no more.
//!
//! Written in a part of the Extended Date/Time Format (ISO 8601-2, EDTF):
//!
//! | EDTF | meaning |
//! |---|---|
//! | `1964-04-27`, `1964-04`, `1961-23`, `1964` | that day, month, season, year |
//! | `1968~` | about 1968, taken as a year either way |
//! | `[..1971-01]` | by January 1971 |
//! | `[1976..]` | in 1976 or later |
//! | `[1970..1972]` | once between the two |
//! | `1961/1963` | lasting from one to the other |
//! | `XXXX` | not known |

use core::fmt;
use core::str::FromStr;
use serde::{Deserialize, Serialize};

/// How many years `about` allows either way.
pub const ABOUT_MARGIN: i16 = 1;

/// A date as exact as the evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HistoricalDate {
    /// Not known.
    Unknown,
    /// At this moment.
    On(Moment),
    /// At about this moment, [`ABOUT_MARGIN`] years either way.
    About(Moment),
    /// At this moment or before it.
    By(Moment),
    /// At this moment or after it.
    After(Moment),
    /// Once, at some time from the first to the second.
    Between(Moment, Moment),
    /// All the time from the first to the second.
    Lasting(Moment, Moment),
}

/// A year, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Moment {
    /// The year.
    pub year: i16,
    /// The part of it, if known.
    pub part: Part,
}

/// The part of a year that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Part {
    /// No more than the year.
    Year,
    /// A season (of the northern half of the world).
    Season(Season),
    /// A month, from 1.
    Month(u8),
    /// A month and a day, both from 1.
    Day(u8, u8),
}

/// A season of the northern half of the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December.
    Winter,
}

/// An honest answer to "active in that year?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Activity {
    /// It had not begun.
    NotYet,
    /// It may have been active; the dates do not say.
    Perhaps,
    /// It was active at some time in the year.
    Active,
    /// It had ended.
    Ended,
}

impl Activity {
    /// All states, in the order of a life.
    pub const ALL: [Self; 4] = [Self::NotYet, Self::Perhaps, Self::Active, Self::Ended];

    /// The state in `year` of something that began at `founded` and ended at `ended` (none: never).
    ///
    /// ```
    /// use story::date::{Activity, HistoricalDate};
    ///
    /// let founded: HistoricalDate = "[1970..1972]".parse().unwrap();
    /// let states = [1969, 1971, 1972].map(|year| Activity::in_year(year, founded, None));
    /// assert_eq!(states, [Activity::NotYet, Activity::Perhaps, Activity::Active]);
    /// ```
    pub fn in_year(year: i16, founded: HistoricalDate, ended: Option<HistoricalDate>) -> Self {
        let mut begins = founded.years();
        let open = YearRange { earliest: i16::MAX, latest: i16::MAX };
        let mut ends = ended.map_or(open, HistoricalDate::years);
        // An end can't be before the beginning: each narrows what the other may be.
        ends.earliest = ends.earliest.max(begins.earliest);
        begins.latest = begins.latest.min(ends.latest);
        if year < begins.earliest {
            Self::NotYet
        } else if year > ends.latest {
            Self::Ended
        } else if (begins.latest..=ends.earliest).contains(&year) {
            Self::Active
        } else {
            Self::Perhaps
        }
    }
}

/// The years in which a date may lie, both included; `i16::MIN` and `i16::MAX` where it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearRange {
    /// Not before this year.
    pub earliest: i16,
    /// Not after this year.
    pub latest: i16,
}

impl HistoricalDate {
    /// The years in which it may lie; for a span, the years that it covers.
    pub fn years(self) -> YearRange {
        let (earliest, latest) = match self {
            Self::Unknown => (i16::MIN, i16::MAX),
            Self::On(at) => (at.year, at.year),
            Self::About(at) => {
                (at.year.saturating_sub(ABOUT_MARGIN), at.year.saturating_add(ABOUT_MARGIN))
            }
            Self::By(at) => (i16::MIN, at.year),
            Self::After(at) => (at.year, i16::MAX),
            Self::Between(from, to) | Self::Lasting(from, to) => (from.year, to.year),
        };
        YearRange { earliest, latest }
    }

    /// A key that sorts dates by when they begin, the more exact ones first among equals, and what
    /// is not known last.
    pub fn sort_key(self) -> (i16, u8, u8, u8) {
        let (moment, exactness) = match self {
            Self::Unknown => return (i16::MAX, u8::MAX, u8::MAX, u8::MAX),
            Self::On(at) => (at, 0),
            Self::Lasting(from, _) => (from, 1),
            Self::About(at) => (at, 2),
            Self::Between(from, _) => (from, 3),
            Self::After(at) => (at, 4),
            Self::By(at) => (at, 5),
        };
        let (month, day) = moment.part.first_day();
        (moment.year, month, day, exactness)
    }

    /// A year to stand for the date on a time strip; none where it is not known.
    pub fn representative_year(self) -> Option<i16> {
        match self {
            Self::Unknown => None,
            Self::On(at)
            | Self::About(at)
            | Self::By(at)
            | Self::After(at)
            | Self::Between(at, _)
            | Self::Lasting(at, _) => Some(at.year),
        }
    }

    /// The date as a reader sees it.
    pub fn display(self, words: &DateWords) -> String {
        match self {
            Self::Unknown => words.unknown.to_owned(),
            Self::On(at) => at.display(words),
            Self::About(at) => format!("{} {}", words.about, at.display(words)),
            Self::By(at) => format!("{} {}", words.by, at.display(words)),
            Self::After(at) => format!("{} {}", at.display(words), words.or_later),
            Self::Between(from, to) => format!(
                "{} {} {} {}",
                words.between,
                from.display(words),
                words.and,
                to.display(words)
            ),
            Self::Lasting(from, to) => display_span(from, to, words),
        }
    }

    /// Whether two ends of a span, if there are any, stand the right way round.
    fn is_in_order(self) -> bool {
        match self {
            Self::Between(from, to) | Self::Lasting(from, to) => from.first_day() <= to.last_day(),
            _ => true,
        }
    }
}

/// Writes a span without saying the shared year or month twice.
fn display_span(from: Moment, to: Moment, words: &DateWords) -> String {
    match (from.part, to.part) {
        (Part::Day(month, first), Part::Day(other, last))
            if from.year == to.year && month == other =>
        {
            words.day(month, format_args!("{first}–{last}"), Some(from.year))
        }
        (Part::Day(month, first), Part::Day(other, last)) if from.year == to.year => {
            let first = words.day(month, format_args!("{first}"), None);
            let last = words.day(other, format_args!("{last}"), Some(to.year));
            format!("{first} – {last}")
        }
        (Part::Month(first), Part::Month(last)) if from.year == to.year => {
            format!("{}–{} {}", words.month(first), words.month(last), from.year)
        }
        (Part::Year, Part::Year) => format!("{}–{}", from.year, to.year),
        _ => format!("{} – {}", from.display(words), to.display(words)),
    }
}

impl Moment {
    /// A bare year.
    pub fn year(year: i16) -> Self {
        Self { year, part: Part::Year }
    }

    /// First day that it can be, as year, month, day.
    pub fn first_day(self) -> (i16, u8, u8) {
        let (month, day) = self.part.first_day();
        (self.year, month, day)
    }

    /// Last day that it can be, as year, month, day.
    pub fn last_day(self) -> (i16, u8, u8) {
        let month = match self.part {
            Part::Day(month, day) => return (self.year, month, day),
            Part::Year => 12,
            Part::Season(season) => season.last_month(),
            Part::Month(month) => month,
        };
        (self.year, month, days_in_month(self.year, month))
    }

    /// The moment as a reader sees it.
    pub fn display(self, words: &DateWords) -> String {
        match self.part {
            Part::Year => self.year.to_string(),
            Part::Season(season) => format!("{} {}", words.season(season), self.year),
            Part::Month(month) => format!("{} {}", words.month(month), self.year),
            Part::Day(month, day) => words.day(month, format_args!("{day}"), Some(self.year)),
        }
    }
}

impl Part {
    fn first_day(self) -> (u8, u8) {
        match self {
            Self::Year => (1, 1),
            Self::Season(season) => (season.first_month(), 1),
            Self::Month(month) => (month, 1),
            Self::Day(month, day) => (month, day),
        }
    }
}

impl Season {
    fn first_month(self) -> u8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }

    fn last_month(self) -> u8 {
        match self {
            Self::Winter => 12,
            _ => self.first_month() + 2,
        }
    }
}

/// Words of one language that dates are written with.
#[derive(Clone, Copy, Debug)]
pub struct DateWords {
    /// Names of the months.
    pub months: [&'static str; 12],
    /// Whether the month stands before the day, and a comma before the year.
    pub month_first: bool,
    /// Names of the seasons, from spring.
    pub seasons: [&'static str; 4],
    /// Before a date that is about right.
    pub about: &'static str,
    /// Before the latest date possible.
    pub by: &'static str,
    /// After the earliest date possible.
    pub or_later: &'static str,
    /// Before the first of two limits.
    pub between: &'static str,
    /// Between two limits.
    pub and: &'static str,
    /// In place of a date that is not known.
    pub unknown: &'static str,
}

impl DateWords {
    /// English as it is written in America.
    pub const ENGLISH: Self = Self {
        months: [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        month_first: true,
        seasons: ["spring", "summer", "fall", "winter"],
        about: "about",
        by: "by",
        or_later: "or later",
        between: "between",
        and: "and",
        unknown: "date not known",
    };

    /// A day or days of a month, with the year or without.
    fn day(&self, month: u8, days: core::fmt::Arguments<'_>, year: Option<i16>) -> String {
        let month = self.month(month);
        match (self.month_first, year) {
            (true, Some(year)) => format!("{month} {days}, {year}"),
            (true, None) => format!("{month} {days}"),
            (false, Some(year)) => format!("{days} {month} {year}"),
            (false, None) => format!("{days} {month}"),
        }
    }

    /// The name of a month counted from 1.
    fn month(&self, month: u8) -> &'static str {
        self.months.get(usize::from(month.wrapping_sub(1))).copied().unwrap_or("")
    }

    fn season(&self, season: Season) -> &'static str {
        let [spring, summer, autumn, winter] = self.seasons;
        match season {
            Season::Spring => spring,
            Season::Summer => summer,
            Season::Autumn => autumn,
            Season::Winter => winter,
        }
    }
}

/// Writes EDTF; parsing it gives the same date.
impl fmt::Display for HistoricalDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("XXXX"),
            Self::On(at) => at.fmt(f),
            Self::About(at) => write!(f, "{at}~"),
            Self::By(at) => write!(f, "[..{at}]"),
            Self::After(at) => write!(f, "[{at}..]"),
            Self::Between(from, to) => write!(f, "[{from}..{to}]"),
            Self::Lasting(from, to) => write!(f, "{from}/{to}"),
        }
    }
}

/// Writes EDTF.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        match self.part {
            Part::Year => Ok(()),
            Part::Season(season) => write!(f, "-{}", season as u8 + 21),
            Part::Month(month) => write!(f, "-{month:02}"),
            Part::Day(month, day) => write!(f, "-{month:02}-{day:02}"),
        }
    }
}

/// Why a date can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// It is not in a known form.
    Form,
    /// No such month, season or day.
    Impossible,
    /// Its end lies before its beginning.
    Reversed,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => {
                "not a date: write 1964-04-27, 1964-04, 1961-23 (autumn), 1964, 1968~ (about), \
                 [..1971] (by), [1976..] (or later), [1970..1972] (between), 1961/1963 (lasting) \
                 or XXXX (not known)"
            }
            Self::Impossible => "no such day: check month and day",
            Self::Reversed => "the end lies before the beginning",
        })
    }
}

impl core::error::Error for DateError {}

impl FromStr for HistoricalDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let date = if text == "XXXX" {
            Self::Unknown
        } else if let Some(set) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            match set.split_once("..").ok_or(DateError::Form)? {
                ("", "") => return Err(DateError::Form),
                ("", to) => Self::By(to.parse()?),
                (from, "") => Self::After(from.parse()?),
                (from, to) => Self::Between(from.parse()?, to.parse()?),
            }
        } else if let Some((from, to)) = text.split_once('/') {
            Self::Lasting(from.parse()?, to.parse()?)
        } else if let Some(about) = text.strip_suffix('~') {
            Self::About(about.parse()?)
        } else {
            Self::On(text.parse()?)
        };
        if date.is_in_order() { Ok(date) } else { Err(DateError::Reversed) }
    }
}

impl FromStr for Moment {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut pieces = text.split('-');
        let year = number(pieces.next(), 4)?;
        let part = match (pieces.next(), pieces.next()) {
            (None, _) => Part::Year,
            (Some(month), None) => match number(Some(month), 2)? {
                month @ 1..=12 => Part::Month(month as u8),
                21 => Part::Season(Season::Spring),
                22 => Part::Season(Season::Summer),
                23 => Part::Season(Season::Autumn),
                24 => Part::Season(Season::Winter),
                _ => return Err(DateError::Impossible),
            },
            (Some(month), Some(day)) => {
                let month = number(Some(month), 2)? as u8;
                let day = number(Some(day), 2)? as u8;
                let possible =
                    (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
                if !possible {
                    return Err(DateError::Impossible);
                }
                Part::Day(month, day)
            }
        };
        if pieces.next().is_some() {
            return Err(DateError::Form);
        }
        Ok(Self { year, part })
    }
}

/// Reads exactly `digits` digits.
fn number(text: Option<&str>, digits: usize) -> Result<i16, DateError> {
    let text = text.ok_or(DateError::Form)?;
    if text.len() != digits || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DateError::Form);
    }
    text.parse().map_err(|_| DateError::Form)
}

fn days_in_month(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> HistoricalDate {
        text.parse().unwrap()
    }

    fn shown(text: &str) -> String {
        date(text).display(&DateWords::ENGLISH)
    }

    #[test]
    fn elsewhere_the_day_stands_first() {
        let words = DateWords { month_first: false, ..DateWords::ENGLISH };
        let shown = |text| date(text).display(&words);
        assert_eq!(shown("1964-04-27"), "27 April 1964");
        assert_eq!(shown("1964-04-05/1964-04-06"), "5–6 April 1964");
        assert_eq!(shown("1964-03-30/1964-04-02"), "30 March – 2 April 1964");
    }

    #[test]
    fn dates_read_as_people_say_them() {
        assert_eq!(shown("1964-04-27"), "April 27, 1964");
        assert_eq!(shown("1963-10"), "October 1963");
        assert_eq!(shown("1961-23"), "fall 1961");
        assert_eq!(shown("1968~"), "about 1968");
        assert_eq!(shown("[..1971-01]"), "by January 1971");
        assert_eq!(shown("[1976..]"), "1976 or later");
        assert_eq!(shown("[1970..1972]"), "between 1970 and 1972");
        assert_eq!(shown("1964-04-05/1964-04-06"), "April 5–6, 1964");
        assert_eq!(shown("1964-03-30/1964-04-02"), "March 30 – April 2, 1964");
        assert_eq!(shown("1974-12-13/1975-01-03"), "December 13, 1974 – January 3, 1975");
        assert_eq!(shown("1961/1963"), "1961–1963");
        assert_eq!(shown("XXXX"), "date not known");
    }

    #[test]
    fn wrong_dates_are_refused_with_the_reason() {
        for text in
            ["", "64", "1964-4-27", "1964/", "[1964]", "[..]", "spring 1964", "1964-04-27-1"]
        {
            assert_eq!(text.parse::<HistoricalDate>(), Err(DateError::Form), "{text}");
        }
        for text in ["1964-13", "1964-00", "1965-02-29", "1964-04-31", "1964-25"] {
            assert_eq!(text.parse::<HistoricalDate>(), Err(DateError::Impossible), "{text}");
        }
        for text in ["1965/1964", "[1965..1964]", "1964-05/1964-04"] {
            assert_eq!(text.parse::<HistoricalDate>(), Err(DateError::Reversed), "{text}");
        }
    }

    #[test]
    fn activity_is_honest_about_what_is_not_known() {
        let state = |year, founded, ended: Option<&str>| {
            Activity::in_year(year, date(founded), ended.map(date))
        };
        assert_eq!(state(1962, "1963-10", Some("[1983..1993]")), Activity::NotYet);
        assert_eq!(state(1963, "1963-10", Some("[1983..1993]")), Activity::Active);
        assert_eq!(state(1983, "1963-10", Some("[1983..1993]")), Activity::Active);
        assert_eq!(state(1984, "1963-10", Some("[1983..1993]")), Activity::Perhaps);
        assert_eq!(state(1994, "1963-10", Some("[1983..1993]")), Activity::Ended);
        assert_eq!(state(1967, "1968~", None), Activity::Perhaps);
        assert_eq!(state(1970, "1968~", None), Activity::Active);
        assert_eq!(state(1965, "[..1971]", None), Activity::Perhaps);
        assert_eq!(state(1971, "[..1971]", None), Activity::Active);
        assert_eq!(state(1980, "1974", Some("XXXX")), Activity::Perhaps);
        assert_eq!(state(1974, "1974", Some("XXXX")), Activity::Active);
        assert_eq!(state(1973, "1974", Some("XXXX")), Activity::NotYet);
    }

    fn moments() -> impl Strategy<Value = Moment> {
        (1900i16..2000, 0u8..4, 1u8..=12, 1u8..=31).prop_map(|(year, kind, month, day)| Moment {
            year,
            part: match kind {
                0 => Part::Year,
                1 => Part::Month(month),
                2 => Part::Day(month, day.min(days_in_month(year, month))),
                _ => Part::Season(
                    [Season::Spring, Season::Summer, Season::Autumn, Season::Winter]
                        [usize::from(month % 4)],
                ),
            },
        })
    }

    /// Any date that parsing can give.
    pub(crate) fn dates() -> impl Strategy<Value = HistoricalDate> {
        (0u8..7, moments(), moments()).prop_map(|(kind, a, b)| {
            let (from, to) = if a.first_day() <= b.last_day() { (a, b) } else { (b, a) };
            match kind {
                0 => HistoricalDate::Unknown,
                1 => HistoricalDate::On(a),
                2 => HistoricalDate::About(a),
                3 => HistoricalDate::By(a),
                4 => HistoricalDate::After(a),
                5 => HistoricalDate::Between(from, to),
                _ => HistoricalDate::Lasting(from, to),
            }
        })
    }

    proptest! {
        #[test]
        fn writing_and_reading_give_the_same_date(date in dates()) {
            prop_assert_eq!(date.to_string().parse(), Ok(date));
        }

        #[test]
        fn reading_never_panics(text in "\\PC{0,24}") {
            let _ = text.parse::<HistoricalDate>();
        }

        #[test]
        fn a_life_never_runs_backwards(
            founded in dates(), ended in proptest::option::of(dates()), year in 1890i16..2010
        ) {
            // Once ended, ended for good; not yet begun, not begun before.
            let now = Activity::in_year(year, founded, ended);
            let next = Activity::in_year(year + 1, founded, ended);
            if now == Activity::Ended {
                prop_assert_eq!(next, Activity::Ended);
            }
            if next == Activity::NotYet {
                prop_assert_eq!(now, Activity::NotYet);
            }
        }

        #[test]
        fn a_year_that_is_certain_is_certain_for_every_exact_life_inside(
            founded in dates(), ended in proptest::option::of(dates()), parts in (moments(), moments())
        ) {
            // However exact they are within their years.
            let exact = |year, of: Moment| HistoricalDate::On(Moment { year, ..of });
            for year in turns(founded, ended) {
                let state = Activity::in_year(year, founded, ended);
                for (begin, end) in lives(founded, ended) {
                    let (begin, end) = (exact(begin, parts.0), end.map(|end| exact(end, parts.1)));
                    let truth = Activity::in_year(year, begin, end);
                    prop_assert!(
                        state == Activity::Perhaps || state == truth,
                        "{year}: {state:?}, but {truth:?} from {begin} to {end:?}"
                    );
                }
            }
        }

        #[test]
        fn perhaps_is_said_only_where_lives_differ(
            founded in dates(), ended in proptest::option::of(dates())
        ) {
            // Of what ended before it began there is nothing to be said.
            if lives(founded, ended).next().is_none() {
                return Ok(());
            }
            let on = |year| HistoricalDate::On(Moment::year(year));
            for year in turns(founded, ended) {
                let mut states =
                    lives(founded, ended).map(|(begin, end)| Activity::in_year(year, on(begin), end.map(on)));
                let first = states.next();
                if Activity::in_year(year, founded, ended) == Activity::Perhaps {
                    prop_assert!(states.any(|it| Some(it) != first), "{year}: always {first:?}");
                }
            }
        }

        #[test]
        fn an_exact_life_is_never_perhaps(
            one in moments(), other in proptest::option::of(moments())
        ) {
            let (begin, end) = match other {
                Some(other) if other.year < one.year => (other, Some(one)),
                _ => (one, other),
            };
            let (founded, ended) = (HistoricalDate::On(begin), end.map(HistoricalDate::On));
            for year in turns(founded, ended) {
                let truth = if year < begin.year {
                    Activity::NotYet
                } else if end.is_some_and(|end| year > end.year) {
                    Activity::Ended
                } else {
                    Activity::Active
                };
                prop_assert_eq!(Activity::in_year(year, founded, ended), truth);
            }
        }
    }

    /// The years at which a state may change, and those beside them.
    fn turns(founded: HistoricalDate, ended: Option<HistoricalDate>) -> Vec<i16> {
        let ends = [Some(founded), ended].into_iter().flatten().map(HistoricalDate::years);
        let mut turns: Vec<i16> = ends
            .flat_map(|range| [range.earliest, range.latest])
            .flat_map(|year| [year.saturating_sub(1), year, year.saturating_add(1)])
            .map(|year| year.clamp(1890, 2010))
            .collect();
        turns.sort_unstable();
        turns.dedup();
        turns
    }

    /// First and last years of all lives that dates allow, none of which ends before it begins; those
    /// that are open, as far as some years beyond any that is asked for.
    fn lives(
        founded: HistoricalDate,
        ended: Option<HistoricalDate>,
    ) -> impl Iterator<Item = (i16, Option<i16>)> {
        let years = |date: HistoricalDate| {
            let range = date.years();
            range.earliest.max(1880)..=range.latest.min(2020)
        };
        years(founded).flat_map(move |begin| {
            let ends: Vec<Option<i16>> = match ended {
                None => vec![None],
                Some(ended) => years(ended).filter(|end| *end >= begin).map(Some).collect(),
            };
            ends.into_iter().map(move |end| (begin, end))
        })
    }
}
