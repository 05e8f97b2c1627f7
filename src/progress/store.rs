//! The browser's storage. It may be blocked (a school's policy, a frame in an LMS), full, or hold
//! anything at all, so every use can fail and none may stop the page.

use web_sys::{Storage, window};

/// The storage, if the browser lets us at it. Merely asking for it throws where it is blocked.
fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// Reads a stored text.
pub fn read_setting(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Stores a text, and says whether that worked.
pub fn write_setting(key: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, value).is_ok())
}
