//! Items of each type, with characters that mean something in a format; and real ones on demand.

use super::{About, gift, moodle, qti, well_formed};
use crate::paper::KINDS;
use story::{
    Bearing, Block, ChapterId, Choice, ChoiceId, ClaimId, Difficulty, Figure, GroupId, Inline,
    Pair, PassageAddress, PassageId, Question, QuestionId, Segment, Skill, SourceId, Task, Text,
    Weighing,
};

/// All that a format could take for its own.
pub(super) const NASTY: &str = "[html] %50%~a =b #c {d} e: \\f \\n \\\\ g->h // & < > \" ' ]]> &lt; \
    [[1]] {1:NUMERICAL:=1} $CATEGORY: :: #### \u{2014} \u{6f22}";

pub(super) fn about() -> About<'static> {
    About {
        title: "Open the Gates: 1/2 & <more>",
        language: "en",
        page: "https://example.org/gates/",
        settled: "Settled in",
        rubric: "A good answer touches:",
        bearing: |bearing| match bearing {
            Bearing::Supports => "supports it",
            Bearing::Disagrees => "disagrees with it",
            Bearing::Silent => "says nothing about it",
        },
        source: &|id| Some(["The ", id.0].concat()),
    }
}

pub(super) fn words(words: &'static str) -> Text<'static> {
    Text(vec![Block::Paragraph(vec![Inline::Words(words)])])
}

pub(super) fn options(ids: &[&'static str]) -> Vec<Choice<'static>> {
    let option = |id: &&'static str| Choice {
        id: ChoiceId(id),
        text: words(id),
        feedback: words("Because of # 1 & 2"),
    };
    ids.iter().map(option).collect()
}

pub(super) fn ids(ids: &[&'static str]) -> Vec<ChoiceId<'static>> {
    ids.iter().copied().map(ChoiceId).collect()
}

pub(super) fn question(id: &'static str, task: Task<'static>) -> Question<'static> {
    let structured = Text(vec![
        Block::Paragraph(vec![
            Inline::Words("One "),
            Inline::Emphasis(vec![Inline::Words("two & <3>")]),
            Inline::Strong(vec![Inline::Words(NASTY)]),
            Inline::Words("\u{1}\u{fffe}\r\t."),
        ]),
        Block::Quotation(vec![Inline::Words("// Quoted")]),
        Block::List(vec![vec![Inline::Words("= first")], vec![Inline::Words("~ second")]]),
    ]);
    Question {
        id: QuestionId(id),
        prompt: structured,
        task,
        passage: PassageAddress { chapter: ChapterId("union-1970"), passage: PassageId("six") },
        claim: ClaimId("claim"),
        difficulty: Difficulty::Medium,
        skill: Skill::Sources,
        hints: vec![words("A hint: {1}"), words(NASTY)],
        explanation: words(NASTY),
    }
}

/// One of each type, in the order of [`crate::paper::KINDS`].
pub(super) fn every() -> Vec<Question<'static>> {
    let figure = |year, least, most| Figure { year, total: least, least, most, doubtful: false };
    let mut one = options(&["a", "1963", "c"]);
    one[0].text = words(NASTY);
    one[0].feedback = words(NASTY);
    one[1].feedback = Text::default();
    let mut pairs: Vec<Pair<'_>> = options(&["p", "q", "r"])
        .into_iter()
        .zip(["one", "two", NASTY])
        .map(|(it, partner)| Pair {
            id: it.id,
            text: it.text,
            partner: words(partner),
            feedback: it.feedback,
        })
        .collect();
    pairs[0].text = words(NASTY);
    let weighing = |(id, bears)| Weighing {
        id: ChoiceId(id),
        source: SourceId("paper"),
        text: words(NASTY),
        bears,
        feedback: words("It does."),
    };
    let sources = [("m", Bearing::Supports), ("n", Bearing::Disagrees), ("o", Bearing::Supports)];
    let blanks = vec![
        Segment::Words("In {[[1]]} "),
        Segment::Blank(ChoiceId("y")),
        Segment::Words(" and "),
        Segment::Blank(ChoiceId("x")),
        Segment::Words("."),
    ];
    let all: [_; KINDS.len()] = [
        ("choose-one", Task::ChooseOne { options: one, key: ChoiceId("1963") }),
        (
            "choose-several",
            Task::ChooseSeveral {
                options: options(&["a", "b", "c", "d", "e"]),
                key: ids(&["b", "d"]),
            },
        ),
        (
            "order",
            Task::Order {
                options: options(&["b", "d", "a", "c"]),
                key: ids(&["a", "b", "c", "d"]),
            },
        ),
        ("match", Task::Match { pairs }),
        ("find-on-map", Task::FindOnMap { group: GroupId("ccsa"), feedback: words("No.") }),
        (
            "estimate",
            Task::Estimate {
                figures: vec![figure(1973, 34_733, 34_933), figure(1974, 20_628, 20_628)],
                tolerance: 25,
                feedback: words("Look { again }."),
            },
        ),
        ("word-bank", Task::WordBank { text: blanks, options: options(&["w", "x", "y", "z"]) }),
        (
            "weigh-sources",
            Task::WeighSources { sources: sources.into_iter().map(weighing).collect() },
        ),
        ("open", Task::Open { rubric: vec![words("One."), words(NASTY)] }),
    ];
    all.map(|(id, task)| question(id, task)).into()
}

/// A text with one blank and an estimate of one year, which formats with one answer carry too.
pub(super) fn with_one_answer() -> Vec<Question<'static>> {
    let text = vec![
        Segment::Words("In = "),
        Segment::Blank(ChoiceId("b")),
        Segment::Words(" it {began}."),
    ];
    let figure = Figure { year: 1973, total: 100, least: 99, most: 101, doubtful: false };
    vec![
        question("blank", Task::WordBank { text, options: options(&["a", "b"]) }),
        question(
            "year",
            Task::Estimate {
                figures: vec![figure],
                tolerance: 10,
                feedback: words("Look # again"),
            },
        ),
    ]
}

/// The element of a Moodle file or an item of a package, parsed.
pub(super) fn parsed(text: &str) -> well_formed::Element {
    well_formed::parse(text).unwrap_or_else(|error| panic!("{error} in\n{text}"))
}

/// The real items, if `OPEN_GATES_QUESTIONS` names the `questions.txt` that a build wrote: this crate
/// knows no content.
pub(super) fn real() -> Vec<Question<'static>> {
    let Ok(name) = std::env::var("OPEN_GATES_QUESTIONS") else { return Vec::new() };
    let bytes = story::bytes_of_text(&std::fs::read_to_string(name).unwrap());
    story::decode_questions(bytes.leak()).unwrap().rows().to_vec()
}

/// Exports the [real] items, or else the samples, into the folder that `OPEN_GATES_EXPORTS` names.
#[test]
#[ignore = "writes files, for programs outside"]
fn files_for_programs_outside() {
    let folder = std::path::PathBuf::from(std::env::var_os("OPEN_GATES_EXPORTS").unwrap());
    let mut questions = real();
    if questions.is_empty() {
        questions = [every(), with_one_answer()].concat();
    }
    let questions: Vec<&Question<'_>> = questions.iter().collect();
    for (name, export) in [
        ("gift", gift::export(&questions, &about())),
        ("moodle", moodle::export(&questions, &about())),
        ("qti", qti::export(&questions, &about())),
    ] {
        for (file, content) in &export.files {
            if file.ends_with(".xml") {
                parsed(content);
            }
            let path = folder.join(name).join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, content).unwrap();
        }
        println!("{name}: {} files, left out: {:?}", export.files.len(), export.left_out);
    }
}
