//! Days in the reader's own calendar.

/// Milliseconds of a day.
const DAY: f64 = 86_400_000.0;

/// Today, as whole days since the beginning of 1970 where the reader is.
pub(super) fn today() -> i32 {
    let now = js_sys::Date::new_0();
    day_of(now.get_time(), now.get_timezone_offset())
}

/// The day of a moment, in milliseconds since 1970 began in Greenwich, where clocks are so many
/// minutes behind those there.
fn day_of(moment: f64, minutes_behind: f64) -> i32 {
    ((moment - minutes_behind * 60_000.0) / DAY).floor() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_where_the_reader_is() {
        assert_eq!(day_of(0.0, 0.0), 0);
        // New York was five hours behind; its day was still the one before.
        assert_eq!(day_of(0.0, 300.0), -1);
        assert_eq!(day_of(5.0 * 3_600_000.0, 300.0), 0);
        assert_eq!(day_of(23.0 * 3_600_000.0, -120.0), 1);
    }
}
