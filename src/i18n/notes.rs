//! Words of marks and notes.

use crate::notes::Mark;

/// Words of marks and notes.
pub struct NotesMessages {
    /// Heading of the list of marks and notes.
    pub heading: &'static str,
    /// Marks a passage, or the words selected in it.
    pub mark: &'static str,
    /// Names of kinds of mark.
    pub mark_name: fn(Mark) -> &'static str,

    /// Heading of the dialog for a new mark.
    pub mark_words: &'static str,
    /// Heading of the dialog for a mark that is there.
    pub change_mark: &'static str,
    /// Label of the choice of words.
    pub which_words: &'static str,
    /// The words that are selected.
    pub selected_words: &'static str,
    /// All words of the passage.
    pub whole_passage: &'static str,
    /// "Sentence 2: They met…".
    pub sentence: fn(usize, &str) -> String,
    /// Label of the choice of a kind.
    pub kind: &'static str,
    /// Label of the place for a note.
    pub note: &'static str,
    /// Keeps the mark.
    pub save: &'static str,
    /// Closes the dialog and keeps nothing.
    pub cancel: &'static str,
    /// Said when a mark was kept.
    pub saved: &'static str,
    /// Said where this browser keeps nothing.
    pub blocked: &'static str,
    /// How many marks a passage has.
    pub here: fn(usize) -> String,

    /// How marks are made, where there are none.
    pub none_yet: &'static str,
    /// What the list is for.
    pub introduction: &'static str,
    /// Label of the choice of what is listed.
    pub filter: &'static str,
    /// Lists all.
    pub every_kind: &'static str,
    /// Said where none of a kind are there.
    pub none_of_kind: &'static str,
    /// Said before the marks of a single passage, with its heading.
    pub only_passage: fn(&str) -> String,
    /// Leads to all marks from those of a passage.
    pub show_all: &'static str,
    /// How many are listed.
    pub listed: fn(usize) -> String,
    /// Says that words are of the easy text.
    pub in_easy_words: &'static str,
    /// Changes a mark.
    pub edit: &'static str,
    /// Deletes a mark.
    pub delete: &'static str,
    /// Said when a mark was deleted, with its first words.
    pub deleted: fn(&str) -> String,
    /// Takes back a deletion.
    pub undo: &'static str,
    /// Said when a deletion was taken back.
    pub restored: &'static str,
    /// Heading of marks whose words are gone.
    pub orphans: &'static str,
    /// Says why they are there.
    pub orphans_why: &'static str,
    /// Saves the list as a file.
    pub save_markdown: &'static str,
    /// Name of that file.
    pub file_name: &'static str,
    /// Prints the list.
    pub print: &'static str,
    /// A citation: heading of the passage, title of the chapter, title of the story, edition, address.
    pub citation: fn(&str, &str, &str, &str, &str) -> String,
}

pub(super) static ENGLISH: NotesMessages = NotesMessages {
    heading: "Marks and notes",
    mark: "Mark",
    mark_name: |mark| match mark {
        Mark::Important => "Important",
        Mark::Question => "Question",
        Mark::Evidence => "Evidence",
        Mark::Disagree => "Disagree",
    },
    mark_words: "Mark words",
    change_mark: "Change this mark",
    which_words: "Which words?",
    selected_words: "The words you selected",
    whole_passage: "The whole passage",
    sentence: |number, words| format!("Sentence {number}: {words}"),
    kind: "What kind of mark?",
    note: "Your note, if you like",
    save: "Save",
    cancel: "Cancel",
    saved: "Saved with your marks and notes.",
    blocked: "This browser keeps nothing for us: your marks last until you close the page. Save them as a file first.",
    here: |count| if count == 1 { "1 mark here".to_owned() } else { format!("{count} marks here") },
    none_yet: "Nothing is marked yet. Open a chapter, choose “Mark” below the heading of a passage, and say \
               which words you mean. You can also select words first.",
    introduction: "What you marked, in the order of the story. It stays on this device, and nobody else sees it.",
    filter: "Show",
    every_kind: "Every kind",
    none_of_kind: "None of this kind.",
    only_passage: |heading| format!("Only those in “{heading}.”"),
    show_all: "Show all",
    listed: |count| {
        if count == 1 { "1 mark listed".to_owned() } else { format!("{count} marks listed") }
    },
    in_easy_words: "in easy words",
    edit: "Edit",
    delete: "Delete",
    deleted: |words| format!("Deleted: “{words}”"),
    undo: "Undo",
    restored: "Back again.",
    orphans: "No longer in the text",
    orphans_why: "The text has changed since you marked these words, and they are not in it any more. Your \
                  notes are kept with the words as they were.",
    save_markdown: "Save as Markdown",
    file_name: "open-gates-notes.md",
    print: "Print",
    citation: |passage, chapter, story, edition, address| {
        let mut out = String::new();
        if !passage.is_empty() {
            out.push('“');
            out.push_str(passage);
            out.push_str(",” ");
        }
        for part in [chapter, story] {
            if !part.is_empty() {
                out.push_str(part);
                out.push_str(", ");
            }
        }
        out.push_str("content edition ");
        out.push_str(edition);
        if !address.is_empty() {
            out.push_str(", ");
            out.push_str(address);
        }
        out
    },
};
