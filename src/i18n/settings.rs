//! Words of settings.

/// Words of settings.
pub struct SettingsMessages {
    /// Heading of the settings, and the link to them.
    pub heading: &'static str,
}

pub(super) const ENGLISH: SettingsMessages = SettingsMessages { heading: "Settings" };
