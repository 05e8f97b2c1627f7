//! The class desk: what a teacher pastes, sorted into results and what is wrong with the rest.
//!
//! A line may be a bare result code, have something beside it (a name, the head of a message), or
//! have several codes. From the left, at each word that begins as a result code does, the longest
//! run of signs, spaces and dashes that reads as one is taken. The check of all runs from one place is
//! added up in one go, and a line has a bounded number of places, so the cost grows with the text
//! only. A code that was broken into two lines is not found.
//!
//! Nothing is lost: each line that is not blank has an entry, or a problem that says why not.

use crate::code::{self, PRIME, ROOT, is_space, symbol_of};
use crate::grade::{is_judged_by_reader, out_of};
use crate::paper::PaperCode;
use crate::result::{Asked, Opened, ResultCode, ResultError};
use crate::tally::{Outcome, Sum, Tally};
use std::collections::BTreeMap;

/// Most lines that are read.
pub const MOST_LINES: usize = 10_000;

/// Most characters that a line may have to be read.
const LONGEST_LINE: usize = 2_000;

/// Most signs of a code.
const MOST_SIGNS: usize = 320;
/// Signs of the shortest code of a paper; less is not held for a damaged code.
const FEWEST_SIGNS: usize = 12;
/// Most places of a line at which a code may begin, for each of two questions.
const STARTS: usize = 40;
/// Most runs from one place that are tried; only one in 1021 gets so far by chance.
const TRIES: usize = 8;
/// Most characters that are kept of what stands beside a code, and of a line with a problem.
const KEPT: usize = 200;

/// What a class handed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    /// Results, in the order of their lines; of each student and paper, the last one.
    pub entries: Vec<Entry>,
    /// What was wrong, in the order of the lines.
    pub problems: Vec<Problem>,
}

/// A result that was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Number of its line, from 1.
    pub line: usize,
    /// What its code says.
    pub result: ResultCode,
    /// The code, in the form in which it is written.
    pub code: String,
    /// What stood beside the code: a name, or the head of a message.
    pub beside: String,
    /// What it came to, without what the student judged.
    pub all: Sum,
    /// What the student judged.
    pub by_reader: Sum,
}

/// Something that was wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line's number, from 1.
    pub line: usize,
    /// What was wrong.
    pub reason: Reason,
    /// How the line begins; of a result that was taken before, its code.
    pub text: String,
}

/// What can be wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing in it looks like a code.
    NoCode,
    /// Something looks like a code, but is none: it was mistyped or cut.
    Damaged,
    /// The code was written by a later version of this page.
    Newer,
    /// The code is that of a paper, not of a result.
    NotAResult,
    /// The code is of a paper that was drawn from other items than there are here.
    OtherEdition,
    /// The code is of a result, but nothing writes such a one.
    Unreadable,
    /// It is too long to be read.
    LongLine,
    /// It and those after it are too many.
    TooMany {
        /// How many lines were not read.
        lines: usize,
    },
    /// The same student handed in the same paper again, with other answers.
    Replaced {
        /// The line of the later result, which counts.
        by: usize,
    },
    /// It repeats what was read.
    Repeated {
        /// The line of the earlier result, which counts.
        of: usize,
    },
}

/// Reads lines with result codes.
///
/// What a paper asked is found by its code, once for each paper; it is none where that is of
/// another edition.
pub fn read_lines<'a>(text: &str, mut find: impl FnMut(&PaperCode) -> Option<Asked<'a>>) -> Desk {
    let mut reader = Reader::new(&mut find);
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    let mut lines = lines.filter(|(_, line)| !line.trim().is_empty());
    for (at, line) in lines.by_ref().take(MOST_LINES) {
        reader.line(at, line);
    }
    if let Some((at, line)) = lines.next() {
        let reason = Reason::TooMany { lines: lines.count() + 1 };
        reader.taken.complain(at, reason, line);
    }
    reader.taken.desk()
}

/// Reads a table as [`Desk::write_csv`] writes it, also after another program has saved it.
///
/// Of each row that has a result code, all else is read from that; the field before it is what
/// stood beside it. A first row without any is taken for the heads.
pub fn read_csv<'a>(text: &str, mut find: impl FnMut(&PaperCode) -> Option<Asked<'a>>) -> Desk {
    let mut reader = Reader::new(&mut find);
    let rows = read_rows(text);
    let blank = |fields: &[String]| fields.iter().all(|field| field.trim().is_empty());
    let mut rows = rows.iter().filter(|(_, fields)| !blank(fields));
    for (at, (line, fields)) in rows.by_ref().take(MOST_LINES).enumerate() {
        reader.row(*line, fields, at == 0);
    }
    if let Some((line, fields)) = rows.next() {
        let reason = Reason::TooMany { lines: rows.count() + 1 };
        reader.taken.complain(*line, reason, &fields.join(", "));
    }
    reader.taken.desk()
}

impl Desk {
    /// The entries as a table of comma-separated values (RFC 4180), below the heads given.
    ///
    /// The columns are: student, minutes, code of the paper, points, points out of, points that the
    /// student judged, those out of, what stood beside the code, the code. Some programs take the
    /// file for UTF-8 only if U+FEFF comes first; that is the caller's to put there.
    pub fn write_csv(&self, heads: [&str; 9]) -> String {
        let mut rows = vec![heads.map(str::to_owned).to_vec()];
        for entry in &self.entries {
            let (all, by_reader) = (&entry.all, &entry.by_reader);
            rows.push(vec![
                entry.result.who.text(),
                entry.result.minutes.to_string(),
                entry.result.paper.write(),
                all.points.to_string(),
                all.out_of.to_string(),
                by_reader.points.to_string(),
                by_reader.out_of.to_string(),
                entry.beside.clone(),
                entry.code.clone(),
            ]);
        }
        write_rows(&rows)
    }
}

/// What was read so far. A file can hold some hundred thousand results, so nothing here looks through
/// all that came before.
#[derive(Default)]
struct Taken {
    /// Results, in the order of their lines; none in the place of one that a later one replaced.
    entries: Vec<Option<Entry>>,
    /// Where the result of a paper and a student stands, by both.
    places: BTreeMap<String, usize>,
    /// What was wrong, as it was noticed.
    problems: Vec<Problem>,
}

impl Taken {
    fn take(&mut self, entry: Entry) {
        let whose = [&entry.result.paper.write(), " ", &entry.result.who.text()].concat();
        let next = self.entries.len();
        let before = self.places.get(&whose).and_then(|at| self.entries.get_mut(*at));
        match before.and_then(|before| Some((before.as_ref()?.result == entry.result, before))) {
            Some((true, before)) => {
                let of = before.as_ref().map_or(0, |before| before.line);
                self.complain(entry.line, Reason::Repeated { of }, &entry.code);
                return;
            }
            Some((false, before)) => {
                if let Some(before) = before.take() {
                    self.complain(before.line, Reason::Replaced { by: entry.line }, &before.code);
                }
            }
            None => {}
        }
        self.places.insert(whose, next);
        self.entries.push(Some(entry));
    }

    fn complain(&mut self, line: usize, reason: Reason, text: &str) {
        let text = text.trim().chars().take(KEPT).collect();
        self.problems.push(Problem { line, reason, text });
    }

    fn desk(self) -> Desk {
        let mut problems = self.problems;
        problems.sort_by_key(|it| it.line);
        Desk { entries: self.entries.into_iter().flatten().collect(), problems }
    }
}

/// Reads lines one by one.
struct Reader<'a, 'f> {
    taken: Taken,
    /// What papers asked that were looked for.
    asked: Vec<Option<Asked<'a>>>,
    /// Where that stands, by the code of the paper.
    papers: BTreeMap<String, usize>,
    find: &'f mut dyn FnMut(&PaperCode) -> Option<Asked<'a>>,
}

/// What a text was found to have.
#[derive(Default)]
struct Found {
    /// Results, and from which byte to which they stood.
    results: Vec<(usize, usize, Entry)>,
    /// What was wrong with something else that looked like a code.
    reason: Option<Reason>,
}

impl<'a, 'f> Reader<'a, 'f> {
    fn new(find: &'f mut dyn FnMut(&PaperCode) -> Option<Asked<'a>>) -> Self {
        Self { taken: Taken::default(), asked: Vec::new(), papers: BTreeMap::new(), find }
    }

    fn line(&mut self, at: usize, line: &str) {
        let found = self.search(line);
        if let Some(reason) = found.reason {
            self.taken.complain(at, reason, line);
        }
        let beside = beside(line, &found);
        for (_, _, entry) in found.results {
            self.taken.take(Entry { line: at, beside: beside.clone(), ..entry });
        }
    }

    fn row(&mut self, line: usize, fields: &[String], is_first: bool) {
        let mut reason = Reason::NoCode;
        let mut has_result = false;
        let mut before = "";
        for field in fields {
            let found = self.search(field);
            match found.reason {
                None | Some(Reason::NoCode) => {}
                Some(other) => reason = other,
            }
            let own = beside(field, &found);
            let beside = if own.is_empty() { before } else { own.as_str() };
            for (_, _, entry) in found.results {
                has_result = true;
                self.taken.take(Entry { line, beside: beside.to_owned(), ..entry });
            }
            before = field;
        }
        let is_head = is_first && reason == Reason::NoCode && fields.len() > 1;
        if !has_result && !is_head {
            self.taken.complain(line, reason, &fields.join(", "));
        }
    }

    /// The results in a text; a reason if there are none, or if something else is damaged.
    fn search(&mut self, text: &str) -> Found {
        let mut found = Found::default();
        if text.chars().nth(LONGEST_LINE).is_some() {
            found.reason = Some(Reason::LongLine);
            return found;
        }
        let (words, symbols) = words_of(text);
        let mut starts = 0..STARTS;
        // Words from which on nothing could be read.
        let mut failed = Vec::new();
        let mut rest = words.as_slice();
        while let [word, after @ ..] = rest {
            let begins = word.begins_result && starts.next().is_some();
            let longest = begins.then(|| self.longest(text, rest, &symbols, &mut found.reason));
            rest = match longest.flatten() {
                Some((last, entry)) => {
                    let end = rest.get(last).map_or(text.len(), |it| it.end);
                    found.results.push((word.start, end, entry));
                    rest.get(last + 1..).unwrap_or_default()
                }
                None => {
                    failed.extend(Some(rest).filter(|_| begins && word.is_set_apart));
                    after
                }
            };
        }
        let mut starts = found.results.iter().map(|(start, _, _)| *start).peekable();
        for words in failed {
            let from = words.first().map_or(0, |it| it.start);
            while starts.next_if(|start| *start < from).is_some() {}
            if has_signs_of_a_code(words, starts.peek().copied()) {
                found.reason = found.reason.or(Some(Reason::Damaged));
            }
        }
        if found.results.is_empty() && found.reason.is_none() {
            found.reason = Some(other_code(text, &words, &symbols));
        }
        found
    }

    /// The longest result that begins with the first of these words, with the place of its last one.
    fn longest(
        &mut self,
        text: &str,
        words: &[Word],
        symbols: &[u8],
        reason: &mut Option<Reason>,
    ) -> Option<(usize, Entry)> {
        let first = words.first()?;
        for last in fitting_ends(words, symbols).into_iter().rev().take(TRIES) {
            let end = words.get(last)?;
            match self.result(text.get(first.start..end.end)?) {
                Ok(entry) => return Some((last, entry)),
                // Of many runs one may have a fitting check by chance.
                Err(error) if first.is_set_apart && end.is_last => {
                    *reason = reason.or(reason_of(error));
                }
                Err(_) => {}
            }
        }
        None
    }

    fn result(&mut self, text: &str) -> Result<Entry, ResultError> {
        let opened = Opened::of(text)?;
        let paper = opened.paper.write();
        let known = self.papers.get(&paper).copied();
        let at = known.unwrap_or(self.asked.len());
        if known.is_none() {
            self.asked.push((self.find)(&opened.paper));
            self.papers.insert(paper, at);
        }
        let asked = self.asked.get(at).and_then(Option::as_ref).ok_or(ResultError::OtherEdition)?;
        let result = opened.read(asked)?;
        let code = code::encode(&code::decode(text)?);
        let tally = tally_of(&result, asked);
        let (all, by_reader) = (tally.all, tally.by_reader);
        Ok(Entry { line: 0, result, code, beside: String::new(), all, by_reader })
    }
}

/// What a result came to; nothing by chapter or type, which it does not know.
fn tally_of(result: &ResultCode, asked: &Asked<'_>) -> Tally {
    let outcomes: Vec<Outcome> = (asked.tasks.iter().zip(&result.told))
        .map(|(task, told)| Outcome {
            chapter: 0,
            kind: 0,
            points: told.as_ref().map_or(0, |told| told.points(task)),
            out_of: out_of(task),
            by_reader: is_judged_by_reader(task),
            sure: None,
        })
        .collect();
    Tally::of(&outcomes)
}

fn reason_of(error: ResultError) -> Option<Reason> {
    match error {
        ResultError::Code(_) => None,
        ResultError::Newer => Some(Reason::Newer),
        ResultError::NotAResult => Some(Reason::NotAResult),
        ResultError::OtherEdition => Some(Reason::OtherEdition),
        ResultError::Unreadable => Some(Reason::Unreadable),
    }
}

/// What stands in a text beside the codes that were found in it.
fn beside(text: &str, found: &Found) -> String {
    let is_edge = |it: char| it.is_whitespace() || ",;:|=\"".contains(it) || is_space(it);
    let mut beside = String::new();
    let ends = found.results.iter().map(|(_, end, _)| *end);
    let starts = found.results.iter().map(|(start, _, _)| *start).chain([text.len()]);
    for (from, to) in [0].into_iter().chain(ends).zip(starts) {
        let piece = text.get(from..to).unwrap_or_default().trim_matches(is_edge);
        if !beside.is_empty() && !piece.is_empty() {
            beside.push(' ');
        }
        beside.push_str(piece);
    }
    beside.chars().take(KEPT).collect()
}

/// Signs of codes with nothing between them.
struct Word {
    /// Its first byte.
    start: usize,
    /// The byte after it.
    end: usize,
    /// How many signs stand before it in the text.
    signs_before: usize,
    /// How many it has.
    signs: usize,
    /// Number of its run, which has nothing but spaces and dashes between its words.
    run: usize,
    /// Whether it begins as result codes do.
    begins_result: bool,
    /// Whether no dash joins it to the word before.
    is_set_apart: bool,
    /// Whether no dash joins it to the word after.
    is_last: bool,
}

/// Whether the first of these words and those after it in its run, up to a byte, are long enough that
/// they look like a code.
fn has_signs_of_a_code(words: &[Word], before: Option<usize>) -> bool {
    let run = words.first().map(|it| it.run);
    let in_run = |it: &&Word| Some(it.run) == run && before.is_none_or(|before| it.start < before);
    let signs =
        words.iter().take_while(in_run).take(FEWEST_SIGNS).map(|it| it.signs).sum::<usize>();
    signs >= FEWEST_SIGNS
}

/// The words of a text, and the symbols for which all their signs stand.
fn words_of(text: &str) -> (Vec<Word>, Vec<u8>) {
    let mut words: Vec<Word> = Vec::new();
    let mut symbols = Vec::new();
    let mut run = 0;
    let mut is_inside = false;
    let mut is_joined = false;
    for (at, letter) in text.char_indices() {
        // What nobody sees parts nothing, not even the first two signs.
        if code::is_invisible(letter) {
            continue;
        }
        if let Some(symbol) = symbol_of(letter) {
            match words.last_mut().filter(|_| is_inside) {
                Some(word) => {
                    // 0 and the version.
                    word.begins_result |=
                        word.signs == 1 && symbol == 1 && symbols.last() == Some(&0);
                    word.signs += 1;
                    word.end = at + 1;
                }
                None => {
                    if let Some(before) = words.last_mut() {
                        before.is_last = !is_joined;
                    }
                    words.push(Word {
                        start: at,
                        end: at + 1,
                        signs_before: symbols.len(),
                        signs: 1,
                        run,
                        begins_result: false,
                        is_set_apart: !is_joined,
                        is_last: true,
                    });
                }
            }
            symbols.push(symbol);
            is_inside = true;
            is_joined = false;
            continue;
        }
        let is_dash = is_space(letter) && !letter.is_whitespace();
        is_joined = is_dash && (is_inside || is_joined);
        is_inside = false;
        run += usize::from(!is_space(letter));
    }
    (words, symbols)
}

/// Places of the words at which codes may end that begin with the first of these: where the check
/// fits, as the head of [`code`](mod@crate::code) says.
fn fitting_ends(words: &[Word], symbols: &[u8]) -> Vec<usize> {
    let mut ends = Vec::new();
    let run = words.first().map(|it| it.run);
    let mut count = 0;
    // Of all symbols but the last two, and those.
    let (mut sum, mut last_but_one, mut last) = (0, 0, 0);
    for (at, word) in words.iter().enumerate().take_while(|(_, word)| Some(word.run) == run) {
        for symbol in symbols.iter().skip(word.signs_before).take(word.signs) {
            if count >= 2 {
                sum = (sum + last_but_one) * ROOT % PRIME;
            }
            (last_but_one, last) = (last, usize::from(*symbol));
            count += 1;
        }
        if count > MOST_SIGNS {
            break;
        }
        if count >= 2 && (count + (last_but_one << 5) + last + sum).is_multiple_of(PRIME) {
            ends.push(at);
        }
    }
    ends
}

/// What a text without results has instead.
fn other_code(text: &str, words: &[Word], symbols: &[u8]) -> Reason {
    let mut starts = 0..STARTS;
    let mut reason = Reason::NoCode;
    let mut rest = words;
    while let [word, after @ ..] = rest {
        let from = text.get(word.start..).unwrap_or_default();
        let to = |end: &Word| from.get(..end.end - word.start).unwrap_or_default();
        let is_long = |end: &Word| end.signs_before + end.signs >= word.signs_before + FEWEST_SIGNS;
        // Codes of papers begin with their version, those of results with 0.
        let begins = from.starts_with(|it: char| it.is_ascii_digit() || matches!(it, 'O' | 'o'));
        if begins && word.is_set_apart && starts.next().is_some() {
            let ends = fitting_ends(rest, symbols);
            let ends = ends.iter().rev().take(TRIES).filter_map(|last| rest.get(*last));
            for end in ends.filter(|it| it.is_last && is_long(it)) {
                if let Some(other) = Opened::of(to(end)).err().and_then(reason_of) {
                    return other;
                }
            }
        }
        // Groups that dashes join, with digits in them, look like a code.
        let joined =
            rest.iter().find(|it| it.is_last).filter(|it| word.is_set_apart && is_long(it));
        let digits = joined.map_or(0, |end| to(end).bytes().filter(u8::is_ascii_digit).count());
        if digits > 1 {
            reason = Reason::Damaged;
        }
        rest = after;
    }
    reason
}

/// Writes rows of fields as comma-separated values (RFC 4180).
///
/// Programs for tables take a field for a formula that begins with one of `= + - @`, of their wide
/// forms, with a tab or a line break, and run it: such a field gets an apostrophe before it. So does
/// one that has apostrophes there already, and [`read_rows`] takes away just one. Some drop what can't
/// be seen before they look, so a sign behind that counts as well.
pub fn write_rows(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for row in rows {
        for (at, field) in row.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            let guard = if is_guarded(field) { "'" } else { "" };
            // A row of one empty field would be a blank line.
            let is_quoted = field.contains([',', '"', '\r', '\n', ';', '\t'])
                || field.starts_with(char::is_whitespace)
                || field.ends_with(char::is_whitespace)
                || field.starts_with('\u{feff}')
                || field.is_empty() && row.len() == 1;
            if is_quoted {
                out.push('"');
                out.push_str(guard);
                out.push_str(&field.replace('"', "\"\""));
                out.push('"');
            } else {
                out.push_str(guard);
                out.push_str(field);
            }
        }
        out.push_str("\r\n");
    }
    out
}

/// Whether a field would be run as a formula, were it not for apostrophes before it.
fn is_guarded(field: &str) -> bool {
    let plain = field.trim_start_matches('\'');
    let begins = plain.trim_start_matches(|it: char| {
        it == '\'' || it.is_whitespace() || it.is_control() || code::is_invisible(it)
    });
    plain.starts_with(['\t', '\r', '\n'])
        || begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// Reads rows of fields as [`write_rows`] writes them, each with the number of its line from 1.
///
/// What parts the fields may be a semicolon or a tab as well, whichever comes first. Blank lines are
/// no rows. Any text is read somehow.
pub fn read_rows(text: &str) -> Vec<(usize, Vec<String>)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut comma = None;
    let mut rows = Vec::new();
    let mut line = 1;
    let mut row = Row::at(line);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_break = letter == '\n' || letter == '\r' && letters.peek() != Some(&'\n');
        line += usize::from(is_break);
        match letter {
            '"' if row.is_quoted && letters.peek() == Some(&'"') => {
                row.field.extend(letters.next());
            }
            '"' if row.is_quoted => row.is_quoted = false,
            _ if row.is_quoted => row.field.push(letter),
            '"' if row.field.is_empty() && !row.was_quoted => {
                row.is_quoted = true;
                row.was_quoted = true;
            }
            ',' | ';' | '\t' if comma.is_none_or(|it| it == letter) => {
                comma = Some(letter);
                row.end_field();
            }
            '\r' if !is_break => {}
            '\n' | '\r' => rows.extend(std::mem::replace(&mut row, Row::at(line)).end()),
            _ => row.field.push(letter),
        }
    }
    rows.extend(row.end());
    rows
}

/// A row while it is read.
#[derive(Default)]
struct Row {
    line: usize,
    fields: Vec<String>,
    field: String,
    is_quoted: bool,
    /// Whether the field began with a quote.
    was_quoted: bool,
}

impl Row {
    fn at(line: usize) -> Self {
        Self { line, ..Self::default() }
    }

    fn end_field(&mut self) {
        let mut field = std::mem::take(&mut self.field);
        if field.starts_with('\'') && is_guarded(&field) {
            field.remove(0);
        }
        self.fields.push(field);
        self.was_quoted = false;
    }

    /// The row with its line; none if it is a blank line.
    fn end(mut self) -> Option<(usize, Vec<String>)> {
        if self.fields.is_empty() && self.field.is_empty() && !self.was_quoted {
            return None;
        }
        self.end_field();
        Some((self.line, self.fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::result::Who;
    use crate::result::samples::{all_told, asked, mixed, paper, usual};
    use proptest::prelude::*;
    use story::Task;

    const HEADS: [&str; 9] = [
        "Student",
        "Minutes",
        "Paper",
        "Points",
        "Out of",
        "Own points",
        "Out of",
        "Beside",
        "Code",
    ];

    fn tasks() -> Vec<Task<'static>> {
        mixed(10, 3)
    }

    fn result(number: u16, seed: u64) -> ResultCode {
        let tasks = tasks();
        let told = all_told(&tasks, seed);
        let minutes = seed as u8;
        ResultCode { paper: paper(10, 5), who: Who::Number(number), minutes, told }
    }

    fn code(number: u16, seed: u64) -> String {
        result(number, seed).write(&asked(&tasks())).unwrap()
    }

    fn lines(text: &str) -> Desk {
        let tasks = tasks();
        read_lines(text, |code| (*code == paper(10, 5)).then(|| asked(&tasks)))
    }

    fn table(text: &str) -> Desk {
        let tasks = tasks();
        read_csv(text, |code| (*code == paper(10, 5)).then(|| asked(&tasks)))
    }

    /// Students and lines of the entries.
    fn students(desk: &Desk) -> Vec<(String, usize)> {
        desk.entries.iter().map(|it| (it.result.who.text(), it.line)).collect()
    }

    fn reasons(desk: &Desk) -> Vec<(usize, Reason)> {
        desk.problems.iter().map(|it| (it.line, it.reason)).collect()
    }

    #[test]
    fn a_code_is_found_whatever_stands_beside_it() {
        let code = code(12, 1);
        let plain = code.replace('-', "");
        let spaced = code.replace('-', " ").to_ascii_lowercase();
        for (line, beside) in [
            (code.clone(), ""),
            (plain, ""),
            (spaced.clone(), ""),
            (format!("  {code}\r"), ""),
            (format!("Anna Cohen <anna@example.org>: {code}"), "Anna Cohen <anna@example.org>"),
            (format!("[09:14] Anna: {spaced}"), "[09:14] Anna"),
            (format!("{code} Anna Smith"), "Anna Smith"),
            (format!("Anna {code} Smith, thanks"), "Anna Smith, thanks"),
            (format!("12;Anna;{spaced};"), "12;Anna"),
            (format!("> 01 {code}"), "> 01"),
            (format!("https://example.org/#result={code}"), "https://example.org/#result"),
            (code.replace('-', "\u{2013}"), ""),
        ] {
            let desk = lines(&line);
            assert_eq!(students(&desk), [("12".to_owned(), 1)], "{line}");
            assert_eq!(desk.entries[0].result, result(12, 1), "{line}");
            assert_eq!(desk.entries[0].code, code, "{line}");
            assert_eq!(desk.entries[0].beside, beside, "{line}");
            assert_eq!(desk.problems, [], "{line}");
        }
    }

    #[test]
    fn a_line_may_have_several_codes() {
        let text = [code(1, 1), "Ben".to_owned(), code(2, 2), code(3, 3)].join(" ");
        let desk = lines(&text);
        let expected = ["1", "2", "3"].map(|it| (it.to_owned(), 1));
        assert_eq!((students(&desk), desk.problems.len()), (expected.to_vec(), 0));
    }

    #[test]
    fn what_is_wrong_with_a_line_is_named() {
        let good = code(12, 1);
        let other = ResultCode { paper: paper(10, 6), ..result(12, 1) };
        let other = other.write(&asked(&tasks())).unwrap();
        let newer = code::encode(&[[0, 2].as_slice(), &[7; 20]].concat());
        let mut symbols = code::decode(&good).unwrap();
        symbols.insert(2, 0);
        let unreadable = code::encode(&symbols);
        let reason = |line: &str| {
            let desk = lines(line);
            assert_eq!((desk.entries.len(), desk.problems.len()), (0, 1), "{line}");
            assert_eq!(desk.problems[0].text, line.trim());
            desk.problems[0].reason
        };
        for before in ["", "Anna: ", "On 3 May 2024, Anna <anna7@example.org> wrote: "] {
            let reason = |line: &str| reason(&[before, line].concat());
            assert_eq!(reason("Hello, here is my code:"), Reason::NoCode);
            assert_eq!(reason("01 Feb 2024"), Reason::NoCode);
            assert_eq!(reason(&other), Reason::OtherEdition);
            assert_eq!(reason(&newer), Reason::Newer);
            assert_eq!(reason(&unreadable), Reason::Unreadable);
            assert_eq!(reason(&paper(10, 5).write()), Reason::NotAResult);
            assert_eq!(reason(&paper(10, 5).write().replace('-', " ")), Reason::NotAResult);
            assert_eq!(reason(&good[..good.len() - 1]), Reason::Damaged);
            assert_eq!(reason(&good[5..]), Reason::Damaged);
            assert_eq!(reason(&good.replacen('1', "7", 1)), Reason::Damaged);
            assert_eq!(reason(&good.replacen('1', "U", 1)), Reason::Damaged);
        }
        let both = lines(&format!("{good}, {}", &code(3, 3)[..15]));
        assert_eq!((both.entries.len(), reasons(&both)), (1, vec![(1, Reason::Damaged)]));
    }

    #[test]
    fn the_later_of_two_results_counts_and_the_earlier_is_reported() {
        let text = [code(1, 1), code(2, 2), String::new(), code(1, 3), code(2, 2), code(1, 1)];
        let desk = lines(&text.join("\n"));
        assert_eq!(students(&desk), [("2".to_owned(), 2), ("1".to_owned(), 6)]);
        assert_eq!(
            reasons(&desk),
            [
                (1, Reason::Replaced { by: 4 }),
                (4, Reason::Replaced { by: 6 }),
                (5, Reason::Repeated { of: 2 }),
            ]
        );
        assert_eq!(desk.problems[1].text, code(1, 3));
    }

    #[test]
    fn lines_that_are_too_long_or_too_many_are_reported() {
        let long = format!("{}{}", code(1, 1), " ".repeat(2_000));
        assert_eq!(reasons(&lines(&format!("\n{long}x"))), [(2, Reason::LongLine)]);
        let many = format!("{}{}", "x\n".repeat(10_002), code(1, 1));
        let desk = lines(&many);
        assert_eq!(desk.problems.len(), 10_001);
        assert_eq!(reasons(&desk).last(), Some(&(10_001, Reason::TooMany { lines: 3 })));
        assert_eq!(desk.entries, []);
    }

    #[test]
    fn lines_that_could_be_codes_at_every_place_are_given_up() {
        for part in ["01 ", "2A ", "0", "01-", "hello there "] {
            let worst = part.repeat(1_900 / part.len());
            let desk = lines(&[worst.as_str(); 3].join("\n"));
            assert_eq!((desk.entries.len(), desk.problems.len()), (0, 3), "{part}");
            // A code before them is found.
            let before = lines(&format!("{} {worst}", code(1, 1)));
            assert_eq!(before.entries.len(), 1, "{part}");
        }
    }

    #[test]
    fn a_file_full_of_results_is_read_in_order() {
        // To look through all of them for each would take minutes, and the runner would say so.
        let count = 150_000;
        let all: Vec<Entry> = (0..count)
            .map(|at| Entry {
                line: at + 1,
                result: ResultCode {
                    paper: paper(1, (at % 4096) as u32),
                    who: Who::Number((at % 4095) as u16 + 1),
                    minutes: 0,
                    told: Vec::new(),
                },
                code: String::new(),
                beside: String::new(),
                all: Sum::default(),
                by_reader: Sum::default(),
            })
            .collect();
        let other = |it: &Entry| {
            let line = it.line + 2 * (count - it.line) + 1;
            Entry { line, result: ResultCode { minutes: 1, ..it.result.clone() }, ..it.clone() }
        };
        let mut taken = Taken::default();
        // Each is replaced, the last one first: each problem belongs before all others.
        all.iter().cloned().for_each(|it| taken.take(it));
        all.iter().rev().map(other).for_each(|it| taken.take(it));
        let desk = taken.desk();
        assert_eq!((desk.entries.len(), desk.problems.len()), (count, count));
        assert!(desk.problems.is_sorted_by_key(|it| it.line));
    }

    #[test]
    fn what_messengers_hide_in_a_code_does_no_harm() {
        let code = code(12, 1);
        for hidden in
            ["\u{200b}", "\u{200e}", "\u{202b}", "\u{2060}", "\u{2067}", "\u{ad}", "\u{feff}"]
        {
            let around = format!("{hidden}{code}{hidden}");
            let at_dashes = code.replace('-', &[hidden, "-", hidden].concat());
            let everywhere: String =
                code.chars().flat_map(|it| [it.to_string(), hidden.into()]).collect();
            for line in [around, at_dashes, everywhere] {
                let desk = lines(&format!("Anna: {line}"));
                assert_eq!((students(&desk).len(), desk.problems.len()), (1, 0), "{line:?}");
                let entry = &desk.entries[0];
                assert_eq!((entry.code.as_str(), entry.beside.as_str()), (code.as_str(), "Anna"));
            }
        }
    }

    #[test]
    fn points_are_those_of_the_answers() {
        let tasks = [usual(0), usual(8), usual(5)];
        let told = |answer| Some(crate::Told::Answer(answer));
        let right = told(crate::Answer::One("a0".to_owned()));
        let own = told(crate::Answer::Own { text: String::new(), met: vec![1, 2] });
        let told = vec![right, own, Some(crate::Told::Points(3))];
        let result =
            ResultCode { paper: paper(3, 5), who: Who::Name("ANNA".to_owned()), minutes: 9, told };
        let code = result.write(&asked(&tasks)).unwrap();
        let desk = read_lines(&code, |_| Some(asked(&tasks)));
        let entry = &desk.entries[0];
        assert_eq!(entry.all, Sum { right: 1, items: 2, points: 4, out_of: 5 });
        assert_eq!(entry.by_reader, Sum { right: 0, items: 1, points: 2, out_of: 4 });
        let csv = desk.write_csv(HEADS);
        assert_eq!(
            csv.lines().collect::<Vec<_>>(),
            [&HEADS.join(","), &format!("ANNA,9,{},4,5,2,4,,{code}", paper(3, 5).write()),]
        );
    }

    #[test]
    fn a_table_is_read_after_other_programs_saved_it() {
        let text = format!("Anna: {}\n@Ben, \"B\": {}", code(1, 1), code(2, 2));
        let desk = lines(&text);
        let csv = desk.write_csv(HEADS);
        assert!(csv.contains(",\"'@Ben, \"\"B\",01"), "{csv}");
        // Columns taken away, others added, rows sorted, other signs between fields and lines.
        let saved = format!(
            "\u{feff}Class;Beside;Code\n8b;\"'@Ben, \"\"B\";{}\n;\n8b;Anna;{}\n8b;Cid;\n",
            code(2, 2),
            code(1, 1),
        );
        for saved in [saved.clone(), saved.replace(';', "\t"), saved.replace('\n', "\r\n")] {
            let back = table(&saved);
            assert_eq!(students(&back), [("2".to_owned(), 2), ("1".to_owned(), 4)]);
            assert_eq!(back.entries[0].beside, "@Ben, \"B");
            assert_eq!(back.entries[0].result, desk.entries[1].result);
            assert_eq!(reasons(&back), [(5, Reason::NoCode)]);
        }
    }

    #[test]
    fn fields_that_would_be_run_as_formulas_are_guarded() {
        let row = |field: &str| write_rows(&[vec![field.to_owned(), String::new()]]);
        assert_eq!(row("=1+1"), "'=1+1,\r\n");
        assert_eq!(row("+1"), "'+1,\r\n");
        assert_eq!(row("-1"), "'-1,\r\n");
        assert_eq!(row("@a"), "'@a,\r\n");
        assert_eq!(row("\ta"), "\"'\ta\",\r\n");
        assert_eq!(row("'=a"), "''=a,\r\n");
        assert_eq!(row("'a"), "'a,\r\n");
        for hidden in ["\u{0}", "\u{200b}", "\u{202e}", "\u{2060}", "\u{ad}"] {
            assert_eq!(row(&[hidden, "=a"].concat()), format!("'{hidden}=a,\r\n"));
        }
        assert_eq!(row(" =a"), "\"' =a\",\r\n");
        assert_eq!(row("\u{feff}=a"), "\"'\u{feff}=a\",\r\n");
        assert_eq!(row("a=b"), "a=b,\r\n");
        assert_eq!(row("a \"b\", c"), "\"a \"\"b\"\", c\",\r\n");
    }

    #[test]
    fn rows_are_read_from_what_programs_write() {
        let rows = |text: &str| -> Vec<(usize, String)> {
            read_rows(text).into_iter().map(|(line, row)| (line, row.join("|"))).collect()
        };
        let row = |line: usize, text: &str| (line, text.to_owned());
        assert_eq!(
            rows("\u{feff}a;b,c\n\nd;\"e\r\nf\";\ng"),
            [row(1, "a|b,c"), row(3, "d|e\r\nf|"), row(5, "g")]
        );
        assert_eq!(rows("a\tb\rc\td\r"), [row(1, "a|b"), row(2, "c|d")]);
        assert_eq!(rows("\"\"\r\na\"b,\"c\"d,\"e"), [row(1, ""), row(2, "a\"b|cd|e")]);
        assert_eq!(rows(""), []);
    }

    #[test]
    fn ends_fit_where_codes_do() {
        let mut fitting = 0;
        for seed in 0..3_000 {
            let text = format!("{:x} {}", crate::seed_of(&seed.to_string()), code(1, 1));
            let text = text.replace(['3', '7', 'c'], " ");
            let (words, symbols) = words_of(&text);
            for from in 0..words.len() {
                let words = &words[from..];
                let ends = fitting_ends(words, &symbols);
                for (at, word) in words.iter().enumerate() {
                    let is_code = code::decode(&text[words[0].start..word.end]).is_ok();
                    assert_eq!(ends.contains(&at), is_code, "{text}");
                    fitting += usize::from(is_code);
                }
            }
        }
        assert!(fitting > 50, "{fitting}");
    }

    /// A line with or without a code, as people paste them.
    fn any_line() -> impl Strategy<Value = String> {
        let code = || (1u16..6, 0u64..4).prop_map(|(number, seed)| code(number, seed));
        prop_oneof![
            3 => code(),
            2 => ("[A-Za-z=+@<>,;\"' ]{0,12}[:,;|]", code()).prop_map(|(head, code)| head + &code),
            1 => (code(), 0usize..40, "[0-9A-Zu -]").prop_map(|(mut code, at, with)| {
                let at = at % code.len();
                code.replace_range(at..=at, &with);
                code
            }),
            2 => "\\PC{0,40}|[01OIl -]{0,40}|[ \t]{0,3}",
        ]
    }

    proptest! {
        // Each case draws and reads dozens of papers.
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn no_line_is_lost(given in proptest::collection::vec(any_line(), 0..30)) {
            let text = given.join("\n");
            let desk = lines(&text);
            for (at, line) in text.lines().enumerate() {
                let has_entry = desk.entries.iter().any(|it| it.line == at + 1);
                let has_problem = desk.problems.iter().any(|it| it.line == at + 1);
                prop_assert_eq!(has_entry || has_problem, !line.trim().is_empty(), "{}", line);
            }
            prop_assert!(desk.entries.is_sorted_by_key(|it| it.line));
            prop_assert!(desk.problems.is_sorted_by_key(|it| it.line));
            for (at, entry) in desk.entries.iter().enumerate() {
                let same = |it: &&Entry| it.result.who == entry.result.who;
                prop_assert_eq!(desk.entries.iter().position(|it| same(&it)), Some(at));
            }
        }

        #[test]
        fn every_code_on_a_line_of_its_own_is_read(
            given in proptest::collection::vec((1u16..30, 0u64..9), 0..30)
        ) {
            let text = given.iter().map(|(number, seed)| code(*number, *seed) + "\n").collect::<String>();
            let desk = lines(&text);
            let kept = desk.problems.len() + desk.entries.len();
            prop_assert_eq!(kept, given.len());
            for (number, seed) in &given {
                let last = given.iter().rfind(|it| it.0 == *number).unwrap();
                let is_there = desk.entries.iter().any(|it| it.result == result(*number, *seed));
                prop_assert_eq!(is_there, last.1 == *seed);
            }
        }

        #[test]
        fn a_table_is_read_back(given in proptest::collection::vec(any_line(), 0..20)) {
            let desk = lines(&given.join("\n"));
            let back = table(&desk.write_csv(HEADS));
            let plain = |desk: &Desk| -> Vec<Entry> {
                desk.entries.iter().map(|it| Entry { line: 0, ..it.clone() }).collect()
            };
            prop_assert_eq!(plain(&desk), plain(&back));
            prop_assert_eq!(&back.problems, &[]);
            // Pasted as lines, it gives the same results.
            let results = |desk: Desk| desk.entries.into_iter().map(|it| it.result).collect::<Vec<_>>();
            prop_assert_eq!(results(lines(&desk.write_csv(HEADS))), results(desk));
        }

        #[test]
        fn rows_are_read_back(
            rows in proptest::collection::vec(
                proptest::collection::vec("[a='\"+,;\t\r\n@ \u{feff}-]{0,6}|\\PC{0,4}", 1..4), 0..6
            )
        ) {
            let read: Vec<_> = read_rows(&write_rows(&rows)).into_iter().map(|it| it.1).collect();
            prop_assert_eq!(read, rows);
        }

        #[test]
        fn no_field_is_run(field in "[a='\"+,;\t\r\n@ \u{0}\u{200b}\u{feff}-]{0,6}") {
            let written = write_rows(&[vec![field, "x".to_owned()]]);
            let cell = written.strip_suffix(",x\r\n").unwrap();
            let cell = match cell.strip_prefix('"') {
                Some(quoted) => quoted.strip_suffix('"').unwrap().replace("\"\"", "\""),
                None => cell.to_owned(),
            };
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{}", cell);
            let seen = cell.trim_start_matches([' ', '\u{0}', '\u{200b}', '\u{feff}']);
            prop_assert!(!seen.starts_with(['=', '+', '-', '@']), "{}", cell);
        }

        #[test]
        fn any_text_is_read(text in "(\\PC|[\r\n,;\"\t]){0,200}") {
            lines(&text);
            table(&text);
            read_rows(&text);
        }
    }
}
