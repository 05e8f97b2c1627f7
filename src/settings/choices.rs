//! What can be chosen, as data.

/// One thing that can be chosen: a key of the storage, an attribute of the root, and a group of
/// radio buttons.
#[derive(Debug)]
pub struct Choice {
    /// Its name: `size` is stored as `open-gates.size` and stands on the root as `data-size`.
    pub name: &'static str,
    /// Its values, in the order in which they are offered.
    pub values: &'static [&'static str],
    /// What holds where nothing was chosen; it is neither stored nor on the root.
    pub usual: &'static str,
}

/// All that can be chosen, in the order in which it is offered. The inline script of the page puts
/// the same names on the root before first paint; a test holds the two together.
pub const CHOICES: [Choice; 7] = [
    Choice { name: "size", values: &["90", "100", "115", "130", "150"], usual: "100" },
    Choice { name: "lines", values: &["normal", "wide", "widest"], usual: "normal" },
    Choice { name: "letters", values: &["normal", "wide", "widest"], usual: "normal" },
    Choice { name: "face", values: &["book", "clear", "sans"], usual: "book" },
    Choice { name: "theme", values: &["system", "light", "dark", "contrast"], usual: "system" },
    Choice { name: "motion", values: &["system", "reduced"], usual: "system" },
    Choice { name: "keys", values: &["on", "off"], usual: "on" },
];

impl Choice {
    /// The choice of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        CHOICES.iter().find(|choice| choice.name == name)
    }

    /// The value that a stored word stands for; what is not known is the usual one.
    pub fn value(&self, word: Option<&str>) -> &'static str {
        self.values.iter().find(|it| Some(**it) == word).copied().unwrap_or(self.usual)
    }

    /// The key under which it is stored.
    pub fn key(&self) -> String {
        let mut key = "open-gates.".to_owned();
        key.push_str(self.name);
        key
    }

    /// The attribute of the root.
    pub fn attribute(&self) -> String {
        let mut attribute = "data-".to_owned();
        attribute.push_str(self.name);
        attribute
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::of_settings;

    #[test]
    fn every_choice_and_every_value_has_a_name() {
        let words = &of_settings().choices;
        for (choice, words) in CHOICES.iter().zip(words) {
            assert_eq!(choice.values.len(), words.labels.len(), "{}", choice.name);
            assert!(choice.values.contains(&choice.usual), "{}", choice.name);
        }
    }

    #[test]
    fn what_is_not_known_is_the_usual() {
        let theme = Choice::named("theme").unwrap();
        assert_eq!(theme.value(Some("dark")), "dark");
        for word in [None, Some(""), Some("purple")] {
            assert_eq!(theme.value(word), "system");
        }
    }

    #[test]
    fn the_inline_script_puts_the_same_names_on_the_root() {
        let early = include_str!("../page/early.js");
        let names: Vec<String> = CHOICES.iter().map(|it| format!("\"{}\"", it.name)).collect();
        assert!(early.contains(&format!("[{}]", names.join(", "))));
    }

    #[test]
    fn the_style_sheets_know_every_value() {
        let styles = [
            include_str!("../../style/tokens.css"),
            include_str!("../../style/base.css"),
            include_str!("../../style/settings.css"),
        ]
        .concat();
        // Keys are no matter of style.
        for choice in CHOICES.iter().filter(|it| it.name != "keys") {
            for value in choice.values.iter().filter(|it| **it != choice.usual) {
                let selector = format!("[{}=\"{value}\"]", choice.attribute());
                assert!(styles.contains(&selector), "{selector}");
            }
        }
    }
}
