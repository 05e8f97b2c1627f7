//! Links: what an address like `claim:id` leads to.

use crate::author::names::{ID_FORM, is_well_formed};
use crate::{
    ChapterId, ClaimId, EventId, GroupId, PassageAddress, PassageId, PersonId, SourceId, Target,
    TermId,
};

/// Reads what a link leads to.
pub(super) fn target(address: &str) -> Result<Target<'_>, &'static str> {
    let Some((scheme, id)) = address.split_once(':') else {
        return Err("a link to something in the story: [words](claim:id)");
    };
    if scheme == "passage"
        && let Some((chapter, passage)) = id.split_once('/')
    {
        if !is_well_formed(chapter) || !is_well_formed(passage) {
            return Err("(passage:chapter) or (passage:chapter/passage)");
        }
        let address = PassageAddress { chapter: ChapterId(chapter), passage: PassageId(passage) };
        return Ok(Target::Passage(address));
    }
    let target = match scheme {
        "claim" => Target::Claim(ClaimId(id)),
        "term" => Target::Term(TermId(id)),
        "person" => Target::Person(PersonId(id)),
        "group" => Target::Group(GroupId(id)),
        "event" => Target::Event(EventId(id)),
        "source" => Target::Source(SourceId(id)),
        "passage" => Target::Chapter(ChapterId(id)),
        "http" | "https" | "mailto" => {
            return Err("no address outside the story; give it to a [[source]] and link to that");
        }
        _ => {
            return Err("a link to a claim:, term:, person:, group:, event:, source: or passage:");
        }
    };
    if is_well_formed(id) { Ok(target) } else { Err(ID_FORM) }
}
