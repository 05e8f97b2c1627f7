//! Words of the quiz beyond those that stand in the page from the start.

use quiz::export::Why;
use quiz::paper::KINDS;
use quiz::{CodeError, Mix, PaperError, Reason, Refusal, Sum, Sure};
use story::Bearing;

/// Words of the quiz.
///
/// Apart from the other messages, since they come with the quiz.
pub struct QuizMessages {
    /// How pairs are matched.
    pub match_pairs: &'static str,
    /// How blanks are filled.
    pub fill_blanks: &'static str,
    /// How sources are weighed.
    pub weigh: &'static str,
    /// How figures are estimated.
    pub estimate: &'static str,
    /// How an answer in one's own words is given.
    pub own_words: &'static str,
    /// First choice of a list, which stands for none.
    pub choose: &'static str,
    /// Names a blank by its number from 1.
    pub blank: fn(usize) -> String,
    /// How a source bears on a claim.
    pub bearing: fn(Bearing) -> &'static str,
    /// Leads to a source.
    pub the_source: &'static str,
    /// Tells the lines of the chart apart.
    pub chart_key: &'static str,
    /// "counted: 34,733", with whether that is doubtful.
    pub counted: fn(u32, bool) -> String,
    /// Label of the place for one's own words.
    pub answer: &'static str,
    /// Says what a hint costs.
    pub hint_costs: &'static str,
    /// Shows the rubric.
    pub compare: &'static str,
    /// Heads the rubric.
    pub rubric: &'static str,
    /// Hands in what one found.
    pub note_found: &'static str,
    /// Says how much of the rubric was found.
    pub found: fn(u32, u32) -> String,
    /// Says why an answer was not taken.
    pub refused: fn(Refusal) -> &'static str,

    /// Names the ways to use the quiz.
    pub modes: &'static str,
    /// Practice, with what is said of each answer at once.
    pub practice: &'static str,
    /// A paper, of which nothing is said until it is handed in.
    pub paper: &'static str,
    /// What was missed, again.
    pub review: fn(usize) -> String,
    /// Heads practice in one chapter.
    pub chapter_check: fn(&str) -> String,
    /// Heads practice of what one passage settles.
    pub passage_check: fn(&str) -> String,
    /// Said where the address names an item that there is not, before the one that is shown.
    pub no_item: fn(&str) -> String,
    /// Said where the address names a chapter or a passage of which nothing is asked.
    pub no_items: fn(&str) -> String,
    /// Leads from there to all items.
    pub all_items: &'static str,

    /// Heads the making of a paper.
    pub new_paper: &'static str,
    /// Says what a paper is.
    pub about_papers: &'static str,
    /// Label of the number of questions.
    pub how_many: &'static str,
    /// Label of how hard they are.
    pub how_hard: &'static str,
    /// How hard questions are together.
    pub mix: fn(Mix) -> &'static str,
    /// Label of the choice of chapters.
    pub which_chapters: &'static str,
    /// Label of the choice of types.
    pub which_types: &'static str,
    /// Says that nothing chosen is everything.
    pub none_is_all: &'static str,
    /// The types of questions, in the order of [`KINDS`].
    pub kinds: [&'static str; KINDS.len()],
    /// Makes the paper.
    pub make_paper: &'static str,
    /// Label of the place for a code.
    pub have_code: &'static str,
    /// Label of the place for a student's number.
    pub own_number: &'static str,
    /// Says that something else was typed there.
    pub no_number: &'static str,
    /// Heads the place where a student types the number.
    pub own_paper: &'static str,
    /// Says how a student comes to a paper of their own.
    pub about_own_paper: &'static str,
    /// Opens the paper of a code.
    pub open_paper: &'static str,
    /// Says that no question is of that sort.
    pub no_such_questions: &'static str,
    /// Says what is wrong with a code.
    pub wrong_code: fn(PaperError) -> String,
    /// Says that a code is from another edition.
    pub other_edition: &'static str,
    /// "Paper 2A1V-Y004-T0SM".
    pub paper_named: fn(&str) -> String,
    /// Names the list of a paper's questions.
    pub questions_of_paper: &'static str,
    /// Names a question in that list: its number, and whether it is answered.
    pub question_in_list: fn(usize, bool) -> String,
    /// Label of how sure one is.
    pub how_sure: &'static str,
    /// How sure one is.
    pub sure: fn(Sure) -> &'static str,
    /// Hands in the paper.
    pub hand_in: &'static str,
    /// Hands in the paper with gaps.
    pub hand_in_anyway: &'static str,
    /// Says which questions have no answer yet.
    pub not_answered: fn(&[usize]) -> String,
    /// Says that no answer was given.
    pub no_answer: &'static str,

    /// Heads the result.
    pub result: &'static str,
    /// Says what the paper came to.
    pub came_to: fn(Sum) -> String,
    /// Says what the reader found in answers in own words.
    pub judged: fn(Sum) -> String,
    /// Heads of the tables: questions right, points, percent.
    pub columns: [&'static str; 3],
    /// Heads the table by chapter.
    pub by_chapter: &'static str,
    /// Heads the table by type.
    pub by_kind: &'static str,
    /// Heads the table by how sure the reader was.
    pub by_sure: &'static str,
    /// Says what that table is for.
    pub about_sure: &'static str,
    /// Heads the passages to read again.
    pub reread: &'static str,
    /// Heads the questions one by one.
    pub each_question: &'static str,
    /// Leads back to the result.
    pub to_result: &'static str,
    /// Prints the result.
    pub print: &'static str,
    /// Makes another paper of the same sort.
    pub another: &'static str,
    /// Begins the same paper anew, without the answers.
    pub once_more: &'static str,
    /// Asks for that once more, since the answers go.
    pub forget_answers: &'static str,

    /// Opens what is needed to give a paper to a class.
    pub give_paper: &'static str,
    /// Says how a class gets it.
    pub about_giving: &'static str,
    /// Gives each student a paper of their own.
    pub each_their_own: &'static str,
    /// Says how that is done.
    pub about_numbers: &'static str,
    /// Label of its address.
    pub address: &'static str,
    /// Names the same as a QR code.
    pub qr: &'static str,
    /// Names the code of a result as a QR code.
    pub qr_of_code: &'static str,
    /// Heads the result as a code.
    pub for_teacher: &'static str,
    /// Says what the code of a result holds.
    pub about_result_codes: &'static str,
    /// Label of the place for a name or number.
    pub who: &'static str,
    /// Makes the code of a result.
    pub make_code: &'static str,
    /// Says that a name or number is missing.
    pub no_who: &'static str,
    /// Names the code, for whom it is.
    pub code_of: fn(&str) -> String,
    /// Copies the code.
    pub copy_code: &'static str,
    /// Says that the browser does not copy.
    pub copy_by_hand: &'static str,

    /// Names the class desk.
    pub desk: &'static str,
    /// Says what the class desk is.
    pub about_desk: &'static str,
    /// Label of the place for codes.
    pub codes: &'static str,
    /// Label of the choice of files with codes.
    pub code_files: &'static str,
    /// Reads the codes.
    pub read_codes: &'static str,
    /// Stands in the place of that while codes are read.
    pub stop_reading: &'static str,
    /// Says that they were not read to the end.
    pub reading_stopped: &'static str,
    /// Says how much of them was read, in percent.
    pub reading: fn(usize) -> String,
    /// Shown where files can be dropped.
    pub drop_here: &'static str,
    /// Says how many results and problems there are.
    pub desk_read: fn(usize, usize) -> String,
    /// Heads the results.
    pub class_results: &'static str,
    /// Heads some of them, where there are many, by the numbers of the first and the last.
    pub results_from_to: fn(usize, usize) -> String,
    /// Heads of that table.
    pub class_columns: [&'static str; 6],
    /// Head of the codes of papers in it, where there are several.
    pub paper_column: &'static str,
    /// Heads of the same as a file.
    pub file_columns: [&'static str; 9],
    /// Saves the results.
    pub save_table: &'static str,
    /// Saves them for other programs.
    pub save_json: &'static str,
    /// Says that a file is too large to be read.
    pub file_too_large: fn(&str) -> String,
    /// Says that a file can't be read as text.
    pub file_unreadable: fn(&str) -> String,
    /// Heads what was wrong with lines.
    pub problems: &'static str,
    /// "Line 3: …".
    pub problem: fn(usize, Reason) -> String,
    /// Heads what answers say of the questions.
    pub analysis: &'static str,
    /// Says how to read that.
    pub about_analysis: &'static str,
    /// Heads of that table.
    pub analysis_columns: [&'static str; 5],
    /// Saves it, with what was chosen.
    pub save_analysis: &'static str,
    /// Heads of that file.
    pub analysis_file_columns: [&'static str; 10],
    /// Heads what was chosen.
    pub chosen: &'static str,
    /// Says how to read that.
    pub about_chosen: &'static str,
    /// Heads of the options of a question.
    pub chosen_columns: [&'static str; 2],
    /// Heads of the parts of a question: the part, how often it was right, what was given instead; and
    /// in place of these two, how often it was found.
    pub part_columns: [&'static str; 4],
    /// Stands beside an option that holds.
    pub right_answer: &'static str,
    /// Names a place in an order by its number from 1.
    pub place: fn(usize) -> String,
    /// "no answer (3)".
    pub counted_left: fn(u32) -> String,
    /// Heads the passages to teach again.
    pub reteach: &'static str,

    /// Opens what makes files of the questions.
    pub export: &'static str,
    /// Says what such files are for.
    pub about_export: &'static str,
    /// Label of the choice of a format.
    pub format: &'static str,
    /// Label of the place for the code of a paper.
    pub export_paper: &'static str,
    /// Saves the file.
    pub save_questions: &'static str,
    /// Stands in a file before the address of the passage that settles a question.
    pub settled_in: &'static str,
    /// Stands in a file before what a good answer touches.
    pub good_answer: &'static str,
    /// Says how many questions a file holds, of how many.
    pub exported: fn(usize, usize) -> String,
    /// Says that a file lacks the names of sources.
    pub without_sources: &'static str,
    /// Says why a question is not in a file.
    pub left_out: fn(Why) -> &'static str,
    /// Says that the browser does not save files.
    pub not_saved: &'static str,

    /// Says what review is.
    pub about_review: &'static str,
    /// Says that nothing is due, and when something will be.
    pub nothing_due: fn(Option<i32>) -> String,
    /// Says how many are due.
    pub due: fn(usize) -> String,
    /// Heads what comes up later.
    pub coming: &'static str,
    /// Says in how many days something comes up.
    pub in_days: fn(i32) -> String,
}

/// The words in English.
pub(super) static ENGLISH: QuizMessages = QuizMessages {
    match_pairs: "Find the partner of each.",
    fill_blanks: "Choose a word for each blank. Some words are left over.",
    weigh: "For each source, say how it bears on the statement.",
    estimate: "Draw across the chart, or type a number for each year.",
    own_words: "Write as much as you need. Then compare it yourself with what a good answer touches.",
    choose: "Choose…",
    blank: |number| format!("Blank {number}"),
    bearing: |bearing| match bearing {
        Bearing::Supports => "supports it",
        Bearing::Disagrees => "disagrees with it",
        Bearing::Silent => "says nothing about it",
    },
    the_source: "the source",
    chart_key: "Dashed: your estimate. Solid, once you have handed it in: what was counted.",
    counted: |count, doubtful| {
        let count = super::en::thousands(count);
        if doubtful {
            format!("counted: {count}, a doubtful figure")
        } else {
            format!("counted: {count}")
        }
    },
    answer: "Your answer",
    hint_costs: "With a hint, the question comes up again in review.",
    compare: "Compare with what a good answer touches",
    rubric: "What a good answer touches. Tick what you find in yours.",
    note_found: "Note what I found",
    found: |points, out_of| format!("You found {points} of {out_of} points in your answer."),
    refused: |refusal| match refusal {
        Refusal::Incomplete => "Something is still missing: give an answer everywhere.",
        Refusal::NoNumber => "Give whole numbers, without a comma or a point.",
        Refusal::UnknownOption | Refusal::OtherKind => "This answer can’t be read. Choose again.",
    },

    modes: "Ways to use the quiz",
    practice: "Practice",
    paper: "Paper",
    review: |due| if due == 0 { "Review".to_owned() } else { format!("Review ({due})") },
    chapter_check: |chapter| format!("Questions of the chapter “{chapter}”."),
    passage_check: |passage| format!("Questions that the passage “{passage}” settles."),
    no_item: |item| {
        format!("This edition has no question “{item}”. Here is one that you may not know yet.")
    },
    no_items: |part| format!("This edition asks nothing about “{part}”."),
    all_items: "Questions of all chapters",

    new_paper: "A paper of your own",
    about_papers: "A paper asks first and answers at the end. The same code gives the same paper on every \
                   device, also without a network. What you answer is kept, so you can stop and go on.",
    how_many: "How many questions",
    how_hard: "How hard",
    mix: |mix| match mix {
        Mix::Any => "as it comes",
        Mix::Easier => "rather easy",
        Mix::Balanced => "balanced",
        Mix::Harder => "rather hard",
    },
    which_chapters: "Chapters",
    which_types: "Types of questions",
    none_is_all: "Where nothing is ticked, all take part.",
    kinds: [
        "choose one",
        "choose several",
        "put in order",
        "find partners",
        "find on the map",
        "estimate",
        "fill blanks",
        "weigh sources",
        "own words",
    ],
    make_paper: "Make a paper",
    have_code: "Or type the code of a paper",
    own_number: "Your number in class, if you were given one",
    no_number: "Type your number in class: from 1 to 4095, in digits.",
    own_paper: "Your own paper",
    about_own_paper: "Type the number that your teacher gave you. It makes a paper of your own from the code of \
                      your class, the same on every device.",
    open_paper: "Open the paper",
    no_such_questions: "No question is of these chapters and types. Tick more of them.",
    wrong_code: |error| {
        match error {
        PaperError::Code(CodeError::Empty) => "Type a code first.".to_owned(),
        PaperError::Code(CodeError::Character { at, found }) => {
            format!("“{found}”, the character number {}, is in no code. Compare it once more.", at + 1)
        }
        PaperError::Code(CodeError::Check | CodeError::TooLong) => {
            "This is not a whole code: a character is wrong, missing or too many. Compare it once more.".to_owned()
        }
        PaperError::Newer => "This code is of a newer version of this page. Load the page anew.".to_owned(),
        PaperError::Unreadable => "This is a code, but not that of a paper.".to_owned(),
    }
    },
    other_edition: "This code was made for another edition of the questions, so it can’t give the same paper \
                    here. Ask for a new code, or open the edition that it was made for.",
    paper_named: |code| format!("Paper {code}"),
    questions_of_paper: "Questions of the paper",
    question_in_list: |number, answered| {
        format!("Question {number}, {}", if answered { "answered" } else { "not answered" })
    },
    how_sure: "How sure are you? (You need not say.)",
    sure: |sure| match sure {
        Sure::Guess => "a guess",
        Sure::Rather => "rather sure",
        Sure::Quite => "quite sure",
    },
    hand_in: "Hand in the paper",
    hand_in_anyway: "Hand in with gaps",
    not_answered: |numbers| {
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        format!("Not answered yet: {}.", numbers.join(", "))
    },
    no_answer: "Not answered.",

    result: "Your result",
    came_to: |sum| {
        format!(
            "{} of {} points, {} percent; {} of {} questions fully right.",
            sum.points,
            sum.out_of,
            sum.percent(),
            sum.right,
            sum.items
        )
    },
    judged: |sum| {
        format!(
            "In your own words: {} of {} points that you found yourself, not counted above.",
            sum.points, sum.out_of
        )
    },
    columns: ["Right", "Points", "Percent"],
    by_chapter: "By chapter",
    by_kind: "By type",
    by_sure: "By how sure you were",
    about_sure: "Who knows well what they know is right more often where they are sure.",
    reread: "Worth reading again",
    each_question: "Question by question",
    to_result: "Back to the result",
    print: "Print the result",
    another: "Another paper like this one",
    once_more: "Begin this paper anew",
    forget_answers: "Yes, forget my answers and begin anew",

    give_paper: "Give this paper to a class",
    about_giving: "Whoever opens its address, or types its code at Quiz, Paper, gets these very questions, in the \
                   single file and without a network too. At the end each student makes a code of the result, and \
                   the class desk reads them all.",
    each_their_own: "Each student a paper of their own, by number",
    about_numbers: "Give each student a number. At this address, or at Quiz, Paper, they type it with the code; \
                    each number has a paper of the same sort with other questions. Nobody has to keep a list.",
    address: "Address",
    qr: "QR code of this address",
    qr_of_code: "The same code for a camera: a QR code",
    for_teacher: "For your teacher",
    about_result_codes: "A code holds this paper, your name or number, your answers and the minutes you took, and \
                         nothing else; words of your own stay here. It leaves this device only when you hand it over.",
    who: "Your number, or your name in up to 12 letters",
    make_code: "Make the code",
    no_who: "Type a number from 1 to 4095, or a name in Latin letters.",
    code_of: |who| format!("The code of {who}"),
    copy_code: "Copy the code",
    copy_by_hand: "The code is selected: copy it by hand.",

    desk: "Class desk",
    about_desk: "For teachers: paste the codes that students handed in, one or more on a line, with whatever stands \
                 beside them. All of it stays on this device, and goes when the page is closed.",
    codes: "Codes of your class",
    code_files: "Or choose files with codes, or a table that was saved here. You can also drop them on this form",
    read_codes: "Read the codes",
    stop_reading: "Stop reading",
    reading_stopped: "Stopped. Nothing was read.",
    reading: |percent| format!("Reading: {percent} %"),
    drop_here: "Drop the files here",
    desk_read: |count, problems| {
        let results = if count == 1 { "1 result".to_owned() } else { format!("{count} results") };
        match (count, problems) {
            (0, 0) => "There is no code in it.".to_owned(),
            (_, 0) => format!("{results}, nothing wrong."),
            (_, 1) => format!("{results}; something is to be said of 1 line."),
            (_, problems) => format!("{results}; something is to be said of {problems} lines."),
        }
    },
    class_results: "Results",
    results_from_to: |from, to| format!("Results {from} to {to}"),
    class_columns: ["Student", "Points", "Percent", "Own words", "Minutes", "Beside the code"],
    paper_column: "Paper",
    file_columns: [
        "student",
        "minutes",
        "paper",
        "points",
        "out of",
        "own words",
        "out of",
        "beside",
        "code",
    ],
    save_table: "Save as a table (CSV)",
    save_json: "Save for other programs (JSON)",
    file_too_large: |name| {
        format!(
            "“{name}” is larger than 8 megabytes and was not read. Choose a file with codes in it."
        )
    },
    file_unreadable: |name| {
        format!(
            "“{name}” could not be read as text. Save the codes as plain text, CSV or JSON, and choose that."
        )
    },
    problems: "Lines to look at",
    problem: |line, reason| {
        let reason = match reason {
            Reason::NoCode => "no code in it".to_owned(),
            Reason::Damaged { stray: None } => "a code that was mistyped or cut".to_owned(),
            Reason::Damaged { stray: Some(stray) } => format!(
                "a code that was mistyped or cut: “{}”, character number {} of the line, is in no code",
                stray.found,
                stray.at + 1
            ),
            Reason::Newer => "a code of a newer version of this page".to_owned(),
            Reason::NotAResult => "the code of a paper, not of a result".to_owned(),
            Reason::OtherEdition => "a code from another edition of the questions".to_owned(),
            Reason::Unreadable => "a code that makes no sense".to_owned(),
            Reason::LongLine => "too long to be read".to_owned(),
            Reason::TooMany { lines } => {
                format!("this and what follows, {lines} in all, are too many to be read")
            }
            Reason::Replaced { by } => {
                format!("replaced by the same student’s later result in line {by}")
            }
            Reason::Repeated { of } => format!("the same as line {of}"),
            Reason::SameName { of } => format!(
                "the same name or number as line {of}, with other words beside the code; both results stay, so \
                 check whose they are"
            ),
        };
        format!("Line {line}: {reason}")
    },
    analysis: "Question by question",
    about_analysis: "Difficulty is the part of the points that the class earned. Discrimination says whether those who \
                     did well otherwise did well here: near 100 they did, near 0 it tells nothing, and below 0 look at \
                     the question.",
    analysis_columns: [
        "Question",
        "Answers",
        "Difficulty, %",
        "Discrimination",
        "Most chosen wrong answer",
    ],
    save_analysis: "Save the analysis (CSV)",
    analysis_file_columns: [
        "question",
        "asks",
        "papers",
        "answers",
        "difficulty",
        "discrimination",
        "part",
        "answer",
        "right",
        "chosen",
    ],
    chosen: "What was chosen",
    about_chosen: "How often each answer was given. Open are the questions with which the class earned less than \
                   half of the points.",
    chosen_columns: ["Answer", "Chosen by"],
    part_columns: ["Part: right answer", "Right", "Given instead", "Found by"],
    right_answer: "right answer",
    place: |number| format!("Place {number}"),
    counted_left: |count| format!("no answer ({count})"),
    reteach: "Worth teaching again",

    export: "Questions for a learning platform",
    about_export: "A file that Moodle, Canvas and others take in. What a format can’t carry is named when the file \
                   is saved.",
    format: "Format",
    export_paper: "Code of a paper (all questions where none is typed)",
    save_questions: "Save the questions",
    settled_in: "Settled in",
    good_answer: "A good answer touches:",
    exported: |carried, all| format!("Saved: {carried} of {all} questions"),
    without_sources: "Names of sources could not be loaded, and are not in the file. Save it again later to have them.",
    left_out: |why| match why {
        Why::NoType => "the format has no such type",
        Why::NeedsMap => "it needs the map",
        Why::SeveralAnswers => "the format has one answer to a question",
        Why::TooManyOptions => "the format can’t part points among so many options",
        Why::OneRight => "the format can’t give one of several boxes all points",
        Why::NoKey => "no option is right",
    },
    not_saved: "The browser did not save the file. Allow downloads for this page and try again.",

    about_review: "What you missed, or got right with a hint, comes up again after a day, and then, when you get it right, after 3, 7, 16 \
                   and 35 days.",
    nothing_due: |days| match days {
        None => "You have missed nothing so far.".to_owned(),
        Some(1) => "Nothing is due today. Something comes up again tomorrow.".to_owned(),
        Some(days) => format!("Nothing is due today. Something comes up again in {days} days."),
    },
    coming: "What comes up later",
    in_days: |days| if days == 1 { "tomorrow".to_owned() } else { format!("in {days} days") },
    due: |count| {
        if count == 1 {
            "One question is due.".to_owned()
        } else {
            format!("{count} questions are due.")
        }
    },
};
