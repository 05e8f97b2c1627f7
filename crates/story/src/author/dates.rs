//! What can be said for certain of two dates.

use crate::HistoricalDate;
use crate::date::{ABOUT_MARGIN, Moment};

type Day = (i16, u8, u8);

/// Whether `first` lies before `second` however their open ends are read.
pub(super) fn certainly_before(first: HistoricalDate, second: HistoricalDate) -> bool {
    matches!((latest(first), earliest(second)), (Some(last), Some(from)) if last < from)
}

/// Whether two dates share no year, however their open ends are read.
pub(super) fn certainly_apart(one: HistoricalDate, other: HistoricalDate) -> bool {
    let (one, other) = (one.years(), other.years());
    one.latest < other.earliest || other.latest < one.earliest
}

/// The years from one to another.
pub(super) fn span_of_years(first: i16, last: i16) -> HistoricalDate {
    HistoricalDate::Lasting(Moment::year(first), Moment::year(last))
}

fn earliest(date: HistoricalDate) -> Option<Day> {
    match date {
        HistoricalDate::Unknown | HistoricalDate::By(_) => None,
        HistoricalDate::About(at) => Some((at.year.saturating_sub(ABOUT_MARGIN), 1, 1)),
        HistoricalDate::On(at)
        | HistoricalDate::After(at)
        | HistoricalDate::Between(at, _)
        | HistoricalDate::Lasting(at, _) => Some(at.first_day()),
    }
}

fn latest(date: HistoricalDate) -> Option<Day> {
    match date {
        HistoricalDate::Unknown | HistoricalDate::After(_) => None,
        HistoricalDate::About(at) => Some((at.year.saturating_add(ABOUT_MARGIN), 12, 31)),
        HistoricalDate::On(at)
        | HistoricalDate::By(at)
        | HistoricalDate::Between(_, at)
        | HistoricalDate::Lasting(_, at) => Some(at.last_day()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before(first: &str, second: &str) -> bool {
        certainly_before(first.parse().unwrap(), second.parse().unwrap())
    }

    #[test]
    fn only_what_is_certain_counts_as_before() {
        assert!(before("1963", "1964"));
        assert!(before("1963-10-01", "1963-10-02"));
        assert!(before("[..1962]", "1963-10"));
        assert!(!before("1963", "1963-10"));
        assert!(!before("XXXX", "1963"));
        assert!(!before("1962~", "1963"));
        assert!(!before("[1900..]", "1963"));
    }

    #[test]
    fn dates_are_apart_only_without_a_common_year() {
        let apart =
            |one: &str, other: &str| certainly_apart(one.parse().unwrap(), other.parse().unwrap());
        assert!(apart("1960", "1961/1966"));
        assert!(!apart("1960/1961", "1961/1966"));
        assert!(!apart("XXXX", "1961/1966"));
    }
}
