//! Words of the timeline, of what entries are connected with, and of citing a source.

/// Words of the timeline, of what entries are connected with, and of citing a source.
pub struct TimelineMessages {
    /// Names the controls.
    pub heading: &'static str,
    /// Label of the choice of a theme.
    pub theme: &'static str,
    /// Any theme.
    pub any_theme: &'static str,
    /// Label of the choice of a place.
    pub place: &'static str,
    /// Any place.
    pub any_place: &'static str,
    /// Shows all events again.
    pub show_all: &'static str,
    /// How many events are shown, of how many.
    pub shown: fn(usize, usize) -> String,
    /// Heads events whose year is not known.
    pub no_year: &'static str,

    /// Before links to passages that speak of an entry.
    pub in_the_story: &'static str,
    /// Before links to the map.
    pub on_the_map: &'static str,
    /// Leads to the map in a year.
    pub map_in_year: fn(i16) -> String,
    /// Before links to events.
    pub on_the_timeline: &'static str,
    /// Before links to groups.
    pub groups: &'static str,
    /// Before links to claims.
    pub claims: &'static str,

    /// Names the chart of emigration, which its caption follows.
    pub chart: fn(&str) -> String,
    /// The years of most and of fewest: year and count of each.
    pub chart_extremes: fn((i16, &str), (i16, &str)) -> String,
    /// The course of the figures, turn by turn.
    pub chart_course: fn(&[String]) -> String,
    /// One turn of it: whether figures rise to it, the year, the count.
    pub chart_turn: fn(bool, i16, &str) -> String,
    /// Which years are doubtful.
    pub chart_doubtful: fn(&str) -> String,
    /// What the signs of the chart mean: counted, doubtful, counted by others.
    pub chart_key: [&'static str; 3],
    /// Heads events of the years in which the figures turn.
    pub chart_events: &'static str,

    /// Opens the forms in which a source is cited.
    pub cite: &'static str,
    /// The word that a name of a style is followed by when it is copied: "Copy Chicago".
    pub copy: fn(&str) -> String,
    /// Said when a citation was copied: the style.
    pub copied: fn(&str) -> String,
    /// Said when the clipboard refused.
    pub not_copied: &'static str,
}

pub(super) static ENGLISH: TimelineMessages = TimelineMessages {
    heading: "Choose events",
    theme: "Theme",
    any_theme: "All themes",
    place: "Place",
    any_place: "All places",
    show_all: "Show all",
    shown: |shown, all| {
        if shown == all { format!("{all} events") } else { format!("{shown} of {all} events") }
    },
    no_year: "Year not known",

    in_the_story: "In the story",
    on_the_map: "On the map",
    map_in_year: |year| format!("the map in {year}"),
    on_the_timeline: "On the timeline",
    groups: "Groups",
    claims: "How we know",

    chart: |caption| format!("Bar chart: {caption}"),
    chart_extremes: |(most, top), (least, bottom)| {
        format!("Most left in {most} ({top}), fewest in {least} ({bottom}).")
    },
    chart_turn: |rises, year, count| {
        let way = if rises { "up" } else { "down" };
        format!("{way} to {count} in {year}")
    },
    chart_course: |turns| match turns {
        [] => String::new(),
        [one] => format!("The figures go {one}."),
        [all @ .., last] => format!("The figures go {}, and {last}.", all.join(", ")),
    },
    chart_doubtful: |years| format!("Doubtful: {years}."),
    chart_key: ["counted", "doubtful", "counted by others"],
    chart_events: "What happened when the figures turned",

    cite: "Cite",
    copy: |style| format!("Copy {style}"),
    copied: |style| format!("{style} citation copied."),
    not_copied: "The browser refused to copy. Select the text instead.",
};
