//! The passages of one file, each from its heading to the next.

use crate::author::citing::report_uncited;
use crate::author::desk::{Desk, Spot};
use crate::author::markdown::{Heading, Markdown, Piece};
use crate::author::names::{ID_FORM, Kind, is_well_formed};
use crate::author::reading::mention_target;
use crate::{Block, GroupId, HistoricalDate, PersonId, Text};
use std::collections::BTreeSet;

/// The passages of one file.
pub(super) struct Version<'a> {
    pub(super) start: Spot,
    pub(super) passages: Vec<DraftPassage<'a>>,
}

impl Version<'_> {
    /// Whether a passage lacks an id or has that of another.
    pub(super) fn is_unclear(&self) -> bool {
        let ids: BTreeSet<_> = self.passages.iter().map(|passage| passage.id).collect();
        ids.len() < self.passages.len() || ids.contains("")
    }
}

/// A passage in one of its texts.
pub(super) struct DraftPassage<'a> {
    pub(super) spot: Spot,
    pub(super) id: &'a str,
    pub(super) heading: &'a str,
    pub(super) when: Option<HistoricalDate>,
    pub(super) groups: Vec<GroupId<'a>>,
    pub(super) people: Vec<PersonId<'a>>,
    pub(super) text: Text<'a>,
}

/// Reads passages, each from its heading to the next.
pub(super) fn read_passages<'a>(
    desk: &mut Desk<'a>,
    start: Spot,
    text: &'a str,
) -> Vec<DraftPassage<'a>> {
    let markdown = Markdown::parse(desk.arena, text);
    for mistake in &markdown.mistakes {
        desk.report(start.after(mistake.at), &mistake.found, mistake.expected);
    }
    for &(at, target) in &markdown.mentions {
        mention_target(desk, target, start.after(at));
    }
    let mut passages: Vec<DraftPassage<'a>> = Vec::new();
    let mut strays = 0;
    for piece in markdown.pieces {
        match piece {
            Piece::Heading(heading) => passages.push(open_passage(desk, start, heading)),
            Piece::Block(at, block) => match passages.last_mut() {
                Some(passage) => passage.text.0.push(block),
                None => {
                    if strays == 0 {
                        report_stray(desk, start.after(at), block);
                    }
                    strays += 1;
                }
            },
        }
    }
    if passages.is_empty() {
        desk.report(start, "", "passages, each with a heading: `## Words {#id when=1964}`");
    }
    for (at, passage) in passages.iter().enumerate() {
        report_uncited(desk, &passage.text, passage.spot);
        if passage.text.is_empty() {
            desk.report(passage.spot, passage.heading, "a text below the heading");
        }
        if passages.iter().take(at).any(|before| before.id == passage.id) {
            desk.report(passage.spot, passage.id, "an id that no other passage of the file has");
        }
    }
    passages
}

fn report_stray(desk: &mut Desk<'_>, spot: Spot, block: Block<'_>) {
    let text = Text(vec![block]).plain();
    desk.report(spot, &text, "a heading before the first text: `## Words {#id when=1964}`");
}

/// Reads a heading: `## Words {#id when=1964 groups=a,b people=c}`.
fn open_passage<'a>(desk: &mut Desk<'a>, start: Spot, heading: Heading<'a>) -> DraftPassage<'a> {
    let spot = start.after(heading.at);
    let line = desk.line_of(spot);
    let id = heading.id.unwrap_or_else(|| {
        desk.report(spot, line, "an id at the end of the heading: `{#id when=1964}`");
        ""
    });
    let mut passage = DraftPassage {
        spot,
        id,
        heading: heading.words,
        when: None,
        groups: Vec::new(),
        people: Vec::new(),
        text: Text::default(),
    };
    for (key, value) in heading.attributes {
        match key {
            "when" => {
                passage.when = Some(value.parse().unwrap_or_else(|error| {
                    desk.report(spot, value, format!("a date: {error}"));
                    HistoricalDate::Unknown
                }));
            }
            "groups" => {
                passage.groups = ids(desk, Kind::Group, value, spot).map(GroupId).collect();
            }
            "people" => {
                passage.people = ids(desk, Kind::Person, value, spot).map(PersonId).collect();
            }
            _ => desk.report(spot, key, "only #id, when=, groups= and people= in the braces"),
        }
    }
    passage
}

/// Ids with commas between them.
fn ids<'a>(
    desk: &mut Desk<'a>,
    kind: Kind,
    list: &'a str,
    spot: Spot,
) -> impl Iterator<Item = &'a str> {
    for id in list.split(',') {
        if is_well_formed(id) {
            desk.names.mention(kind, id, spot);
        } else {
            desk.report(spot, list, format!("ids with commas between them, no spaces: {ID_FORM}"));
        }
    }
    list.split(',')
}
