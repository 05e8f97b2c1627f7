//! The browser's storage. It may be blocked (a school's policy, a frame in an LMS), full, or hold
//! anything at all, so every use can fail and none may stop the page.

use super::lines::StoredError;
use crate::kiosk;
use crate::widgets::sorted_by;
use web_sys::{Storage, window};

/// What is added to the key of a text that is set aside.
pub const SET_ASIDE: &str = ".set-aside";

/// The storage, if the browser lets us at it. Merely asking for it throws where it is blocked.
fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// Reads a stored text.
pub fn read_setting(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Stores a text, and says whether that worked.
///
/// On a stand for everybody nothing is stored, and what is kept as long as the page will do.
pub fn write_setting(key: &str, value: &str) -> bool {
    kiosk::is_on() || storage().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// Whether the browser lets this page at its storage. Whether there is room is seen only by writing, of which
/// other tabs would hear.
pub fn can_keep() -> bool {
    storage().is_some()
}

/// Reads a stored text by `parse`. One that can't be read is set aside under another key, so that
/// nothing is lost by starting anew.
pub fn read_or_set_aside<T>(
    key: &str,
    parse: impl FnOnce(&str) -> Result<T, StoredError>,
) -> Option<T> {
    let text = read_setting(key).filter(|_| !kiosk::is_on())?;
    let parsed = parse(&text).ok();
    if parsed.is_none() {
        write_setting(&[key, SET_ASIDE].concat(), &text);
    }
    parsed
}

/// Forgets a stored text.
pub fn remove_setting(key: &str) {
    if let Some(storage) = storage().filter(|_| !kiosk::is_on()) {
        let _ = storage.remove_item(key);
    }
}

/// All that this page has stored: keys and texts, by key.
pub fn stored() -> Vec<(String, String)> {
    let storage = storage().filter(|_| !kiosk::is_on());
    storage.map(|storage| ours_in(&storage)).unwrap_or_default()
}

/// Forgets all that this page has stored, also what it keeps only as long as the window.
pub fn clear_all() {
    let session = window().and_then(|window| window.session_storage().ok().flatten());
    for storage in [storage(), session].into_iter().flatten() {
        for (key, _) in ours_in(&storage) {
            let _ = storage.remove_item(&key);
        }
    }
}

/// Other pages may share the storage: all that is opened from a disk does.
fn ours_in(storage: &Storage) -> Vec<(String, String)> {
    let ours = (0..storage.length().unwrap_or(0)).filter_map(|at| {
        let key = storage.key(at).ok().flatten()?;
        let text = storage.get_item(&key).ok().flatten()?;
        key.starts_with("open-gates").then_some((key, text))
    });
    sorted_by(ours, |(key, _)| key.clone())
}
