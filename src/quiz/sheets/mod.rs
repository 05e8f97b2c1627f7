//! Sheets for paper: worksheets, their keys, cards, and what each student came to.
//!
//! | file | concept |
//! |---|---|
//! | `form` | choosing sheets, making and printing them |
//! | `labels` | numbers and letters of an item, alike on sheet and key |
//! | `worksheet` | an item as it is answered with a pen |
//! | `answers` | a paper's key |
//! | `passages` | the passages that settle a paper: the ways there, and their text |
//! | `cards` | events to be put in order on a table |
//! | `student` | what a student answered, and what was right |

mod answers;
mod cards;
pub(super) mod form;
mod labels;
mod passages;
pub(super) mod student;
mod worksheet;

use crate::i18n::of_sheets;
use crate::widgets::put;
use quiz::PaperCode;
use std::collections::BTreeSet;

/// A paper, with the student's number if it has one.
type Numbered<'a> = (&'a PaperCode, Option<u32>);

/// Begins a sheet: what each of its pages begins with, if it is of a paper, and its heading.
fn begin(out: &mut String, kind: &str, paper: Option<Numbered<'_>>, heading: &str) {
    put(out, &["<article class=\"sheet ", "\">"], &[kind]);
    if let Some((code, number)) = paper {
        let number = number.map(of_sheets().number).unwrap_or_default();
        let running = ["<p class=\"running sheet-code\">", " <strong>", "</strong></p>"];
        put(out, &running, &[&code.write(), &number]);
    }
    put(out, &["<header><h3>", "</h3>"], &[heading]);
}

/// QR codes, each drawn once for all places that use it.
struct Codes {
    drawn: BTreeSet<String>,
    symbols: String,
}

impl Codes {
    fn new() -> Self {
        Self { drawn: BTreeSet::new(), symbols: String::new() }
    }

    /// Adds a use of the code of an address within the page; nothing where that stands on the reader's own
    /// disk.
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
