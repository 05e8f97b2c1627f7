//! Words of settings.

use crate::progress::file::FileError;
use crate::settings::{Brought, Kept};

/// Words of settings.
pub struct SettingsMessages {
    /// Heading of the settings, and the link to them.
    pub heading: &'static str,
    /// Says what choosing does.
    pub introduction: &'static str,
    /// Words of each choice, in the order of `settings::CHOICES`.
    pub choices: [ChoiceWords; 7],
    /// Label of the text that shows what the choices do.
    pub sample: &'static str,
    /// Takes all choices back.
    pub reset: &'static str,
    /// Said when all choices were taken back.
    pub reset_done: &'static str,

    /// Heading of what is kept.
    pub kept: &'static str,
    /// Says where it is kept.
    pub kept_introduction: &'static str,
    /// Said where nothing is kept.
    pub kept_nothing: &'static str,
    /// Said in its place where the browser lets the page keep nothing.
    pub cannot_keep: &'static str,
    /// A thing that is kept, in words; of a place, the heading of its passage.
    pub kept_item: fn(&Kept) -> String,
    /// Opens the question whether to clear everything.
    pub clear: &'static str,
    /// That question.
    pub clear_question: &'static str,
    /// Before the list of what goes.
    pub clear_list: &'static str,
    /// Says what clearing means.
    pub clear_warning: &'static str,
    /// Clears.
    pub clear_yes: &'static str,
    /// Does not.
    pub clear_no: &'static str,
    /// Said when everything was cleared, before the list of what it was.
    pub cleared: &'static str,
    /// Said where the browser did not let everything be cleared.
    pub not_cleared: &'static str,

    /// Heading of the file.
    pub file: &'static str,
    /// Says what the file is for.
    pub file_introduction: &'static str,
    /// Saves the file.
    pub save: &'static str,
    /// Said when the file was handed to the browser: its name.
    pub saved: fn(&str) -> String,
    /// Label of the choice of a file.
    pub load: &'static str,
    /// Said when a file was read: what of it was new.
    pub loaded: fn(&Brought) -> String,
    /// Said where what was read can't be stored.
    pub loaded_not_stored: &'static str,
    /// Why a file is refused.
    pub refused: fn(FileError) -> &'static str,
}

/// Words of one choice.
pub struct ChoiceWords {
    /// What is chosen.
    pub legend: &'static str,
    /// Names of the values.
    pub labels: &'static [&'static str],
    /// What is good to know of it, if anything.
    pub hint: &'static str,
}

pub(super) static ENGLISH: SettingsMessages = SettingsMessages {
    heading: "Settings",
    introduction: "Each choice takes effect at once, and is kept on this device.",
    choices: [
        ChoiceWords {
            legend: "Type size",
            labels: &["90 %", "100 %", "115 %", "130 %", "150 %"],
            hint: "",
        },
        ChoiceWords {
            legend: "Space between lines",
            labels: &["Normal", "Wide", "Widest"],
            hint: "",
        },
        ChoiceWords {
            legend: "Space between letters",
            labels: &["Normal", "Wide", "Widest"],
            hint: "",
        },
        ChoiceWords {
            legend: "Typeface",
            labels: &["The book’s own", "Easier to tell letters apart", "Your system’s plain one"],
            hint: "The second is for readers with dyslexia. No such typeface comes with this page, to \
                   keep it small: it uses OpenDyslexic, Atkinson Hyperlegible or Lexend if this device \
                   has one of them, otherwise Verdana or the like, and sets letters and words wider \
                   apart.",
        },
        ChoiceWords {
            legend: "Colors",
            labels: &["As your system", "Light", "Dark", "High contrast"],
            hint: "",
        },
        ChoiceWords { legend: "Motion", labels: &["As your system", "None"], hint: "" },
        ChoiceWords {
            legend: "The key / opens the search",
            labels: &["Yes", "No"],
            hint: "“No” is for those who speak to their device, or whose keys are pressed by chance.",
        },
    ],
    sample: "How the text looks now",
    reset: "Back to the way it was",
    reset_done: "All settings are back to the way they were at first.",

    kept: "What is kept on this device",
    kept_introduction: "This page sends nothing anywhere. What it remembers stays in this browser, and \
                        whoever uses this browser can see it.",
    kept_nothing: "Nothing yet.",
    cannot_keep: "Nothing, and nothing can be: this browser does not let the page keep anything. What you \
                  do here lasts until you close the page.",
    kept_item: |kept| match kept {
        Kept::Passages(count) => counted(*count, "passage read", "passages read"),
        Kept::Place(heading) => ["Where you stopped: ", heading].concat(),
        Kept::Answers(count) => counted(*count, "question answered", "questions answered"),
        Kept::Papers(count) => counted(*count, "paper", "papers"),
        Kept::Review(count) => {
            counted(*count, "question that comes up again", "questions that come up again")
        }
        Kept::Easy(count) => counted(*count, "chapter in easier words", "chapters in easier words"),
        Kept::Notes(count) => counted(*count, "mark or note", "marks and notes"),
        Kept::Settings(count) => counted(*count, "setting of yours", "settings of yours"),
        Kept::Unreadable => "Progress that this page can’t read, set aside".to_owned(),
        Kept::Other(count) => counted(*count, "other thing", "other things"),
    },
    clear: "Clear everything …",
    clear_question: "Clear everything?",
    clear_list: "This will be gone from this device:",
    clear_warning: "It can’t be undone. If you may want it back, save it as a file first.",
    clear_yes: "Clear everything",
    clear_no: "Keep it",
    cleared: "Cleared from this device:",
    not_cleared: "This browser did not let the page clear what it keeps.",

    file: "Take my progress with me",
    file_introduction: "Save what you have read, answered, marked and set as a file, and load it on \
                        another device or another day. Loading adds to what is here. It takes nothing \
                        away.",
    save: "Save as a file",
    saved: |name| ["Saved as ", name, ", where this browser keeps downloads."].concat(),
    load: "Load a file",
    loaded: |brought| {
        let counts = [
            (brought.progress.passages, "passage read", "passages read"),
            (brought.progress.answers, "answer", "answers"),
            (brought.progress.easy, "chapter in easier words", "chapters in easier words"),
            (brought.notes, "mark or note", "marks and notes"),
            (brought.settings, "setting", "settings"),
        ];
        let mut words = String::new();
        for (count, one, many) in counts {
            if count > 0 {
                words.push_str(if words.is_empty() { "Taken over: " } else { ", " });
                words.push_str(&counted(count, one, many));
            }
        }
        words.push_str(if words.is_empty() {
            "All that is in this file was here already."
        } else {
            "."
        });
        words
    },
    loaded_not_stored: "This browser can’t keep all of it: it will be gone when the page is closed.",
    refused: |error| match error {
        FileError::TooLarge => {
            "This file is too large to be one that this page saved. Nothing was changed."
        }
        FileError::NotOurs => "This is not a file that this page saved. Nothing was changed.",
        FileError::Newer => {
            "A newer version of this page saved this file, and this one can’t read it. Nothing was changed."
        }
        FileError::Cut => "The end of this file is missing. Nothing was changed.",
        FileError::Damaged => "This file was changed since it was saved. Nothing was changed here.",
        FileError::Unreadable => "This browser could not read the file. Nothing was changed.",
    },
};

fn counted(count: usize, one: &str, many: &str) -> String {
    [count.to_string().as_str(), " ", if count == 1 { one } else { many }].concat()
}
