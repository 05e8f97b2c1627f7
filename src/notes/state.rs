//! Marks and notes as live state, and where they are stored.

use super::anchor;
use super::entry::{Entry, Found, sorted};
use super::model::{Note, Notes};
use crate::content::story;
use crate::passages::ElementText;
use crate::progress::{NOTES_KEY, read_or_set_aside, read_setting, write_setting};
use crate::shell::events::elements;
use crate::widgets::sorted_by;
use leptos::prelude::*;
use web_sys::Element;

/// Where so many are lost already, as a strange file may bring them, the others are sought only where
/// they were: to look through the whole story for each of thousands would take minutes.
const MOST_LOST: usize = 50;

/// The reader's marks and notes, shared by the views through a context.
#[derive(Clone, Copy)]
pub struct NotesState {
    notes: RwSignal<Notes>,
    /// Whether the last attempt to store failed.
    pub blocked: RwSignal<bool>,
    /// Where notes were found, by id: the story stays the same as long as the page lives.
    found: StoredValue<Vec<(String, Option<Found>)>>,
}

impl NotesState {
    /// What is stored on this device, in the context of the current owner.
    pub fn provide() -> Self {
        let state = Self {
            notes: RwSignal::new(stored().unwrap_or_default()),
            blocked: RwSignal::new(false),
            found: StoredValue::new(Vec::new()),
        };
        provide_context(state);
        state
    }

    /// What another tab stored meanwhile; where it cleared everything, nothing is left here either.
    pub fn take_over_from_other_tab(self) {
        if let Some(stored) = stored() {
            self.notes.update(|notes| notes.merge(&stored));
            if let Some(both) = self.notes.with_untracked(|notes| notes.to_be_stored_with(stored)) {
                write_setting(NOTES_KEY, &both);
            }
        } else if read_setting(NOTES_KEY).is_none() && !self.blocked.get_untracked() {
            self.forget();
        }
    }

    /// The notes, tracked.
    pub fn with<T>(self, read: impl FnOnce(&Notes) -> T) -> T {
        self.notes.with(read)
    }

    /// All marks and notes as text, for a file.
    pub fn export_text(self) -> String {
        self.notes.with_untracked(Notes::write)
    }

    /// Takes over the notes that a file brings, and says how many were new here.
    pub fn take_over(self, brought: &Notes) -> usize {
        let count = || self.notes.with_untracked(|notes| notes.all().len());
        let before = count();
        if *brought != Notes::default() {
            self.change(&mut |ours| ours.merge(brought));
        }
        count().saturating_sub(before)
    }

    /// Begins anew. What is stored stays.
    pub fn forget(self) {
        self.notes.set(Notes::default());
    }

    /// The note with this id, not tracked.
    pub fn get(self, id: &str) -> Option<Note> {
        self.notes.with_untracked(|notes| notes.get(id).cloned())
    }

    /// Keeps a note, and says whether it will last.
    pub fn put(self, note: &Note) -> bool {
        self.change(&mut |notes| notes.put(note.clone()))
    }

    /// Deletes a note.
    pub fn delete(self, id: &str) {
        self.change(&mut |notes| notes.delete(id));
    }

    /// Changes the notes and stores them, together with what another tab stored meanwhile.
    fn change(self, change: &mut dyn FnMut(&mut Notes)) -> bool {
        let stored = stored();
        self.notes.update(|notes| {
            if let Some(stored) = &stored {
                notes.merge(stored);
            }
            change(notes);
        });
        let kept = write_setting(NOTES_KEY, &self.export_text());
        self.blocked.set(!kept);
        kept
    }

    /// Where the words of a note stand in the story as it is now; none where they are gone.
    pub fn find(self, note: &Note) -> Option<Found> {
        let known = self.found.with_value(|found| {
            found.iter().find(|(id, _)| *id == note.id).map(|(_, found)| found.clone())
        });
        known.unwrap_or_else(|| {
            let is_lost = |it: &&(String, Option<Found>)| it.1.is_none();
            let lost = self.found.with_value(|found| found.iter().filter(is_lost).count());
            let found = find(note, lost >= MOST_LOST);
            self.found.update_value(|all| all.push((note.id.clone(), found.clone())));
            found
        })
    }

    /// The entries of some notes, in the order in which their words are read.
    pub(super) fn entries<'a>(self, notes: impl Iterator<Item = &'a Note>) -> Vec<Entry<'a>> {
        sorted(notes.map(|note| Entry::of(note, self.find(note))).collect())
    }
}

fn stored() -> Option<Notes> {
    read_or_set_aside(NOTES_KEY, Notes::parse)
}

/// Looks for the words of a note in its own passage, and, where it is not to be only that, in its
/// chapter, and in all others.
fn find(note: &Note, only_own: bool) -> Option<Found> {
    let own = [note.chapter.as_str(), "/", &note.passage].concat();
    let chapter = |address: &str| address.split('/').next() == Some(note.chapter.as_str());
    let passages = if only_own { Vec::new() } else { elements("[data-passage]") };
    let addresses = passages.iter().filter_map(|it| it.get_attribute("data-passage"));
    let mut addresses = sorted_by(addresses, |address| (*address != own, !chapter(address)));
    // Words of a passage that is gone have moved wherever they are found.
    if addresses.first() != Some(&own) {
        addresses.insert(0, if only_own { own } else { String::new() });
    }
    let near = addresses.iter().take_while(|it| it.is_empty() || chapter(it)).count();
    let (at, words) = anchor::locate(&note.quote, near, &mut |at| {
        let address = addresses.get(at)?;
        Some(text_of(address, note.easy).map_or_else(String::new, |text| text.text))
    })?;
    Some(Found { address: addresses.get(at)?.clone(), words })
}

/// The words of a passage.
pub(super) fn text_of(address: &str, easy: bool) -> Option<ElementText> {
    let mut id = String::from("/read/");
    id.push_str(address);
    let passage = crate::shell::element(&id)?;
    let text: Element =
        passage.query_selector(if easy { ".easy" } else { ".full" }).ok().flatten()?;
    Some(ElementText::of(&text))
}

/// The edition of the story that notes are made in.
pub(super) fn edition() -> String {
    story().edition.to_owned()
}
