//! A device that several students use: what one of them did here is not for the next, nor counted for
//! them, and comes back when the same student does.

use crate::progress::{NOTES_KEY, PROGRESS_KEY, read_setting, remove_setting, write_setting};

/// Where it is stored which student the rest is of.
const STUDENT_KEY: &str = "open-gates.student";

/// What is a student's own.
const OWN: [&str; 2] = [PROGRESS_KEY, NOTES_KEY];

/// Gives the storage to a student, by a name of the platform's own, and says whether it was another's.
///
/// What nobody is named for was done by whoever is here first. The name itself is not stored.
pub(super) fn hand_to(student: &str) -> bool {
    if student.is_empty() {
        return false;
    }
    let now = quiz::seed_of(student).to_string();
    let before = read_setting(STUDENT_KEY);
    write_setting(STUDENT_KEY, &now);
    let Some(before) = before.filter(|before| *before != now) else { return false };
    for key in OWN {
        move_to(key, &aside(key, &before));
        move_to(&aside(key, &now), key);
    }
    true
}

/// The key under which a student's own waits.
fn aside(key: &str, student: &str) -> String {
    [key, ".of-", student].concat()
}

/// Moves a stored text. Where the storage is too full for that it goes all the same: the platform has
/// the progress of whom it is, and it is not for anybody else.
fn move_to(from: &str, to: &str) {
    if let Some(text) = read_setting(from) {
        remove_setting(from);
        write_setting(to, &text);
    }
}
