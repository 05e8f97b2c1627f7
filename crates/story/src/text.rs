//! Running text with typed references to the rest of the story.

use crate::chapter::PassageAddress;
use crate::id::{ChapterId, ClaimId, EventId, GroupId, PersonId, SourceId, TermId};
use serde::{Deserialize, Serialize};

/// Text of one or more blocks, as an author wrote it in Markdown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Text<'a>(#[serde(borrow)] pub Vec<Block<'a>>);

/// A paragraph or something that stands in its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Block<'a> {
    /// An ordinary paragraph.
    Paragraph(#[serde(borrow)] Vec<Inline<'a>>),
    /// Words quoted from a document.
    Quotation(#[serde(borrow)] Vec<Inline<'a>>),
    /// A list without numbers.
    List(#[serde(borrow)] Vec<Vec<Inline<'a>>>),
}

/// A run within a block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Inline<'a> {
    /// Plain words.
    Words(&'a str),
    /// Emphasis; also titles of works.
    Emphasis(#[serde(borrow)] Vec<Inline<'a>>),
    /// Strong emphasis.
    Strong(#[serde(borrow)] Vec<Inline<'a>>),
    /// A reference to something else in the story.
    Reference {
        /// What it leads to.
        #[serde(borrow)]
        target: Target<'a>,
        /// The words that carry the reference.
        content: Vec<Inline<'a>>,
    },
    /// Words that need no source, since everybody can know them.
    General {
        /// The words.
        #[serde(borrow)]
        content: Vec<Inline<'a>>,
        /// Why no source is needed.
        why: &'a str,
    },
}

/// What a reference leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Target<'a> {
    /// How do we know?
    Claim(#[serde(borrow)] ClaimId<'a>),
    /// A word explained.
    Term(#[serde(borrow)] TermId<'a>),
    /// A person.
    Person(#[serde(borrow)] PersonId<'a>),
    /// A group on the map.
    Group(#[serde(borrow)] GroupId<'a>),
    /// An event of the timeline.
    Event(#[serde(borrow)] EventId<'a>),
    /// A source.
    Source(#[serde(borrow)] SourceId<'a>),
    /// A chapter.
    Chapter(#[serde(borrow)] ChapterId<'a>),
    /// A passage of a chapter.
    Passage(#[serde(borrow)] PassageAddress<'a>),
}

impl<'a> Text<'a> {
    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every reference, in reading order, nested ones too.
    pub fn targets(&self) -> Vec<Target<'a>> {
        let mut found = Vec::new();
        for line in self.lines() {
            collect_targets(line, &mut found);
        }
        found
    }

    /// The words alone; blocks are parted by a line break.
    pub fn plain(&self) -> String {
        let mut out = String::new();
        for line in self.lines() {
            if !out.is_empty() {
                out.push('\n');
            }
            push_plain(line, &mut out);
        }
        out
    }

    /// The runs of each paragraph, quotation and list entry.
    pub fn lines(&self) -> impl Iterator<Item = &[Inline<'a>]> {
        self.0
            .iter()
            .flat_map(|block| match block {
                Block::Paragraph(runs) | Block::Quotation(runs) => std::slice::from_ref(runs),
                Block::List(entries) => entries.as_slice(),
            })
            .map(Vec::as_slice)
    }
}

fn collect_targets<'a>(runs: &[Inline<'a>], found: &mut Vec<Target<'a>>) {
    for run in runs {
        match run {
            Inline::Words(_) => {}
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::General { content: inner, .. } => collect_targets(inner, found),
            Inline::Reference { target, content } => {
                found.push(*target);
                collect_targets(content, found);
            }
        }
    }
}

fn push_plain(runs: &[Inline<'_>], out: &mut String) {
    for run in runs {
        match run {
            Inline::Words(words) => out.push_str(words),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::General { content: inner, .. }
            | Inline::Reference { content: inner, .. } => push_plain(inner, out),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_and_targets_come_in_reading_order() {
        let text = Text(vec![
            Block::Paragraph(vec![
                Inline::Words("In "),
                Inline::Reference {
                    target: Target::Claim(ClaimId("founded")),
                    content: vec![Inline::Strong(vec![Inline::Words("1963")])],
                },
            ]),
            Block::List(vec![vec![Inline::Reference {
                target: Target::Term(TermId("visa")),
                content: vec![Inline::Words("visa")],
            }]]),
        ]);
        assert_eq!(text.plain(), "In 1963\nvisa");
        assert_eq!(
            text.targets(),
            [Target::Claim(ClaimId("founded")), Target::Term(TermId("visa"))]
        );
    }
}
