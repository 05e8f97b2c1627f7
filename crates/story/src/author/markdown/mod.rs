//! Markdown to typed text. Whatever the story has no use for is refused, with its place.

mod link;
#[cfg(test)]
mod tests;

use crate::{Block, Inline, Target, Text};
use bumpalo::Bump;
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// How deep emphasis and references may lie in one another.
const DEEPEST: usize = 4;

/// Numbers from here on are years where they begin a paragraph, not numbers of a list.
const FIRST_YEAR: u64 = 1000;

/// The address of words that need no source.
const GENERAL: &str = "general";

/// What a text consists of. All places are byte offsets in it.
#[derive(Default)]
pub(super) struct Markdown<'a> {
    pub(super) pieces: Vec<Piece<'a>>,
    pub(super) mentions: Vec<(usize, Target<'a>)>,
    pub(super) mistakes: Vec<Mistake>,
}

/// A heading or a block.
pub(super) enum Piece<'a> {
    Heading(Heading<'a>),
    Block(usize, Block<'a>),
}

/// `## Words {#id key=value}`
pub(super) struct Heading<'a> {
    pub(super) at: usize,
    pub(super) words: &'a str,
    pub(super) id: Option<&'a str>,
    pub(super) attributes: Vec<(&'a str, &'a str)>,
}

/// Something that the story has no use for.
#[derive(Debug)]
pub(super) struct Mistake {
    pub(super) at: usize,
    pub(super) found: String,
    pub(super) expected: &'static str,
}

impl<'a> Markdown<'a> {
    /// Reads `source`; strings are slices of it where they can be.
    pub(super) fn parse(arena: &'a Bump, source: &'a str) -> Self {
        // Tables and so on are switched on only so that they are noticed, and refused.
        let options = Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS;
        let parser = Parser::new_ext(source, options);
        let mut reader = Reader::new(arena, source);
        for (_, definition) in parser.reference_definitions().iter() {
            reader.refuse(&definition.span, "a link with its target in place: [words](claim:id)");
        }
        for (event, range) in parser.into_offset_iter() {
            reader.take(event, range);
        }
        reader.out
    }

    /// The blocks as a text, headings left out.
    pub(super) fn into_text(self) -> Text<'a> {
        let blocks = self.pieces.into_iter().filter_map(|piece| match piece {
            Piece::Block(_, block) => Some(block),
            Piece::Heading(_) => None,
        });
        Text(blocks.collect())
    }
}

struct Reader<'a> {
    arena: &'a Bump,
    source: &'a str,
    out: Markdown<'a>,
    open: Vec<Open<'a>>,
    pending: Pending,
    quotation: bool,
    list: Option<(usize, Vec<Vec<Inline<'a>>>)>,
    /// Whether what Markdown takes for a numbered list is open, which begins with a year.
    year: bool,
    /// Where that year stands, until what follows it is known.
    marker: Option<usize>,
    /// How many tags are open of what was refused as a whole.
    skipping: usize,
}

/// A stretch of runs that has not ended yet.
struct Open<'a> {
    at: usize,
    what: What<'a>,
    runs: Vec<Inline<'a>>,
}

enum What<'a> {
    Paragraph,
    Heading { id: Option<&'a str>, attributes: Vec<(&'a str, &'a str)> },
    Entry,
    Emphasis,
    Strong,
    Reference(Option<Target<'a>>),
    General(&'a str),
}

/// Plain words that more may be added to.
enum Pending {
    Nothing,
    /// They stand in the source like that.
    Slice(Range<usize>),
    Made {
        at: usize,
        words: String,
    },
}

impl<'a> Reader<'a> {
    fn new(arena: &'a Bump, source: &'a str) -> Self {
        Self {
            arena,
            source,
            out: Markdown::default(),
            open: Vec::new(),
            pending: Pending::Nothing,
            quotation: false,
            list: None,
            year: false,
            marker: None,
            skipping: 0,
        }
    }

    fn take(&mut self, event: Event<'a>, range: Range<usize>) {
        if self.skipping > 0 {
            match event {
                Event::Start(_) => self.skipping += 1,
                Event::End(_) => self.skipping -= 1,
                _ => {}
            }
            return;
        }
        if let Some(marker) = self.marker.take() {
            self.year_before(marker, &event, &range);
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => self.words(&words, range),
            Event::SoftBreak => self.words(" ", range),
            Event::HardBreak => {
                // Spaces at the end of a line, which nobody sees, are no more than a line's end.
                if self.source.get(range.clone()).is_some_and(|found| found.starts_with('\\')) {
                    self.refuse(&range, "no line break within a paragraph");
                }
                self.words(" ", range);
            }
            Event::Code(_) => self.refuse(&range, "no code; *emphasis* for a word as a word"),
            Event::Html(_) | Event::InlineHtml(_) => self.refuse(&range, "no HTML"),
            Event::Rule => self.refuse(&range, "no rule; a new passage begins with `## `"),
            Event::FootnoteReference(_) => {
                self.refuse(&range, "no footnote; a link to a claim: [words](claim:id)");
            }
            Event::TaskListMarker(_) => self.refuse(&range, "no check box"),
            Event::InlineMath(_) | Event::DisplayMath(_) => self.refuse(&range, "no formula"),
        }
    }

    /// Gives a sentence the year back with which it begins: “1963. The records agree.”
    fn year_before(&mut self, marker: usize, event: &Event<'_>, range: &Range<usize>) {
        let end = if matches!(event, Event::End(_)) { range.end } else { range.start };
        let Some(year) = self.source.get(marker..end) else { return };
        // Where nothing follows, the line's end does.
        let year = if end == range.end { year.trim_end() } else { year };
        self.words(year, marker..marker + year.len());
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        let at = range.start;
        match tag {
            Tag::Paragraph => match self.open.last() {
                Some(Open { what: What::Paragraph, .. }) if self.year => {}
                Some(Open { what: What::Entry, runs, .. }) => {
                    if !runs.is_empty() {
                        self.skip(&range, "one paragraph for each entry of a list");
                    }
                }
                _ => self.push(at, What::Paragraph),
            },
            Tag::Heading { level, id, classes, attrs } => {
                if level != HeadingLevel::H2 || self.is_nested() {
                    return self.skip(&range, "`## ` for a passage; there are no other headings");
                }
                if !classes.is_empty() {
                    self.refuse(&range, "only #id, when=, groups= and people= in the braces");
                }
                let id = id.map(|id| self.keep(id));
                let attributes = attrs
                    .into_iter()
                    .map(|(key, value)| {
                        (self.keep(key), value.map_or("", |value| self.keep(value)))
                    })
                    .collect();
                self.push(at, What::Heading { id, attributes });
            }
            Tag::BlockQuote(_) => {
                if self.is_nested() {
                    return self.skip(&range, "a quotation that stands by itself");
                }
                self.quotation = true;
            }
            Tag::List(Some(FIRST_YEAR..)) if !self.is_nested() => self.year = true,
            Tag::List(Some(_)) => self.skip(&range, "no numbered list; a list with `- `"),
            Tag::List(None) => {
                if self.is_nested() {
                    return self.skip(&range, "a list that stands by itself");
                }
                self.list = Some((at, Vec::new()));
            }
            Tag::Item if self.year => {
                self.push(at, What::Paragraph);
                self.marker = Some(at);
            }
            Tag::Item => self.push(at, What::Entry),
            Tag::Emphasis => self.nest(&range, What::Emphasis),
            Tag::Strong => self.nest(&range, What::Strong),
            Tag::Link { link_type: LinkType::Inline, dest_url, title, .. }
                if &*dest_url == GENERAL =>
            {
                if title.trim().is_empty() {
                    self.refuse(&range, "a reason: [words](general \"why it needs no source\")");
                }
                let why = self.keep(title);
                self.nest(&range, What::General(why));
            }
            Tag::Link { link_type, dest_url, title, .. } => {
                let target = self.target(link_type, dest_url, &title, &range);
                self.nest(&range, What::Reference(target));
            }
            Tag::Image { .. } => self.skip(&range, "no image"),
            Tag::CodeBlock(_) => self.skip(&range, "no code; start the line at its first column"),
            Tag::HtmlBlock => self.skip(&range, "no HTML"),
            Tag::Table(_) => self.skip(&range, "no table; a list or a paragraph"),
            Tag::FootnoteDefinition(_) => self.skip(&range, "no footnote; a claim"),
            Tag::Strikethrough => self.skip(&range, "no struck-out words"),
            _ => self.skip(&range, "paragraphs, lists, quotations, emphasis and links"),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) => self.quotation = false,
            TagEnd::Paragraph if self.year => {}
            TagEnd::List(true) => self.year = false,
            TagEnd::List(false) => {
                if let Some((at, entries)) = self.list.take()
                    && !entries.is_empty()
                {
                    self.out.pieces.push(Piece::Block(at, Block::List(entries)));
                }
            }
            // A paragraph within an entry was never opened: its runs are the entry's.
            TagEnd::Paragraph
                if matches!(self.open.last(), Some(Open { what: What::Entry, .. })) => {}
            _ => self.close(),
        }
    }

    /// Ends the innermost stretch of runs and puts it where it belongs.
    fn close(&mut self) {
        self.flush();
        let Some(Open { at, what, runs }) = self.open.pop() else { return };
        match what {
            What::Paragraph if runs.is_empty() => {}
            What::Paragraph => {
                let block =
                    if self.quotation { Block::Quotation(runs) } else { Block::Paragraph(runs) };
                self.out.pieces.push(Piece::Block(at, block));
            }
            What::Heading { id, attributes } => {
                let words = match runs.as_slice() {
                    [Inline::Words(words)] => *words,
                    _ => {
                        self.complain(at, "a heading of plain words");
                        ""
                    }
                };
                self.out.pieces.push(Piece::Heading(Heading { at, words, id, attributes }));
            }
            What::Entry if runs.is_empty() => self.complain(at, "words in each entry of a list"),
            What::Entry => {
                if let Some((_, entries)) = &mut self.list {
                    entries.push(runs);
                }
            }
            What::Emphasis => self.add(Inline::Emphasis(runs)),
            What::Strong => self.add(Inline::Strong(runs)),
            What::General(why) => self.add(Inline::General { content: runs, why }),
            What::Reference(target) => {
                if runs.is_empty() {
                    self.complain(at, "words in the brackets of a link");
                }
                if let Some(target) = target {
                    self.out.mentions.push((at, target));
                    self.add(Inline::Reference { target, content: runs });
                }
            }
        }
    }

    /// Adds a run to the innermost stretch.
    fn add(&mut self, run: Inline<'a>) {
        if let Some(open) = self.open.last_mut() {
            open.runs.push(run);
        }
    }

    fn push(&mut self, at: usize, what: What<'a>) {
        self.flush();
        self.open.push(Open { at, what, runs: Vec::new() });
    }

    fn nest(&mut self, range: &Range<usize>, what: What<'a>) {
        if self.open.len() > DEEPEST {
            return self.skip(range, "emphasis that is not so deep in other emphasis");
        }
        self.push(range.start, what);
    }

    /// Adds plain words, to those before them where there are some.
    fn words(&mut self, words: &str, range: Range<usize>) {
        let stands_there = self.source.get(range.clone()) == Some(words);
        let escaped = self.source.get(..range.start).is_some_and(|before| before.ends_with('\\'));
        if stands_there && !escaped && words.contains('*') {
            self.refuse(
                &range,
                "`*` or `**` on both sides of a word, or `\\*` for the sign itself",
            );
        }
        self.pending = match std::mem::replace(&mut self.pending, Pending::Nothing) {
            Pending::Nothing if stands_there => Pending::Slice(range),
            Pending::Nothing => Pending::Made { at: range.start, words: words.to_owned() },
            Pending::Slice(before) if stands_there && before.end == range.start => {
                Pending::Slice(before.start..range.end)
            }
            Pending::Slice(before) => {
                let at = before.start;
                let mut made = self.source.get(before).unwrap_or("").to_owned();
                made.push_str(words);
                Pending::Made { at, words: made }
            }
            Pending::Made { at, words: mut made } => {
                made.push_str(words);
                Pending::Made { at, words: made }
            }
        };
    }

    /// Ends a stretch of plain words.
    fn flush(&mut self) {
        let (at, words) = match std::mem::replace(&mut self.pending, Pending::Nothing) {
            Pending::Nothing => return,
            Pending::Slice(range) => (range.start, self.source.get(range).unwrap_or("")),
            Pending::Made { at, words } => (at, &*self.arena.alloc_str(&words)),
        };
        if words.contains("](") {
            self.out.mistakes.push(Mistake {
                at,
                found: words.to_owned(),
                expected: "links like [words](claim:id): not one within another, no space in them",
            });
        } else if words.contains("{#") {
            self.out.mistakes.push(Mistake {
                at,
                found: words.to_owned(),
                expected: "an id only at the end of a heading: `## Words {#id when=1964}`",
            });
        }
        self.add(Inline::Words(words));
    }

    fn target(
        &mut self,
        link_type: LinkType,
        address: CowStr<'a>,
        title: &str,
        range: &Range<usize>,
    ) -> Option<Target<'a>> {
        if link_type != LinkType::Inline || !title.is_empty() {
            self.refuse(range, "a link like [words](claim:id)");
            return None;
        }
        match link::target(self.keep(address)) {
            Ok(target) => Some(target),
            Err(expected) => {
                self.refuse(range, expected);
                None
            }
        }
    }

    /// Whether the innermost thing that is open can't hold a block.
    fn is_nested(&self) -> bool {
        self.quotation || self.list.is_some() || !self.open.is_empty()
    }

    fn keep(&self, text: CowStr<'a>) -> &'a str {
        match text {
            CowStr::Borrowed(text) => text,
            made => self.arena.alloc_str(&made),
        }
    }

    /// Reports what stands in a range.
    fn refuse(&mut self, range: &Range<usize>, expected: &'static str) {
        let found = self.source.get(range.clone()).unwrap_or("").to_owned();
        self.out.mistakes.push(Mistake { at: range.start, found, expected });
    }

    /// Reports what stands in a range, and passes over all that lies within the tag just opened.
    fn skip(&mut self, range: &Range<usize>, expected: &'static str) {
        self.refuse(range, expected);
        self.skipping = 1;
    }

    /// Reports the line at an offset.
    fn complain(&mut self, at: usize, expected: &'static str) {
        let rest = self.source.get(at..).unwrap_or("");
        let found = rest.lines().next().unwrap_or("").to_owned();
        self.out.mistakes.push(Mistake { at, found, expected });
    }
}
