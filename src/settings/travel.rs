//! Progress to a file, and from one.

use super::choices::{CHOICES, Choice};
use super::{device, root};
use crate::i18n::of_settings;
use crate::notes::NotesState;
use crate::notes::model::Notes;
use crate::progress::ProgressState;
use crate::progress::file::{self, FileError, LIMIT, SavedFile};
use crate::progress::lines::StoredError;
use crate::progress::model::TakenOver;
use crate::shell::{download, read_text, write};
use js_sys::Date;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// Id of the line that says what became of a file.
pub(crate) const RESULT: &str = "file-result";

/// How much of what a file brought was new.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// Of what was read and answered.
    pub progress: TakenOver,
    /// Marks and notes.
    pub notes: usize,
    /// Settings.
    pub settings: usize,
}

/// Reads the file that was chosen by a control; without one, hands the browser a file.
pub(crate) fn travel(input: Option<HtmlInputElement>, progress: ProgressState, notes: NotesState) {
    match input {
        Some(input) => load(&input, progress, notes),
        None => save(progress, notes),
    }
}

/// Hands the browser a file with all that is to be taken along.
fn save(progress: ProgressState, notes: NotesState) {
    let mut settings = String::new();
    for choice in CHOICES.iter().filter(|choice| root::chosen(choice) != choice.usual) {
        for part in [choice.name, "\t", root::chosen(choice), "\n"] {
            settings.push_str(part);
        }
    }
    let notes = notes.export_text();
    let text = progress.with_untracked(|progress| file::write(progress, &notes, &settings));
    let name = file_name();
    if download(&name, &text).is_some() {
        say(&(of_settings().saved)(&name));
    }
}

/// A name with the date of today, so that files of several days stand beside one another.
fn file_name() -> String {
    let today = Date::new_0();
    let (year, month, day) = (today.get_full_year(), today.get_month() + 1, today.get_date());
    format!("open-gates-progress-{year}-{month:02}-{day:02}.txt")
}

/// Reads the file that was chosen, and takes over what it brings.
fn load(input: &HtmlInputElement, progress: ProgressState, notes: NotesState) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    if file.size() > LIMIT as f64 {
        refuse(FileError::TooLarge);
        input.set_value("");
        return;
    }
    let input = input.clone();
    read_text(&file, move |text| {
        match text.ok_or(FileError::Unreadable).and_then(|text| read(&text)) {
            Ok((saved, brought)) => take_over(&saved, &brought, progress, notes),
            Err(error) => refuse(error),
        }
        // The same file can be chosen again.
        input.set_value("");
    });
}

/// Reads all of a file before anything of it is taken over.
fn read(text: &str) -> Result<(SavedFile, Notes), FileError> {
    let saved = SavedFile::parse(text)?;
    let notes = match saved.notes.as_str() {
        "" => Notes::default(),
        text => Notes::parse(text).map_err(|error| match error {
            StoredError::Newer => FileError::Newer,
            StoredError::Unreadable => FileError::Damaged,
        })?,
    };
    Ok((saved, notes))
}

fn take_over(saved: &SavedFile, brought: &Notes, progress: ProgressState, notes: NotesState) {
    let t = of_settings();
    let new_notes = notes.take_over(brought);
    let brought = Brought {
        progress: progress.take_over(&saved.progress),
        notes: new_notes,
        settings: take_over_settings(&saved.settings),
    };
    let easy: Vec<String> = progress.with_untracked(|it| it.easy.iter().cloned().collect());
    device::show_easy(&easy);
    root::announce_stored();
    let mut words = (t.loaded)(&brought);
    if progress.blocked.get_untracked() || notes.blocked.get_untracked() {
        words.push(' ');
        words.push_str(t.loaded_not_stored);
    }
    say(&words);
}

/// Takes up settings where nothing was chosen here, and says how many.
fn take_over_settings(brought: &[(String, String)]) -> usize {
    let mut taken = 0;
    for (name, value) in brought {
        let Some(choice) = Choice::named(name) else { continue };
        let value = choice.value(Some(value));
        if value != choice.usual && root::chosen(choice) == choice.usual {
            root::choose(choice, value);
            taken += 1;
        }
    }
    taken
}

fn refuse(error: FileError) {
    say((of_settings().refused)(error));
}

fn say(words: &str) {
    write(RESULT, words);
}
