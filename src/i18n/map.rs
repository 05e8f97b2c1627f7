//! Words of the map's controls.

/// Words of the map's controls.
pub struct MapMessages {
    /// Names the choice of groups.
    pub choose: &'static str,
    /// Label of the choice of a kind.
    pub kind: &'static str,
    /// Any kind.
    pub any_kind: &'static str,
    /// Label of the choice of a state.
    pub state: &'static str,
    /// Any state.
    pub any_state: &'static str,
    /// Label of the box for groups that founded another.
    pub founders: &'static str,
    /// Label of the box for groups with people of the story.
    pub with_people: &'static str,
    /// Takes the choice back.
    pub show_all: &'static str,
    /// How many groups are chosen, of how many.
    pub chosen: fn(usize, usize) -> String,

    /// Label of the field for a place.
    pub near: &'static str,
    /// Says what can be typed there.
    pub near_hint: &'static str,
    /// Heads the groups near a place.
    pub near_heading: fn(&str) -> String,
    /// How far a group is: miles, kilometers.
    pub distance: fn(u32, u32) -> String,
    /// Said where no place is meant.
    pub near_unknown: fn(&str) -> String,

    /// Names the buttons that zoom.
    pub zoom: &'static str,
    /// Zooms in.
    pub nearer: &'static str,
    /// Zooms out.
    pub farther: &'static str,
    /// Shows the whole map again.
    pub whole: &'static str,
    /// Zooms to the groups that are chosen, or the one that is open.
    pub fit: &'static str,
    /// Names groups that are drawn as one: how many, how many of them were active, the town of one.
    pub crowd: fn(usize, usize, &str) -> String,
    /// Says how large the map is drawn, in percent.
    pub zoomed: fn(u32) -> String,
    /// Names the buttons that move a map that is larger than its frame.
    pub pan: &'static str,
    /// These: left, up, down, right.
    pub pans: [&'static str; 4],
    /// How to move the map by mouse and touch.
    pub moving: &'static str,

    /// Lets the years go by.
    pub play: &'static str,
    /// Stops them.
    pub pause: &'static str,
    /// Heads the events of a year.
    pub events_of: fn(i16) -> String,
    /// How many left in a year: what is counted, the year, and the figure, if there is one, with whether it is
    /// doubtful.
    pub emigration: fn(&str, i16, Option<(String, bool)>) -> String,
    /// Leads to the figures of all years.
    pub emigration_of_all: &'static str,

    /// Label of the box for lines between groups.
    pub ties: &'static str,
    /// Said where no tie is known in the year.
    pub no_ties: &'static str,

    /// Caption of the table.
    pub table: &'static str,
    /// Heads of its columns: group, town, founded, state in the year.
    pub columns: [&'static str; 4],

    /// Says how to answer on the map.
    pub find: &'static str,
    /// The group that was chosen as an answer: name, town, state.
    pub found: fn(&str, &str, &str) -> String,

    /// Prints a map with the names of groups.
    pub print_names: &'static str,
    /// Prints a map without names.
    pub print_blank: &'static str,
}

pub(super) static ENGLISH: MapMessages = MapMessages {
    choose: "Choose groups",
    kind: "Kind",
    any_kind: "All kinds",
    state: "State",
    any_state: "All states",
    founders: "Founders of a union",
    with_people: "With people of this story",
    show_all: "Show all",
    chosen: |chosen, all| {
        if chosen == all { format!("{all} groups") } else { format!("{chosen} of {all} groups") }
    },

    near: "Groups near",
    near_hint: "A town or a state. The page does not ask where you are.",
    near_heading: |place| ["Nearest to ", place].concat(),
    distance: |miles, km| match miles {
        0 => "here".to_owned(),
        1 => format!("1 mile ({km} km)"),
        miles => format!("{miles} miles ({km} km)"),
    },
    near_unknown: |said| {
        ["No town of a group and no state is called “", said, "”. Try the state."].concat()
    },

    zoom: "Size of the map",
    nearer: "Nearer",
    farther: "Farther",
    whole: "Whole map",
    fit: "Fit",
    crowd: |count, active, town| {
        format!("{count} groups around {town}, {active} of them active. Press to draw them nearer.")
    },
    zoomed: |percent| format!("Map at {percent} percent."),
    pan: "Move the map",
    pans: ["To the left", "Up", "Down", "To the right"],
    moving: "Ctrl and the wheel, two fingers, or the keys + and − make the map larger and smaller; drag it \
             when it is larger, or press Shift with an arrow key. Letters lead to a group or its town.",

    play: "Play",
    pause: "Pause",
    events_of: |year| format!("In {year}"),
    emigration: |what, year, figure| match figure {
        Some((figure, true)) => format!("{what}: {figure} in {year} (doubtful)."),
        Some((figure, false)) => format!("{what}: {figure} in {year}."),
        None => format!("{what}: no figure for {year}."),
    },
    emigration_of_all: "All years",

    ties: "Lines between groups",
    no_ties: "No ties are known in this year.",

    table: "Groups",
    columns: ["Group", "Town", "Founded", "In the year"],

    find: "Choose the group on the map. Arrow keys go from one to the next.",
    found: |name, city, region| ["Chosen: ", name, ", ", city, ", ", region, "."].concat(),

    print_names: "Print with names",
    print_blank: "Print a blank map",
};
