//! Whatever story there is, encoding and decoding give it back, and copy none of its strings.

use crate::date::tests::dates;
use crate::encoding::{decode, encode};
use crate::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use story::{Bounds, Theme};

/// A string that lives as long as the test.
fn words() -> impl Strategy<Value = &'static str> {
    "\\PC{0,8}".prop_map(|words| &*words.leak())
}

fn id() -> impl Strategy<Value = &'static str> {
    "[a-z0-9-]{1,6}".prop_map(|id| &*id.leak())
}

fn many<T: std::fmt::Debug>(one: impl Strategy<Value = T>) -> impl Strategy<Value = Vec<T>> {
    vec(one, 0..3)
}

fn table<T: Entity + std::fmt::Debug>(
    rows: impl Strategy<Value = T>,
) -> impl Strategy<Value = Table<T>> {
    many(rows).prop_map(Table::new)
}

fn address() -> impl Strategy<Value = PassageAddress<'static>> {
    (id(), id()).prop_map(|(chapter, passage)| PassageAddress {
        chapter: ChapterId(chapter),
        passage: PassageId(passage),
    })
}

fn target() -> impl Strategy<Value = Target<'static>> {
    prop_oneof![
        id().prop_map(|id| Target::Claim(ClaimId(id))),
        id().prop_map(|id| Target::Term(TermId(id))),
        id().prop_map(|id| Target::Person(PersonId(id))),
        id().prop_map(|id| Target::Group(GroupId(id))),
        id().prop_map(|id| Target::Event(EventId(id))),
        id().prop_map(|id| Target::Source(SourceId(id))),
        id().prop_map(|id| Target::Chapter(ChapterId(id))),
        address().prop_map(Target::Passage),
    ]
}

fn runs() -> impl Strategy<Value = Vec<Inline<'static>>> {
    let run = words().prop_map(Inline::Words).prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            many(inner.clone()).prop_map(Inline::Emphasis),
            many(inner.clone()).prop_map(Inline::Strong),
            (words(), many(inner.clone()))
                .prop_map(|(why, content)| Inline::General { content, why }),
            (target(), many(inner))
                .prop_map(|(target, content)| Inline::Reference { target, content }),
        ]
    });
    many(run)
}

fn text() -> impl Strategy<Value = Text<'static>> {
    let block = prop_oneof![
        runs().prop_map(Block::Paragraph),
        runs().prop_map(Block::Quotation),
        many(runs()).prop_map(Block::List),
    ];
    many(block).prop_map(Text)
}

fn passage() -> impl Strategy<Value = Passage<'static>> {
    (id(), words(), dates(), text(), text(), many(id()), many(id())).prop_map(
        |(id, heading, when, full, easy, groups, people)| Passage {
            id: PassageId(id),
            heading,
            when,
            full,
            easy,
            groups: groups.into_iter().map(GroupId).collect(),
            people: people.into_iter().map(PersonId).collect(),
        },
    )
}

fn chapter() -> impl Strategy<Value = Chapter<'static>> {
    let poster =
        (many(words()), words(), words()).prop_map(|(lines, art, alt)| Poster { lines, art, alt });
    let meanwhile =
        (words(), text(), text()).prop_map(|(title, full, easy)| Meanwhile { title, full, easy });
    (id(), vec(words(), 4), dates(), poster, table(passage()), option::of(meanwhile)).prop_map(
        |(id, lines, years, poster, passages, meanwhile)| Chapter {
            id: ChapterId(id),
            title: lines[0],
            kicker: lines[1],
            question: lines[2],
            closing: lines[3],
            years,
            poster,
            passages,
            meanwhile,
        },
    )
}

fn citation() -> impl Strategy<Value = Citation<'static>> {
    (id(), text()).prop_map(|(source, says)| Citation { source: SourceId(source), says })
}

fn claim() -> impl Strategy<Value = Claim<'static>> {
    let status = select(&[
        ClaimStatus::Agreed,
        ClaimStatus::Disputed,
        ClaimStatus::OneSource,
        ClaimStatus::Interpretation,
    ]);
    (id(), words(), status, many(citation()), many(citation()), text()).prop_map(
        |(id, statement, status, support, dissent, verdict)| Claim {
            id: ClaimId(id),
            statement,
            status,
            support,
            dissent,
            verdict,
        },
    )
}

fn source() -> impl Strategy<Value = Source<'static>> {
    let kind = select(&SourceKind::ALL);
    let optional = vec(option::of(words()), 3);
    (id(), kind, many(words()), words(), optional, dates(), words()).prop_map(
        |(id, kind, authors, title, optional, date, consulted)| Source {
            id: SourceId(id),
            kind,
            authors,
            title,
            container: optional[0],
            publisher: optional[1],
            date,
            url: optional[2],
            consulted,
        },
    )
}

fn relation() -> impl Strategy<Value = Relation<'static>> {
    let kind = select(&[
        RelationKind::MergedInto,
        RelationKind::FounderOf,
        RelationKind::ForerunnerOf,
        RelationKind::MemberOf,
        RelationKind::RivalOf,
    ]);
    (kind, id()).prop_map(|(kind, group)| Relation { kind, group: GroupId(group) })
}

fn group() -> impl Strategy<Value = Group<'static>> {
    let ended = prop_oneof![Just(Ended::GoesOn), dates().prop_map(Ended::On)];
    let place = (-90.0..90.0, -180.0..180.0);
    let texts = (text(), text());
    let lists = (many(words()), many(id()), many(relation()), many(id()));
    (id(), vec(words(), 4), select(&GroupKind::ALL), place, dates(), ended, texts, lists).prop_map(
        |(id, lines, kind, place, founded, ended, texts, lists)| Group {
            id: GroupId(id),
            name: lines[0],
            short: lines[1],
            other_names: lists.0,
            kind,
            city: lines[2],
            region: lines[3],
            latitude: place.0,
            longitude: place.1,
            founded,
            ended,
            people: lists.1.into_iter().map(PersonId).collect(),
            action: texts.0,
            account: texts.1,
            relations: lists.2,
            claims: lists.3.into_iter().map(ClaimId).collect(),
        },
    )
}

fn event() -> impl Strategy<Value = Event<'static>> {
    let place = (words(), option::of((-90.0..90.0, -180.0..180.0)))
        .prop_map(|(name, position)| Place { name, position });
    let lists = vec(many(id()), 4);
    (id(), words(), dates(), option::of(place), text(), lists).prop_map(
        |(id, title, date, place, account, lists)| Event {
            id: EventId(id),
            title,
            date,
            place,
            themes: lists[0].iter().copied().map(ThemeId).collect(),
            account,
            groups: lists[1].iter().copied().map(GroupId).collect(),
            people: lists[2].iter().copied().map(PersonId).collect(),
            claims: lists[3].iter().copied().map(ClaimId).collect(),
        },
    )
}

fn person() -> impl Strategy<Value = Person<'static>> {
    (id(), vec(words(), 3), many(words()), dates(), option::of(dates()), text(), many(id()))
        .prop_map(|(id, lines, other_names, born, died, account, claims)| Person {
            id: PersonId(id),
            name: lines[0],
            sort_name: lines[1],
            other_names,
            born,
            died,
            role: lines[2],
            account,
            claims: claims.into_iter().map(ClaimId).collect(),
        })
}

fn term() -> impl Strategy<Value = Term<'static>> {
    (id(), words(), many(words()), text(), many(id())).prop_map(
        |(id, term, other_forms, meaning, claims)| Term {
            id: TermId(id),
            term,
            other_forms,
            meaning,
            claims: claims.into_iter().map(ClaimId).collect(),
        },
    )
}

fn emigration_year() -> impl Strategy<Value = EmigrationYear<'static>> {
    let bound = select(&[Bound::Exact, Bound::About, Bound::AtLeast]);
    let other = (id(), any::<u32>(), text()).prop_map(|(source, count, says)| OtherCount {
        source: SourceId(source),
        count,
        says,
    });
    (any::<i16>(), any::<u32>(), bound, any::<bool>(), text(), id(), many(other), many(id()))
        .prop_map(|(year, total, bound, doubtful, note, source, others, claims)| EmigrationYear {
            year,
            total,
            bound,
            doubtful,
            note,
            source: SourceId(source),
            others,
            claims: claims.into_iter().map(ClaimId).collect(),
        })
}

fn resource() -> impl Strategy<Value = Resource<'static>> {
    let optional = vec(option::of(words()), 2);
    (id(), select(&ResourceKind::ALL), words(), optional, text()).prop_map(
        |(id, kind, title, optional, about)| Resource {
            id: ResourceId(id),
            kind,
            title,
            maker: optional[0],
            url: optional[1],
            about,
        },
    )
}

fn teaching() -> impl Strategy<Value = Teaching<'static>> {
    let step = (any::<u8>(), text()).prop_map(|(minutes, what)| TeachingStep { minutes, what });
    (id(), select(&TeachingKind::ALL), words(), text(), many(step), many(text())).prop_map(
        |(id, kind, title, about, steps, touches)| Teaching {
            id: TeachingId(id),
            kind,
            title,
            about,
            steps,
            touches,
        },
    )
}

fn choice() -> impl Strategy<Value = Choice<'static>> {
    (id(), text(), text()).prop_map(|(id, text, feedback)| Choice {
        id: ChoiceId(id),
        text,
        feedback,
    })
}

fn key() -> impl Strategy<Value = Vec<ChoiceId<'static>>> {
    many(id().prop_map(ChoiceId))
}

fn task() -> impl Strategy<Value = Task<'static>> {
    let pair = (id(), text(), text(), text()).prop_map(|(id, text, partner, feedback)| Pair {
        id: ChoiceId(id),
        text,
        partner,
        feedback,
    });
    let segment = prop_oneof![
        words().prop_map(Segment::Words),
        id().prop_map(|id| Segment::Blank(ChoiceId(id))),
    ];
    let figure = (any::<i16>(), any::<[u32; 3]>(), any::<bool>()).prop_map(
        |(year, [total, least, most], doubtful)| Figure { year, total, least, most, doubtful },
    );
    let bears = select(&[Bearing::Supports, Bearing::Disagrees, Bearing::Silent]);
    let weighing =
        (id(), id(), text(), bears, text()).prop_map(|(id, source, text, bears, feedback)| {
            Weighing { id: ChoiceId(id), source: SourceId(source), text, bears, feedback }
        });
    prop_oneof![
        (many(choice()), id())
            .prop_map(|(options, key)| Task::ChooseOne { options, key: ChoiceId(key) }),
        (many(choice()), key()).prop_map(|(options, key)| Task::ChooseSeveral { options, key }),
        (many(choice()), key()).prop_map(|(options, key)| Task::Order { options, key }),
        many(pair).prop_map(|pairs| Task::Match { pairs }),
        (id(), text())
            .prop_map(|(group, feedback)| Task::FindOnMap { group: GroupId(group), feedback }),
        (many(figure), any::<u8>(), text()).prop_map(|(figures, tolerance, feedback)| {
            Task::Estimate { figures, tolerance, feedback }
        }),
        (many(segment), many(choice()))
            .prop_map(|(text, options)| Task::WordBank { text, options }),
        many(weighing).prop_map(|sources| Task::WeighSources { sources }),
        many(text()).prop_map(|rubric| Task::Open { rubric }),
    ]
}

fn question() -> impl Strategy<Value = Question<'static>> {
    let difficulty = select(&[Difficulty::Easy, Difficulty::Medium, Difficulty::Hard]);
    let skill = select(&[Skill::Recall, Skill::Understanding, Skill::Sources]);
    (id(), text(), task(), address(), id(), difficulty, skill, many(text()), text()).prop_map(
        |(id, prompt, task, passage, claim, difficulty, skill, hints, explanation)| Question {
            id: QuestionId(id),
            prompt,
            task,
            passage,
            claim: ClaimId(claim),
            difficulty,
            skill,
            hints,
            explanation,
        },
    )
}

/// Any story, whether or not it makes sense.
fn story() -> impl Strategy<Value = Story<'static>> {
    let bounds = (words(), vec(-180.0..180.0, 4)).prop_map(|(name, edges)| Bounds {
        name,
        south: edges[0],
        north: edges[1],
        west: edges[2],
        east: edges[3],
    });
    let theme = (id(), words()).prop_map(|(id, name)| Theme { id: ThemeId(id), name });
    let head = (vec(words(), 5), any::<(i16, i16)>(), many(bounds), table(theme));
    let evidence = (table(claim()), table(source()));
    let further = (table(resource()), table(teaching()));
    let things = (table(group()), table(event()), table(person()), table(term()), further);
    (head, table(chapter()), evidence, things, many(emigration_year()), table(question())).prop_map(
        |((lines, years, bounds, themes), chapters, evidence, things, emigration, questions)| {
            Story {
                title: lines[0],
                subtitle: lines[1],
                language: lines[2],
                edition: lines[3],
                first_year: years.0,
                last_year: years.1,
                emigration_caption: lines[4],
                bounds,
                themes,
                chapters,
                claims: evidence.0,
                sources: evidence.1,
                groups: things.0,
                events: things.1,
                people: things.2,
                terms: things.3,
                emigration,
                resources: things.4.0,
                teaching: things.4.1,
                questions,
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_story_comes_back_as_it_was(story in story()) {
        let bytes = encode(&story).unwrap();
        prop_assert_eq!(decode(&bytes).unwrap(), story);
    }

    #[test]
    fn decoding_never_panics(bytes in vec(any::<u8>(), 0..200)) {
        let _ = decode(&bytes);
    }

    #[test]
    fn decoding_what_was_damaged_never_panics(
        story in story(), at in any::<proptest::sample::Index>(), byte in any::<u8>()
    ) {
        let mut bytes = encode(&story).unwrap();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = decode(&bytes);
        let _ = decode(&bytes[..at]);
    }
}
