//! The class desk: what a teacher pastes, sorted into results and what is wrong with the rest.
//!
//! A line may be a bare result code, have something beside it (a name, the head of a message), or
//! have several codes. From the left, at each word that begins as a result code does, the longest
//! run of signs, spaces and dashes that reads as one is taken. The check of all runs from one place is
//! added up in one go, and a line has a bounded number of places, so the cost grows with the text
//! only. A code that was broken into two lines is not found.
//!
//! Nothing is lost: each line that is not blank has an entry, or a problem that says why not. Who hands
//! in the same paper again replaces the result from before. A name is of twelve letters at most, so two
//! students may have the same: where other words stood beside their codes, both results stay, and that is
//! said. Times and dates, as messengers put them there, make no difference.
//!
//! [`Reading`] reads some lines at a time, so that a page that reads thousands stays at hand.

use crate::code::{self, CodeError, PRIME, ROOT, is_space, symbol_of};
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
/// Signs in a group of a code.
const GROUP: usize = 4;
/// Most characters that are in no code, in what is held for a damaged one.
const MOST_STRAYS: usize = 2;
/// Most characters that are kept of what stands beside a code, and of a line with a problem.
const KEPT: usize = 200;

/// What parts the fields of a row that is shown.
const PARTED: &str = ", ";

/// What a class handed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    /// Results, in the order of their lines; of each student and paper, the last one. Two students of the
    /// same name are told apart by what stood beside their codes.
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
    /// What stood beside the code: a name, or the head of a message. Where nothing did, what stood beside
    /// the result that this one replaced.
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
    Damaged {
        /// A character of it that is in no code, where there is one.
        stray: Option<Stray>,
    },
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
    /// Somebody of the same name handed in the same paper, with something else beside the code. Both
    /// results stay.
    SameName {
        /// The line of the earlier result.
        of: usize,
    },
}

/// A character that is in no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stray {
    /// Its position in the line, in characters from 0.
    pub at: usize,
    /// The character.
    pub found: char,
}

/// Reads lines with result codes, in one go.
#[cfg(test)]
pub(crate) fn read_lines<'a>(
    text: &str,
    find: impl FnMut(&PaperCode) -> Option<Asked<'a>> + 'a,
) -> Desk {
    Reading::of_lines(text.to_owned(), find).finish()
}

/// Reads a table with result codes, in one go.
#[cfg(test)]
pub(crate) fn read_csv<'a>(
    text: &str,
    find: impl FnMut(&PaperCode) -> Option<Asked<'a>> + 'a,
) -> Desk {
    Reading::of_table(text.to_owned(), find).finish()
}

/// Reads what a class handed in, some lines at a time.
pub struct Reading<'a> {
    text: String,
    /// Where the next line begins; of a table also what parts its fields.
    next: Rows,
    is_table: bool,
    /// How many lines were read that are not blank.
    lines: usize,
    /// The first line that was too many, how it begins, and how many there are so far.
    beyond: Option<(usize, String, usize)>,
    reader: Reader<'a>,
}

impl<'a> Reading<'a> {
    /// Begins to read lines with result codes.
    ///
    /// What a paper asked is found by its code, once for each paper; it is none where that is of
    /// another edition.
    pub fn of_lines(text: String, find: impl FnMut(&PaperCode) -> Option<Asked<'a>> + 'a) -> Self {
        Self::new(text, false, Box::new(find))
    }

    /// Begins to read a table as [`Desk::write_csv`] writes it, also after another program has saved it.
    ///
    /// Of each row that has a result code, all else is read from that; the field before it is what
    /// stood beside it. A first row without any is taken for the heads.
    pub fn of_table(text: String, find: impl FnMut(&PaperCode) -> Option<Asked<'a>> + 'a) -> Self {
        Self::new(text, true, Box::new(find))
    }

    fn new(text: String, is_table: bool, find: Find<'a>) -> Self {
        let next = Rows::of(&text);
        Self { text, next, is_table, lines: 0, beyond: None, reader: Reader::new(find) }
    }

    /// Reads so many lines more; says whether any may be left.
    pub fn lines(&mut self, count: usize) -> bool {
        (0..count).all(|_| self.line())
    }

    /// How much of the text was read, in percent.
    pub fn percent(&self) -> usize {
        (self.next.at * 100).checked_div(self.text.len()).unwrap_or(100)
    }

    /// What was read; the rest of the text is left.
    pub fn desk(mut self) -> Desk {
        if let Some((line, text, lines)) = self.beyond {
            self.reader.taken.complain(line, Reason::TooMany { lines }, &text);
        }
        self.reader.taken.desk()
    }

    #[cfg(test)]
    fn finish(mut self) -> Desk {
        while self.line() {}
        self.desk()
    }

    /// Reads one line; says whether there was any.
    fn line(&mut self) -> bool {
        if self.is_table {
            let Some((line, fields)) = self.next.row(&self.text) else { return false };
            if fields.iter().any(|field| !field.trim().is_empty()) {
                if self.lines < MOST_LINES {
                    self.reader.row(line, &fields, self.lines == 0);
                }
                self.count(line, || fields.join(PARTED));
            }
        } else {
            let Some((line, from, to)) = self.next.line(&self.text) else { return false };
            let text = self.text.get(from..to).unwrap_or_default();
            if !text.trim().is_empty() {
                if self.lines < MOST_LINES {
                    self.reader.line(line, text);
                    self.lines += 1;
                } else {
                    let text = text.chars().take(KEPT).collect::<String>();
                    self.count(line, || text);
                }
            }
        }
        true
    }

    /// Counts a line, and notes it where it is one too many.
    fn count(&mut self, line: usize, text: impl FnOnce() -> String) {
        if self.lines < MOST_LINES {
            self.lines += 1;
        } else if let Some((_, _, lines)) = &mut self.beyond {
            *lines += 1;
        } else {
            self.beyond = Some((line, text(), 1));
        }
    }
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
    /// Where in the list of namesakes those of a paper and a name stand, by both.
    names: BTreeMap<String, usize>,
    namesakes: Vec<Namesakes>,
    /// What was wrong, as it was noticed.
    problems: Vec<Problem>,
}

/// Where the results of students of the same name stand.
#[derive(Default)]
struct Namesakes {
    /// What stood beside the code of each, and the place of the result. They are as few as lines.
    places: Vec<(String, usize)>,
    /// The place of the last one.
    last: usize,
}

impl Namesakes {
    /// Which of them one with this beside the code repeats or replaces.
    fn same(&mut self, beside: &str, is_exact: bool) -> Option<&mut (String, usize)> {
        // One that stands alone can only be of whom the other knows by name, if that is one.
        let is_alone = self.places.len() == 1 && !is_exact;
        self.places.iter_mut().find(|(known, _)| {
            known == beside || is_alone && (known.is_empty() || beside.is_empty())
        })
    }
}

impl Taken {
    /// Takes a result. Where that is exact, nothing beside a code is not the same as something.
    fn take(&mut self, mut entry: Entry, is_exact: bool) {
        let whose = [&entry.result.paper.write(), " ", &entry.result.who.text()].concat();
        let name = self.names.get(&whose).copied().unwrap_or(self.namesakes.len());
        if name == self.namesakes.len() {
            self.names.insert(whose, name);
            self.namesakes.push(Namesakes::default());
        }
        let Some(namesakes) = self.namesakes.get_mut(name) else { return };
        let next = self.entries.len();
        let beside = told_apart_by(&entry.beside);
        let (line, mut problem) = (entry.line, None);
        if let Some((known, place)) = namesakes.same(&beside, is_exact) {
            let Some(taken) = self.entries.get_mut(*place) else { return };
            let Some(before) = taken else { return };
            if before.result == entry.result {
                if known.is_empty() && !beside.is_empty() {
                    *known = beside;
                    before.beside = entry.beside;
                }
                let of = before.line;
                return self.complain(line, Reason::Repeated { of }, &entry.code);
            }
            if beside.is_empty() {
                entry.beside.clone_from(&before.beside);
            } else {
                *known = beside;
            }
            *place = next;
            if let Some(before) = taken.take() {
                problem = Some((before.line, Reason::Replaced { by: line }, before.code));
            }
        } else {
            let last = self.entries.get(namesakes.last).and_then(Option::as_ref);
            if let (Some(last), false) = (last, namesakes.places.is_empty()) {
                problem = Some((line, Reason::SameName { of: last.line }, entry.code.clone()));
            }
            namesakes.places.push((beside, next));
        }
        namesakes.last = next;
        self.entries.push(Some(entry));
        if let Some((line, reason, code)) = problem {
            self.complain(line, reason, &code);
        }
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

/// What stood beside a code, as far as students are told apart by it: its words, without times and dates.
fn told_apart_by(beside: &str) -> String {
    let is_part = |it: char| it.is_ascii_digit() || ":./-".contains(it);
    let mut words: Vec<String> = Vec::new();
    for word in beside.split_whitespace() {
        let word = word.trim_matches(|it: char| !it.is_alphanumeric());
        let word: String = word.chars().flat_map(char::to_lowercase).collect();
        let is_time = word.contains(|it: char| ":./-".contains(it)) && word.chars().all(is_part);
        if !word.is_empty() && !is_time && !matches!(word.as_str(), "am" | "pm") {
            words.push(word);
        }
    }
    words.join(" ")
}

/// Finds what a paper asked.
type Find<'a> = Box<dyn FnMut(&PaperCode) -> Option<Asked<'a>> + 'a>;

/// Reads lines one by one.
struct Reader<'a> {
    taken: Taken,
    /// What papers asked that were looked for.
    asked: Vec<Option<Asked<'a>>>,
    /// Where that stands, by the code of the paper.
    papers: BTreeMap<String, usize>,
    find: Find<'a>,
}

/// What a text was found to have.
#[derive(Default)]
struct Found {
    /// Results, and from which byte to which they stood.
    results: Vec<(usize, usize, Entry)>,
    /// What was wrong with something else that looked like a code.
    reason: Option<Reason>,
}

impl<'a> Reader<'a> {
    fn new(find: Find<'a>) -> Self {
        Self { taken: Taken::default(), asked: Vec::new(), papers: BTreeMap::new(), find }
    }

    fn line(&mut self, at: usize, line: &str) {
        let found = self.search(line);
        if let Some(reason) = found.reason {
            self.taken.complain(at, reason, line);
        }
        let beside = beside(line, &found);
        for (_, _, entry) in found.results {
            self.taken.take(Entry { line: at, beside: beside.clone(), ..entry }, false);
        }
    }

    fn row(&mut self, line: usize, fields: &[String], is_first: bool) {
        let mut reason = Reason::NoCode;
        let mut has_result = false;
        let mut before = "";
        // Characters before the field, as the row is shown.
        let mut shown = 0;
        for field in fields {
            let found = self.search(field);
            match found.reason {
                None | Some(Reason::NoCode) => {}
                Some(Reason::Damaged { stray: Some(stray) }) => {
                    let stray = Some(Stray { at: shown + stray.at, ..stray });
                    reason = Reason::Damaged { stray };
                }
                Some(other) => reason = other,
            }
            shown += field.chars().count() + PARTED.len();
            let own = beside(field, &found);
            let beside = if own.is_empty() { before } else { own.as_str() };
            for (_, _, entry) in found.results {
                has_result = true;
                self.taken.take(Entry { line, beside: beside.to_owned(), ..entry }, true);
            }
            before = field;
        }
        let is_head = is_first && reason == Reason::NoCode && fields.len() > 1;
        if !has_result && !is_head {
            self.taken.complain(line, reason, &fields.join(PARTED));
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
                found.reason = found.reason.or(Some(Reason::Damaged { stray: None }));
            }
        }
        if found.results.is_empty() && found.reason.is_none() {
            found.reason = Some(other_code(text, &words, &symbols));
        }
        if let Some(Reason::NoCode | Reason::Damaged { .. }) = found.reason
            && let Some(stray) = stray_in(text)
        {
            found.reason = Some(Reason::Damaged { stray: Some(stray) });
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
                // Of many runs one may have a fitting check by chance: "01 Febr" has.
                Err(error) if first.is_set_apart && end.is_last && is_long(first, end) => {
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

/// Whether from one word to another there are as many signs as the shortest code has.
fn is_long(first: &Word, last: &Word) -> bool {
    last.signs_before + last.signs >= first.signs_before + FEWEST_SIGNS
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
        let is_long = |end: &Word| is_long(word, end);
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
            reason = Reason::Damaged { stray: None };
        }
        rest = after;
    }
    reason
}

/// Characters of a text that are all in codes or all not far from one: a group of signs.
#[derive(Default)]
struct Group {
    /// Its first byte.
    start: usize,
    /// The byte after it.
    end: usize,
    /// How many characters of it can be seen.
    length: usize,
    /// How many of them are in no code.
    strays: usize,
    has_digit: bool,
    /// Whether the first two are those of a result, of which one may be another.
    begins_result: bool,
    /// What stands before it.
    gap: Gap,
}

/// What stands between two groups.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Gap {
    Space,
    Dash,
    #[default]
    Other,
}

/// The first character that is in no code, in something that otherwise is built as the code of a result:
/// of signs without a gap, or in groups of about four of them with nothing else between.
fn stray_in(text: &str) -> Option<Stray> {
    let groups = groups_of(text);
    for (at, first) in groups.iter().enumerate() {
        if !first.begins_result || first.gap == Gap::Dash {
            continue;
        }
        let rest = groups.get(at..).unwrap_or_default();
        let Some(code) = built_as_a_code(rest).and_then(|code| Some((code.last()?, code))) else {
            continue;
        };
        let (last, code) = code;
        let strays: usize = code.iter().map(|it| it.strays).sum();
        let length: usize = code.iter().map(|it| it.length).sum();
        if length < FEWEST_SIGNS || !(1..=MOST_STRAYS).contains(&strays) {
            continue;
        }
        if let Err(CodeError::Character { at, found }) =
            code::decode(text.get(first.start..last.end)?)
        {
            let before = text.get(..first.start)?.chars().count();
            return Some(Stray { at: before + at, found });
        }
    }
    None
}

/// Of these groups those from the first that can be a code.
fn built_as_a_code(groups: &[Group]) -> Option<&[Group]> {
    let first = groups.first()?;
    let gap = groups.get(1).map_or(Gap::Other, |it| it.gap);
    if first.length >= FEWEST_SIGNS && gap != Gap::Dash {
        return groups.get(..1);
    }
    let mut count = 0;
    for group in groups {
        // A sign too many or too few makes a group longer or shorter; the last may be shorter by itself.
        if group.length > GROUP + 1 || count > 0 && group.gap != gap {
            break;
        }
        count += 1;
        if group.length < GROUP - 1 {
            break;
        }
    }
    let groups = groups.get(..count)?;
    // Names stand after spaces too, and have no digits.
    let end = groups.iter().rposition(|it| it.has_digit || gap == Gap::Dash)?;
    groups.get(..=end)
}

/// Groups of a text: what stands between spaces, dashes, and what parts words.
fn groups_of(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut gap = Gap::Other;
    let mut is_inside = false;
    let mut letters = text.char_indices().peekable();
    let parts = |it: char| it.is_whitespace() || ",;:|=\"()[]<>".contains(it);
    let mut before = None;
    while let Some((at, letter)) = letters.next() {
        if code::is_invisible(letter) {
            continue;
        }
        let after = letters.peek().map(|it| it.1);
        // What ends a sentence, or stands about a word, is no part of it.
        let is_edge =
            !letter.is_alphanumeric() && (before.is_none_or(parts) || after.is_none_or(parts));
        before = Some(letter);
        if is_space(letter) || is_edge || parts(letter) {
            let is_dash = is_space(letter) && !letter.is_whitespace();
            let other = !is_space(letter);
            gap = match (is_inside, gap) {
                _ if other => Gap::Other,
                (false, Gap::Other) => Gap::Other,
                (false, Gap::Dash) => Gap::Dash,
                _ if is_dash => Gap::Dash,
                _ => Gap::Space,
            };
            is_inside = false;
            continue;
        }
        let symbol = symbol_of(letter);
        if !is_inside {
            groups.push(Group { start: at, gap, ..Group::default() });
            is_inside = true;
        }
        let Some(group) = groups.last_mut() else { continue };
        // 0 and the version.
        group.begins_result = match group.length {
            0 => symbol.is_none_or(|it| it == 0),
            1 => group.begins_result && symbol.map_or(group.strays == 0, |it| it == 1),
            _ => group.begins_result,
        };
        group.length += 1;
        group.strays += usize::from(symbol.is_none());
        group.has_digit |= letter.is_ascii_digit();
        group.end = at + letter.len_utf8();
    }
    groups
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
    let mut rows = Rows::of(text);
    std::iter::from_fn(|| rows.row(text)).collect()
}

/// Where in a text the next line begins, and what is known of its rows.
struct Rows {
    /// The byte.
    at: usize,
    /// The line's number, from 1.
    line: usize,
    /// What parts fields, once it is known.
    comma: Option<char>,
}

impl Rows {
    /// The beginning of a text.
    fn of(text: &str) -> Self {
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { at, line: 1, comma: None }
    }

    /// The number of the next line, and from which byte to which it is.
    fn line(&mut self, text: &str) -> Option<(usize, usize, usize)> {
        let rest = text.get(self.at..).filter(|it| !it.is_empty())?;
        let (line, from) = (self.line, self.at);
        let length = rest.find('\n');
        self.at += length.map_or(rest.len(), |it| it + 1);
        self.line += 1;
        Some((line, from, from + length.unwrap_or(rest.len())))
    }

    /// The next row that is not blank, with its line.
    fn row(&mut self, text: &str) -> Option<(usize, Vec<String>)> {
        loop {
            let rest = text.get(self.at..).filter(|it| !it.is_empty())?;
            if let Some(row) = self.row_or_blank(rest) {
                return Some(row);
            }
        }
    }

    fn row_or_blank(&mut self, rest: &str) -> Option<(usize, Vec<String>)> {
        let mut row = Row::at(self.line);
        let mut end = rest.len();
        let mut letters = rest.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let after = letters.peek().map(|it| it.1);
            let is_break = letter == '\n' || letter == '\r' && after != Some('\n');
            self.line += usize::from(is_break);
            match letter {
                '"' if row.is_quoted && after == Some('"') => {
                    row.field.extend(letters.next().map(|it| it.1));
                }
                '"' if row.is_quoted => row.is_quoted = false,
                _ if row.is_quoted => row.field.push(letter),
                '"' if row.field.is_empty() && !row.was_quoted => {
                    row.is_quoted = true;
                    row.was_quoted = true;
                }
                ',' | ';' | '\t' if self.comma.is_none_or(|it| it == letter) => {
                    self.comma = Some(letter);
                    row.end_field();
                }
                '\r' if !is_break => {}
                '\n' | '\r' => {
                    end = at + 1;
                    break;
                }
                _ => row.field.push(letter),
            }
        }
        self.at += end;
        row.end()
    }
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

    /// The reason of what is damaged without a character that is in no code.
    const DAMAGED: Reason = Reason::Damaged { stray: None };

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
            assert_eq!(reason(&good[..good.len() - 1]), DAMAGED);
            assert_eq!(reason(&good[5..]), DAMAGED);
            assert_eq!(reason(&good.replacen('1', "7", 1)), DAMAGED);
            let at = before.chars().count() + 1;
            let stray = Some(Stray { at, found: 'U' });
            assert_eq!(reason(&good.replacen('1', "U", 1)), Reason::Damaged { stray });
        }
        let both = lines(&format!("{good}, {}", &code(3, 3)[..15]));
        assert_eq!((both.entries.len(), reasons(&both)), (1, vec![(1, DAMAGED)]));
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
    fn students_of_the_same_name_both_stay() {
        let named = |name: &str, seed: u64| {
            let who = Who::Name(crate::result::name_of(name));
            ResultCode { who, ..result(1, seed) }.write(&asked(&tasks())).unwrap()
        };
        let read = |all: &[(&str, u64)]| {
            let line = |(beside, seed): &(&str, u64)| format!("{beside}{}", named("Anna", *seed));
            lines(&all.iter().map(line).collect::<Vec<_>>().join("\n"))
        };
        let entries = |desk: &Desk| -> Vec<(usize, String)> {
            desk.entries.iter().map(|it| (it.line, it.beside.clone())).collect()
        };
        let entry = |line: usize, beside: &str| (line, beside.to_owned());

        // Other names beside: with other answers, and with the same.
        for seed in [1, 2] {
            let desk = read(&[("Anna Cohen: ", 1), ("Anna Dahl: ", seed)]);
            assert_eq!(entries(&desk), [entry(1, "Anna Cohen"), entry(2, "Anna Dahl")]);
            assert_eq!(reasons(&desk), [(2, Reason::SameName { of: 1 })]);
        }
        // Each may hand in again.
        let desk = read(&[("Anna Cohen: ", 1), ("Anna Dahl: ", 2), ("anna  cohen, ", 3)]);
        assert_eq!(entries(&desk), [entry(2, "Anna Dahl"), entry(3, "anna  cohen")]);
        assert_eq!(
            reasons(&desk),
            [(1, Reason::Replaced { by: 3 }), (2, Reason::SameName { of: 1 })]
        );
        // The same head of a message at another time, and nothing beside, are the same student.
        for (first, second) in [
            ("[09:14] Anna: ", "[10:30:02] Anna: "),
            ("28/11/2026, 9:14 AM - Anna: ", "29/11/2026, 10:30 PM - Anna: "),
            ("Anna Cohen: ", ""),
            ("", "Anna Cohen: "),
            ("", ""),
            ("14:08 ", "Anna Cohen: "),
        ] {
            let desk = read(&[(first, 1), (second, 2)]);
            assert_eq!(reasons(&desk), [(1, Reason::Replaced { by: 2 })], "{first}, {second}");
            let desk = read(&[(first, 1), (second, 1)]);
            assert_eq!(reasons(&desk), [(2, Reason::Repeated { of: 1 })], "{first}, {second}");
            // What is known of the student stays.
            assert!(first.contains("Cohen") <= desk.entries[0].beside.contains("Cohen"));
            assert!(second.contains("Cohen") <= desk.entries[0].beside.contains("Cohen"));
        }
        // A name is not forgotten with a code that came without.
        for (bare, again) in [(1, 2), (2, 3), (2, 2)] {
            let desk = read(&[("Anna Cohen: ", 1), ("", bare), ("Anna Dahl: ", again)]);
            let besides: Vec<String> = entries(&desk).into_iter().map(|it| it.1).collect();
            assert_eq!(besides, ["Anna Cohen", "Anna Dahl"]);
        }
        // Whose a code without a name is, can't be known where there are two.
        let desk = read(&[("Anna Cohen: ", 1), ("Anna Dahl: ", 2), ("", 3)]);
        assert_eq!(desk.entries.len(), 3);
        assert_eq!(reasons(&desk).last(), Some(&(3, Reason::SameName { of: 2 })));
        // A table tells all three apart.
        let tasks = tasks();
        let back = read_csv(&desk.write_csv(HEADS), |_| Some(asked(&tasks)));
        assert_eq!(back.entries.len(), 3);
    }

    #[test]
    fn a_word_that_only_looks_like_a_code_has_no_fault() {
        for line in [
            "01 February 2024",
            "01-February-2024, our results",
            "https://example.org/~user/01ab-page.html?q=1",
            "anna7.cohen2009@example.org wrote on 01 Feb 2024 at 10.30",
            "0123 thousand people in 2024, as you know",
        ] {
            let [(1, reason)] = reasons(&lines(line))[..] else { panic!("{line}") };
            assert!(matches!(reason, Reason::NoCode | DAMAGED), "{line}: {reason:?}");
        }
        // Neither the name after a code nor the end of the sentence is what is wrong with it.
        let mut wrong = code(12, 1);
        let last = if wrong.ends_with('A') { "B" } else { "A" };
        wrong.replace_range(wrong.len() - 1.., last);
        for line in [format!("{} Luis Duarte", wrong.replace('-', " ")), format!("{wrong}.")] {
            assert_eq!(reasons(&lines(&line)), [(1, DAMAGED)], "{line}");
        }
    }

    #[test]
    fn the_place_of_a_fault_in_a_table_is_that_in_the_row() {
        let wrong = code(12, 1).replacen('1', "U", 1);
        let back = table(&format!("Student,Code\nAnna,{}\nÄnne;Ben,{wrong}\n", code(1, 1)));
        let at = "Änne;Ben, ".chars().count() + 1;
        let stray = Some(Stray { at, found: 'U' });
        assert_eq!(reasons(&back), [(3, Reason::Damaged { stray })]);
        assert_eq!(back.problems[0].text.chars().nth(at), Some('U'));
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
        let rows = format!("a,b\n{}{},x", "x,y\n".repeat(10_001), code(1, 1));
        assert_eq!(reasons(&table(&rows)).last(), Some(&(10_001, Reason::TooMany { lines: 3 })));
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
        all.iter().cloned().for_each(|it| taken.take(it, false));
        all.iter().rev().map(other).for_each(|it| taken.take(it, false));
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
                let whose = |it: &Entry| (it.result.who.clone(), told_apart_by(&it.beside));
                let first = desk.entries.iter().position(|it| whose(it) == whose(entry));
                prop_assert_eq!(first, Some(at));
                // Of those of one name, each but the first is named.
                let is_first = desk.entries.iter().take(at).all(|it| it.result.who != entry.result.who);
                let is_named = |it: &Problem| {
                    it.line == entry.line && matches!(it.reason, Reason::SameName { .. } | Reason::Replaced { .. })
                };
                let replaced = |it: &Problem| it.reason == Reason::Replaced { by: entry.line };
                prop_assert!(is_first || desk.problems.iter().any(|it| is_named(it) || replaced(it)));
            }
        }

        #[test]
        fn a_character_that_is_in_no_code_is_named(
            (number, seed) in (1u16..6, 0u64..4),
            at in 0usize..200,
            found in "[UuÄéА$*?]",
            way in 0usize..3,
            head in "|Anna: |Änne Cohen, |[09:14] Anna: ",
        ) {
            let code = code(number, seed);
            let signs: Vec<usize> = code.match_indices(|it| it != '-').map(|it| it.0).collect();
            // What stands at the end may be the end of a sentence.
            let last = signs.len() - usize::from("$*?".contains(&found));
            let at = signs[at % last];
            let mut wrong = code;
            wrong.replace_range(at..=at, &found);
            let shown = match way {
                0 => wrong,
                1 => wrong.replace('-', ""),
                _ => wrong.replace('-', " "),
            };
            let line = format!("{head}{shown}");
            let place = line.chars().count() - shown.chars().count()
                + shown.chars().position(|it| found.starts_with(it)).unwrap();
            let desk = lines(&line);
            prop_assert_eq!(desk.entries.len(), 0);
            let stray = Some(Stray { at: place, found: found.chars().next().unwrap() });
            // Before a sign at the head of a group no word ends.
            if way < 2 {
                if shown.starts_with(&found) && "$*?".contains(&found) {
                    return Ok(());
                }
                prop_assert_eq!(desk.problems[0].reason, Reason::Damaged { stray }, "{}", line);
            } else if let Reason::Damaged { stray: Some(it) } = desk.problems[0].reason {
                prop_assert_eq!(Some(it), stray);
            }
        }

        #[test]
        fn slices_of_any_size_give_the_same(
            given in proptest::collection::vec(any_line(), 0..30),
            sizes in proptest::collection::vec(1usize..7, 1..6),
        ) {
            let text = given.join("\n");
            let tasks = tasks();
            let find = || |code: &PaperCode| (*code == paper(10, 5)).then(|| asked(&tasks));
            let sliced = |mut reading: Reading<'_>| {
                let mut percent = 0;
                for size in sizes.iter().cycle() {
                    let is_over = !reading.lines(*size);
                    assert!((percent..=100).contains(&reading.percent()));
                    percent = reading.percent();
                    if is_over {
                        break;
                    }
                }
                assert_eq!(percent, 100);
                reading.desk()
            };
            prop_assert_eq!(sliced(Reading::of_lines(text.clone(), find())), lines(&text));
            prop_assert_eq!(sliced(Reading::of_table(text.clone(), find())), table(&text));
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
            let is_same_name = |it: &Problem| matches!(it.reason, Reason::SameName { .. });
            prop_assert!(back.problems.iter().all(is_same_name), "{:?}", back.problems);
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
