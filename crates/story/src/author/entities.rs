//! Claims, sources, groups, events, people, terms and emigration: raw tables to the model.

use super::names::Kind;
use super::raw::{
    RawCitation, RawClaim, RawEmigrationYear, RawEvent, RawGroup, RawPerson, RawResource,
    RawSource, RawTeaching, RawTerm,
};
use super::reading::Reading;
use crate::{
    Bounds, Citation, Claim, ClaimId, ClaimStatus, EmigrationYear, Ended, Event, EventId, Group,
    GroupId, OtherCount, Person, PersonId, Place, Relation, Resource, ResourceId, Source, SourceId,
    Teaching, TeachingId, TeachingKind, TeachingStep, Term, TermId, ThemeId,
};

pub(super) fn claim<'a>(r: &mut Reading<'_, 'a>, raw: RawClaim<'a>) -> Claim<'a> {
    let span = raw.id.span.clone();
    if raw.support.is_empty() {
        r.report(&span, "at least one source in `support`");
    }
    match (raw.status, raw.dissent.is_empty()) {
        (ClaimStatus::Disputed, true) => {
            r.report(&span, "a source in `dissent`, since the claim is disputed");
        }
        (ClaimStatus::Agreed, false) => {
            r.report(&span, "status = \"disputed\", since there is `dissent`");
        }
        (ClaimStatus::Agreed, true) if raw.support.len() == 1 => {
            r.report(&span, "a second source in `support`, or status = \"one-source\"");
        }
        _ => {}
    }
    Claim {
        id: ClaimId(r.keep(raw.id)),
        statement: r.label(raw.statement),
        status: raw.status,
        support: citations(r, raw.support),
        dissent: citations(r, raw.dissent),
        verdict: r.optional_prose(raw.verdict),
    }
}

fn citations<'a>(r: &mut Reading<'_, 'a>, raw: Vec<RawCitation<'a>>) -> Vec<Citation<'a>> {
    raw.into_iter()
        .map(|raw| Citation {
            source: SourceId(r.mention(Kind::Source, raw.source)),
            says: r.prose(raw.says),
        })
        .collect()
}

pub(super) fn source<'a>(r: &mut Reading<'_, 'a>, raw: RawSource<'a>) -> Source<'a> {
    Source {
        id: SourceId(r.keep(raw.id)),
        kind: raw.kind,
        authors: r.labels(raw.authors),
        title: r.label(raw.title),
        container: r.optional_label(raw.container),
        publisher: r.optional_label(raw.publisher),
        date: r.date(&raw.date),
        url: raw.url.map(|url| r.address(url)),
        consulted: r.label(raw.consulted),
    }
}

pub(super) fn group<'a>(
    r: &mut Reading<'_, 'a>,
    raw: RawGroup<'a>,
    bounds: Option<&[Bounds<'a>]>,
) -> Group<'a> {
    if let Some(bounds) = bounds {
        r.check_position(&raw.latitude, &raw.longitude, bounds);
    }
    let founded = r.date(&raw.founded);
    let ended = if raw.ended.value.0 == ".." {
        Ended::GoesOn
    } else {
        let ended = r.date(&raw.ended);
        r.check_order(founded, ended, &raw.ended.span, "founded");
        Ended::On(ended)
    };
    let id = r.keep(raw.id);
    Group {
        id: GroupId(id),
        name: r.label(raw.name),
        short: r.label(raw.short),
        other_names: r.labels(raw.other_names),
        kind: raw.kind,
        city: r.label(raw.city),
        region: r.label(raw.region),
        latitude: raw.latitude.value,
        longitude: raw.longitude.value,
        founded,
        ended,
        people: people(r, raw.people),
        action: r.cited_prose(raw.action),
        account: r.cited_prose(raw.account),
        relations: raw
            .relations
            .into_iter()
            .map(|raw| {
                let span = raw.group.span.clone();
                let other = r.mention(Kind::Group, raw.group);
                if other == id {
                    r.report(&span, "another group; this is the group itself");
                }
                Relation { kind: raw.kind, group: GroupId(other) }
            })
            .collect(),
        claims: r.claims(raw.claims),
    }
}

pub(super) fn event<'a>(
    r: &mut Reading<'_, 'a>,
    raw: RawEvent<'a>,
    bounds: Option<&[Bounds<'a>]>,
) -> Event<'a> {
    let position = match (raw.latitude, raw.longitude) {
        (Some(latitude), Some(longitude)) => {
            if let Some(bounds) = bounds {
                r.check_position(&latitude, &longitude, bounds);
            }
            if raw.place.is_none() {
                r.report(&latitude.span, "a `place` that has this position");
            }
            Some((latitude.value, longitude.value))
        }
        (Some(lonely), None) | (None, Some(lonely)) => {
            r.report(&lonely.span, "both latitude and longitude, or neither");
            None
        }
        (None, None) => None,
    };
    Event {
        id: EventId(r.keep(raw.id)),
        title: r.label(raw.title),
        date: r.date(&raw.date),
        place: raw.place.map(|name| Place { name: r.label(name), position }),
        themes: r.mentions(Kind::Theme, raw.themes).into_iter().map(ThemeId).collect(),
        account: r.cited_prose(raw.account),
        groups: r.mentions(Kind::Group, raw.groups).into_iter().map(GroupId).collect(),
        people: people(r, raw.people),
        claims: r.claims(raw.claims),
    }
}

pub(super) fn person<'a>(r: &mut Reading<'_, 'a>, raw: RawPerson<'a>) -> Person<'a> {
    let born = r.date(&raw.born);
    let died = raw.died.map(|text| {
        let died = r.date(&text);
        r.check_order(born, died, &text.span, "born");
        died
    });
    Person {
        id: PersonId(r.keep(raw.id)),
        name: r.label(raw.name),
        sort_name: r.label(raw.sort_name),
        other_names: r.labels(raw.other_names),
        born,
        died,
        role: r.label(raw.role),
        account: r.cited_prose(raw.account),
        claims: r.claims(raw.claims),
    }
}

pub(super) fn term<'a>(r: &mut Reading<'_, 'a>, raw: RawTerm<'a>) -> Term<'a> {
    Term {
        id: TermId(r.keep(raw.id)),
        term: r.label(raw.term),
        other_forms: r.labels(raw.other_forms),
        meaning: r.cited_prose(raw.meaning),
        claims: r.claims(raw.claims),
    }
}

pub(super) fn resource<'a>(r: &mut Reading<'_, 'a>, raw: RawResource<'a>) -> Resource<'a> {
    Resource {
        id: ResourceId(r.keep(raw.id)),
        kind: raw.kind,
        title: r.label(raw.title),
        maker: r.optional_label(raw.maker),
        url: raw.url.map(|url| r.address(url)),
        about: r.prose(raw.about),
    }
}

pub(super) fn teaching<'a>(r: &mut Reading<'_, 'a>, raw: RawTeaching<'a>) -> Teaching<'a> {
    let span = raw.title.span.clone();
    match (raw.kind, raw.steps.is_empty(), raw.touches.is_empty()) {
        (TeachingKind::Plan, true, _) => r.report(&span, "`steps`: a plan has them"),
        (TeachingKind::Prompt, _, true) => {
            r.report(&span, "`touches`: what good answers to this touch");
        }
        (TeachingKind::Plan | TeachingKind::Prompt, _, _) | (_, true, true) => {}
        _ => r.report(&span, "`steps` with a plan and `touches` with a prompt only"),
    }
    let part = Teaching {
        id: TeachingId(r.keep(raw.id)),
        kind: raw.kind,
        title: r.label(raw.title),
        about: r.optional_prose(raw.about),
        steps: raw
            .steps
            .into_iter()
            .map(|raw| TeachingStep { minutes: raw.minutes, what: r.prose(raw.what) })
            .collect(),
        touches: raw.touches.into_iter().map(|text| r.cited_prose(text)).collect(),
    };
    match raw.minutes {
        Some(minutes) if minutes.value != part.minutes() => {
            r.report(&minutes.span, format!("{}: so much the steps take together", part.minutes()));
        }
        None if part.kind == TeachingKind::Plan => {
            r.report(&span, "`minutes`: how long the steps take together");
        }
        _ => {}
    }
    part
}

/// Reads a year of the table; `before` is the one above it.
pub(super) fn emigration_year<'a>(
    r: &mut Reading<'_, 'a>,
    raw: RawEmigrationYear<'a>,
    before: Option<i16>,
) -> EmigrationYear<'a> {
    let year = raw.year.value;
    if year < 1 {
        r.report(&raw.year.span, "a year of the common era");
    }
    match before {
        Some(before) if before == year => r.report(&raw.year.span, "each year once"),
        Some(before) if before > year => {
            r.report(&raw.year.span, format!("years in order; {before} stands above this one"));
        }
        _ => {}
    }
    if raw.doubtful && raw.note.is_none() {
        r.report(&raw.year.span, "a `note` that says why the figure is doubtful");
    }
    EmigrationYear {
        year,
        total: raw.total,
        bound: raw.bound,
        doubtful: raw.doubtful,
        note: r.optional_prose(raw.note),
        source: SourceId(r.mention(Kind::Source, raw.source)),
        others: raw
            .others
            .into_iter()
            .map(|raw| OtherCount {
                source: SourceId(r.mention(Kind::Source, raw.source)),
                count: raw.count,
                says: r.prose(raw.says),
            })
            .collect(),
        claims: r.claims(raw.claims),
    }
}

fn people<'a>(r: &mut Reading<'_, 'a>, texts: Vec<super::raw::Str<'a>>) -> Vec<PersonId<'a>> {
    r.mentions(Kind::Person, texts).into_iter().map(PersonId).collect()
}
