//! What Markdown becomes, and what is refused.

use super::*;
use crate::{ChapterId, ClaimId, PassageAddress, PassageId};

fn blocks(source: &str) -> String {
    let arena = Bump::new();
    let markdown = Markdown::parse(&arena, source);
    assert!(markdown.mistakes.is_empty(), "{:?}", markdown.mistakes);
    format!("{:?}", markdown.into_text().0)
}

fn refused(source: &str) -> Vec<(usize, String)> {
    let arena = Bump::new();
    let markdown = Markdown::parse(&arena, source);
    markdown.mistakes.into_iter().map(|mistake| (mistake.at, mistake.found)).collect()
}

#[test]
fn blocks_become_typed() {
    assert_eq!(
        blocks("One *two **three***.\n\n> Said\n> so.\n\n- a\n- b"),
        "[Paragraph([Words(\"One \"), Emphasis([Words(\"two \"), Strong([Words(\"three\")])]), \
         Words(\".\")]), Quotation([Words(\"Said so.\")]), \
         List([[Words(\"a\")], [Words(\"b\")]])]"
    );
}

#[test]
fn links_become_references_with_their_places() {
    let arena = Bump::new();
    let source = "In [*May*](claim:may), see [it](passage:one/two) and [all](passage:one).";
    let markdown = Markdown::parse(&arena, source);
    assert!(markdown.mistakes.is_empty());
    let address = PassageAddress { chapter: ChapterId("one"), passage: PassageId("two") };
    assert_eq!(
        markdown.mentions,
        [
            (3, Target::Claim(ClaimId("may"))),
            (27, Target::Passage(address)),
            (53, Target::Chapter(ChapterId("one")))
        ]
    );
    assert_eq!(markdown.into_text().plain(), "In May, see it and all.");
}

#[test]
fn words_that_stand_in_the_source_are_lent() {
    let arena = Bump::new();
    let source = "Plain & simple [words] here.";
    let text = Markdown::parse(&arena, source).into_text();
    let [Block::Paragraph(runs)] = text.0.as_slice() else { panic!("{text:?}") };
    let [Inline::Words(words)] = runs.as_slice() else { panic!("{runs:?}") };
    assert!(std::ptr::eq(*words, source));
}

#[test]
fn lines_and_escapes_are_joined() {
    assert_eq!(blocks("one\ntwo  \nthree \\*"), "[Paragraph([Words(\"one two three *\")])]");
}

#[test]
fn a_year_may_begin_a_paragraph() {
    assert_eq!(
        blocks("1963. So [it](claim:a) is.\n\n1964.\n"),
        "[Paragraph([Words(\"1963. So \"), Reference { target: Claim(ClaimId(\"a\")), \
         content: [Words(\"it\")] }, Words(\" is.\")]), Paragraph([Words(\"1964.\")])]"
    );
}

#[test]
fn what_the_story_has_no_use_for_is_refused_where_it_stands() {
    let cases = [
        ("a <b>c</b>", "<b>"),
        ("a\n\n<div>\nb\n</div>", "<div>"),
        ("![a](b.png)", "![a](b.png)"),
        ("a `b` c", "`b`"),
        ("    code", "code"),
        ("# One", "# One"),
        ("### Three", "### Three"),
        ("a\n\n---\n\nb", "---"),
        ("|a|b|\n|-|-|\n|c|d|", "|a|b|"),
        ("1. a\n2. b", "1. a"),
        ("- a\n  - b", "- b"),
        ("> - a", "- a"),
        ("[a](https://example.org)", "[a](https://example.org)"),
        ("[a](claims:b)", "[a](claims:b)"),
        ("[a](b)", "[a](b)"),
        ("[a](claim:B)", "[a](claim:B)"),
        ("[a](passage:b/c/d)", "[a](passage:b/c/d)"),
        ("[a](claim:b \"t\")", "[a](claim:b \"t\")"),
        ("[](claim:b)", "[](claim:b)"),
        ("[a [b](claim:b) c](claim:c)", "c](claim:c)"),
        ("[a](claim:b c)", "[a](claim:b c)"),
        ("[a][b]\n\n[b]: claim:c", "[b]: claim:c"),
        ("<https://example.org>", "<https://example.org>"),
        ("a[^1]\n\n[^1]: b", "[^1]"),
        ("a\\\nb", "\\"),
        ("~~a~~", "~~a~~"),
        ("a *b c", "*"),
        ("## A *b* {#c}", "## A *b* {#c}"),
        ("## A {#c .d}", "## A {#c .d}"),
        ("## A {#c", "A {#c"),
    ];
    for (source, found) in cases {
        let mistakes = refused(source);
        assert!(
            mistakes.iter().any(|mistake| mistake.1.trim().starts_with(found)),
            "{source:?} gives {mistakes:?}"
        );
    }
}

#[test]
fn headings_carry_attributes() {
    let arena = Bump::new();
    let markdown = Markdown::parse(&arena, "## A b {#c when=[..1971-01] groups=d,e}\n\nText");
    let [Piece::Heading(heading), Piece::Block(at, _)] = markdown.pieces.as_slice() else {
        panic!("a heading and a block")
    };
    assert_eq!((heading.words, heading.id, *at), ("A b", Some("c"), 41));
    assert_eq!(heading.attributes, [("when", "[..1971-01]"), ("groups", "d,e")]);
}
