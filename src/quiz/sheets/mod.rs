//! Sheets for paper: worksheets, their keys, cards, and what each student came to.
//!
//! | file | concept |
//! |---|---|
//! | `form` | choosing sheets, making and printing them |
//! | `labels` | numbers and letters of an item, alike on sheet and key |
//! | `worksheet` | an item as it is answered with a pen |
//! | `answers` | a paper's key |
//! | `cards` | events to be put in order on a table |
//! | `student` | what a student answered, and what was right |

mod answers;
mod cards;
pub(super) mod form;
mod labels;
pub(super) mod student;
mod worksheet;

use crate::content::passage_at;
use crate::i18n::of_sheets;
use crate::widgets::put;
use std::collections::BTreeSet;
use story::PassageAddress;

/// Adds the QR code of a passage, drawn once for all places that use it; nothing where the page stands on
/// the reader's own disk.
struct Codes {
    drawn: BTreeSet<String>,
    symbols: String,
}

impl Codes {
    fn new() -> Self {
        Self { drawn: BTreeSet::new(), symbols: String::new() }
    }

    /// Adds a use of the code of a passage.
    fn passage(&mut self, out: &mut String, passage: PassageAddress<'_>) {
        let path = passage.to_string();
        let heading = passage_at(&path).map_or("", |(_, it)| it.heading);
        self.code(out, &["/read/", &path].concat(), &(of_sheets().qr_of)(heading));
    }

    /// Adds a use of the code of an address within the page.
    fn code(&mut self, out: &mut String, path: &str, name: &str) {
        let Some(address) = super::share::page_address(path) else { return };
        let id = ["qr-", path].concat();
        if !self.drawn.contains(&id) {
            let Some((size, modules)) = super::share::modules(&address) else { return };
            let symbol =
                ["<symbol id=\"", "\" viewBox=\"0 0 ", " ", "\"><path d=\"", "\"/></symbol>"];
            put(&mut self.symbols, &symbol, &[&id, &size, &size, &modules]);
            self.drawn.insert(id.clone());
        }
        let used =
            ["<svg class=\"qr\" role=\"img\" aria-label=\"", "\"><use href=\"#", "\"/></svg>"];
        put(out, &used, &[name, &id]);
    }

    /// Adds what was drawn, which has to be on the page for its uses.
    fn finish(self, out: &mut String) {
        if !self.symbols.is_empty() {
            out.push_str("<svg class=\"symbols\" aria-hidden=\"true\">");
            out.push_str(&self.symbols);
            out.push_str("</svg>");
        }
    }
}
