//! Words of the search.

/// Words of the search.
pub struct SearchMessages {
    /// Heading of the search, and the link to it.
    pub heading: &'static str,
    /// Label of the field.
    pub label: &'static str,
    /// How to search, where nothing is sought yet.
    pub introduction: &'static str,
    /// Before words to try.
    pub examples: &'static str,
    /// How many entries were found.
    pub found: fn(usize) -> String,
    /// Said where nothing was found.
    pub nothing: fn(&str) -> String,
    /// Before the title that is most like what was sought.
    pub nearest: &'static str,
    /// Names of the kinds of entry, in the order of the results.
    pub kinds: [&'static str; 7],
    /// Heading of a kind of entry: its name, and how many were found.
    pub kind_heading: fn(&str, usize) -> String,
    /// Shows all entries of a kind: how many, and its name.
    pub show_all: fn(usize, &str) -> String,
    /// Said where the evidence can't be had, and so is not searched.
    pub without_evidence: &'static str,
}

pub(super) static ENGLISH: SearchMessages = SearchMessages {
    heading: "Search",
    label: "Search the whole page",
    introduction: "Type a name, a place, a year or a word. Other spellings and accents are \
                   forgiven. The arrow keys go through what is found, Escape leads back here.",
    examples: "For example:",
    found: |count| match count {
        1 => "1 place found.".to_owned(),
        _ => format!("{count} places found."),
    },
    nothing: |query| format!("Nothing found for “{query}”."),
    nearest: "Most like it:",
    kinds: ["The story", "Groups", "People", "Events", "Glossary", "How do we know?", "Sources"],
    kind_heading: |kind, count| format!("{kind} ({count})"),
    show_all: |count, kind| format!("Show all {count}: {kind}"),
    without_evidence: "People, events, claims and sources could not be loaded, and are not searched.",
};
