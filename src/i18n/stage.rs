//! Words of the stage beside the text.

/// Words of the stage beside the text.
pub struct StageMessages {
    /// Names the stage.
    pub heading: &'static str,
    /// Label of the year's control.
    pub year: &'static str,
    /// Heading of the groups that the passage speaks of.
    pub groups_here: &'static str,
    /// Heading of the groups at work in a year.
    pub groups_then: fn(i16) -> String,
    /// Said where a passage speaks of no group.
    pub no_groups_here: &'static str,
    /// Said of a year in which no group was at work.
    pub no_groups_then: fn(i16) -> String,
    /// Heading of the passages that speak of a year.
    pub passages_on: fn(i16) -> String,
    /// Heading of the passages that speak of a group.
    pub passages_with: fn(&str) -> String,
    /// Leads to the group on the map.
    pub on_the_map: &'static str,
    /// Lets the stage follow the text again.
    pub follow_text: &'static str,
    /// Said to screen readers when a year was chosen: year, groups, passages.
    pub chosen: fn(i16, usize, usize) -> String,
    /// Said to screen readers when a group was asked about: its name, passages.
    pub asked: fn(&str, usize) -> String,
}

pub(super) static ENGLISH: StageMessages = StageMessages {
    heading: "Where and when",
    year: "Year",
    groups_here: "Groups in this passage",
    groups_then: |year| format!("At work in {year}"),
    no_groups_here: "This passage names no group.",
    no_groups_then: |year| format!("No group known at work in {year}"),
    passages_on: |year| format!("Passages on {year}"),
    passages_with: |group| format!("Passages on {group}"),
    on_the_map: "Open on the map",
    follow_text: "Follow the text again",
    chosen: |year, groups, passages| {
        let groups = if groups == 1 { "1 group".to_owned() } else { format!("{groups} groups") };
        format!("{year}: {groups} at work, {}.", of_passages(passages))
    },
    asked: |group, passages| format!("{group}: {}.", of_passages(passages)),
};

fn of_passages(count: usize) -> String {
    if count == 1 { "1 passage".to_owned() } else { format!("{count} passages") }
}
