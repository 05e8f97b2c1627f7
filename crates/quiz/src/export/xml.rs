//! Markup: what both formats that are XML need.

use story::{Block, Inline, Text};

/// How each file begins.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// An element with markup in it.
pub(super) fn node(name: &str, attributes: &[(&str, &str)], inner: &str) -> String {
    let mut out = ["<", name].concat();
    for (attribute, value) in attributes {
        out.push_str(&[" ", attribute, "=\"", &escaped(value), "\""].concat());
    }
    let rest: &[&str] = if inner.is_empty() { &["/>"] } else { &[">", inner, "</", name, ">"] };
    out.extend(rest.iter().copied());
    out
}

/// An element with words in it.
pub(super) fn leaf(name: &str, attributes: &[(&str, &str)], words: &str) -> String {
    node(name, attributes, &escaped(words))
}

/// Words as they stand in markup; characters that XML does not admit are left out.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(character),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(character),
        }
    }
    out
}

/// A text with its paragraphs, as HTML that is XML too.
pub(super) fn blocks(text: &Text<'_>) -> String {
    let mut out = String::new();
    for block in &text.0 {
        let block = match block {
            Block::Paragraph(line) => node("p", &[], &runs(line)),
            Block::Quotation(line) => node("blockquote", &[], &node("p", &[], &runs(line))),
            Block::List(lines) if lines.is_empty() => continue,
            Block::List(lines) => {
                let entries: String =
                    lines.iter().map(|line| node("li", &[], &runs(line))).collect();
                node("ul", &[], &entries)
            }
        };
        out.push_str(&block);
    }
    out
}

/// A text for a place that holds no paragraphs.
pub(super) fn line(text: &Text<'_>) -> String {
    let mut out = String::new();
    for line in text.lines() {
        if !out.is_empty() {
            out.push_str("<br/>");
        }
        out.push_str(&runs(line));
    }
    out
}

fn runs(line: &[Inline<'_>]) -> String {
    let mut out = String::new();
    for run in line {
        let run = match run {
            Inline::Words(words) => escaped(words),
            Inline::Emphasis(inner) => node("em", &[], &runs(inner)),
            Inline::Strong(inner) => node("strong", &[], &runs(inner)),
            Inline::Reference { content, .. } | Inline::General { content, .. } => runs(content),
        };
        out.push_str(&run);
    }
    out
}
