//! Words of sheets on paper.

use story::Task;

/// Words of sheets on paper.
pub struct SheetMessages {
    /// Heads the making of sheets.
    pub sheets: &'static str,
    /// Says what can be made.
    pub about: &'static str,
    /// Label of the place for the code of a paper.
    pub code: &'static str,
    /// Label of the first number.
    pub from: &'static str,
    /// Label of the last number.
    pub to: &'static str,
    /// Says what numbers do.
    pub about_numbers: &'static str,
    /// Says that numbers are not as they must be.
    pub wrong_numbers: &'static str,
    /// Label of the choice of sheets.
    pub which: &'static str,
    /// Sheets to be answered.
    pub worksheets: &'static str,
    /// The same in large print.
    pub large: &'static str,
    /// What is right.
    pub key: &'static str,
    /// Heads text to be read.
    pub reading: &'static str,
    /// The text of the passages that settle a paper.
    pub text: &'static str,
    /// The same in easier words.
    pub easy: &'static str,
    /// Events to be put in order by hand.
    pub cards: &'static str,
    /// Says that nothing was chosen.
    pub nothing: &'static str,
    /// Makes the sheets.
    pub make: &'static str,
    /// Prints them.
    pub print: &'static str,
    /// Says how many there are.
    pub made: fn(usize) -> String,
    /// Says that events have not come.
    pub no_events: &'static str,
    /// Before the place for a name.
    pub name: &'static str,
    /// Before the place for a date.
    pub date: &'static str,
    /// "No. 7".
    pub number: fn(u32) -> String,
    /// Before the place for points, of so many.
    pub out_of: fn(u32) -> String,
    /// Heads what is right for a paper.
    pub key_heading: &'static str,
    /// Heads the ways to the passages that settle it.
    pub settled: &'static str,
    /// Says that the map stands at a question before.
    pub map_before: fn(usize) -> String,
    /// How many points a question has.
    pub points: fn(u32) -> String,
    /// How a question is answered on paper.
    pub instruction: fn(&Task<'_>) -> &'static str,
    /// Heads of the table of what is right.
    pub key_columns: [&'static str; 4],
    /// Names a QR code that leads to a paper.
    pub qr_of_paper: &'static str,
    /// Names a QR code that leads to a passage.
    pub qr_of: fn(&str) -> String,
    /// Names the drawing with numbers.
    pub numbered_map: &'static str,
    /// Heads the cards.
    pub cards_heading: &'static str,
    /// Says what to do with them.
    pub about_cards: &'static str,
    /// Heads the sheet that says when each happened.
    pub cards_key: &'static str,
    /// Leads to sheets for each student.
    pub each_student: &'static str,
    /// Heads of the table of what a student answered.
    pub student_columns: [&'static str; 4],
    /// Says that nothing was answered.
    pub no_answer: &'static str,
    /// Other sheets there are.
    pub others: &'static str,
    /// Leads to the maps.
    pub to_maps: &'static str,
    /// Leads to the text.
    pub to_text: &'static str,
    /// A number with its thousands set apart.
    pub figure: fn(u32) -> String,
}

/// The words in English.
pub(super) static ENGLISH: SheetMessages = SheetMessages {
    sheets: "Sheets for paper",
    about: "A paper as worksheets, in large print too, with its key and the text to read for it, and the story’s \
            events as cards to be put in order. Worksheet, key and screen show options in the same order.",
    code: "Code of the paper",
    from: "From student number",
    to: "to number",
    about_numbers: "With numbers, each student’s sheet is the paper of that number. Without, all have the same.",
    wrong_numbers: "Type whole numbers from 1 to 4095, the smaller first, for at most 60 students.",
    which: "Sheets",
    worksheets: "worksheets",
    large: "worksheets in large print",
    key: "answer key",
    cards: "timeline cards",
    reading: "To read",
    text: "text to read",
    easy: "text to read, in easier words",
    nothing: "Tick at least one kind of sheet.",
    make: "Make the sheets",
    print: "Print them",
    made: |sheets| if sheets == 1 { "1 sheet".to_owned() } else { format!("{sheets} sheets") },
    no_events: "The events could not be loaded, so there are no cards. Try again in a moment.",
    name: "Name",
    date: "Date",
    number: |number| format!("No. {number}"),
    out_of: |points| format!("Points, of {points}"),
    key_heading: "Answer key",
    settled: "Where it is settled",
    map_before: |number| format!("Use the map at question {number}."),
    points: |points| if points == 1 { "1 point".to_owned() } else { format!("{points} points") },
    instruction: |task| match task {
        Task::ChooseOne { .. } => "Tick one.",
        Task::ChooseSeveral { .. } => "Tick all that hold.",
        Task::Order { .. } => "Write the letters in the right order.",
        Task::Match { .. } => "Write the letter of its partner beside each number.",
        Task::FindOnMap { .. } => "Write the number that the group has on the map.",
        Task::Estimate { .. } => "Draw the line, then write a number for each year.",
        Task::WordBank { .. } => "Write a letter on each line. Some words are left over.",
        Task::WeighSources { .. } => {
            "Write beside each source the letter of how it bears on the statement."
        }
        Task::Open { .. } => "Write in your own words.",
    },
    key_columns: ["Question", "Answer", "Points", "Settled in"],
    qr_of_paper: "QR code of this paper",
    qr_of: |heading| format!("QR code of the passage “{heading}”"),
    numbered_map: "Map of the United States with a number at each group",
    cards_heading: "Timeline cards",
    about_cards: "Cut along the lines, shuffle, and lay the cards in order.",
    cards_key: "When it happened",
    each_student: "A sheet for each student",
    student_columns: ["Question", "Answered", "Right", "Points"],
    no_answer: "no answer",
    others: "Other sheets:",
    to_maps: "maps with names or blank",
    to_text: "the text, full or in easier words, from any chapter",
    figure: super::en::thousands,
};
