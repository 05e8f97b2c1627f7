//! The page as one file, which runs without a server: from a disk, a stick, a message.

use std::io::Write;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::bindgen::Bound;
use crate::pack::pack;
use crate::{boot, inline, page, policy, text91, workspace};

/// Puts the staged page, its evidence, its questions, the app and every file they refer to into one text.
pub(crate) fn page(staged: &str, evidence: &str, questions: &str, bound: &Bound) -> Result<String> {
    // The fonts are in the file: the browser has them at once, and waits for them before it paints
    // text, so that nothing moves.
    let staged = &unquoted(&staged.replace("font-display:swap", "font-display:block"));
    let html = inline::public_files(staged, |path| {
        let file = workspace::path("public").join(path);
        std::fs::read(&file).with_context(|| {
            format!("the page refers to {}, which cannot be read", workspace::shown(&file))
        })
    })?;
    // In one piece, since the glue repeats names that the module exports.
    let glue = boot::bare(&bound.glue);
    let program = [glue.as_bytes(), &bound.wasm].concat();
    let packed = |bytes: &[u8]| anyhow::Ok(text91::encode(&pack(bytes)?));
    let last = boot::for_single_file(
        &packed(&program)?,
        &packed(evidence.as_bytes())?,
        &packed(questions.as_bytes())?,
    );
    policy::with_policy(&page::with_last(&html, &last)?, &[&glue])
}

/// Markup without quotation marks around values that need none, of which there are thousands.
fn unquoted(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, from)) = rest.split_once('<') {
        out.push_str(before);
        out.push('<');
        rest = from;
        for (tag, end) in [("script", "</script"), ("style", "</style"), ("!", ">")] {
            // Nothing in these is markup.
            if rest.starts_with(tag) {
                let (inside, after) = rest.split_at(rest.find(end).unwrap_or(rest.len()));
                out.push_str(inside);
                rest = after;
            }
        }
        while let Some(at) = rest.find(['"', '>']) {
            let (before, value) = rest.split_at(at + 1);
            if before.ends_with('>') {
                break;
            }
            let (value, after) = value.split_once('"').unwrap_or((value, ""));
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
            // A slash would become a part of the value.
            if !value.is_empty() && value.bytes().all(plain) && !after.starts_with('/') {
                out.push_str(before.trim_end_matches('"'));
                out.push_str(value);
            } else {
                out.push_str(before);
                out.push_str(value);
                out.push('"');
            }
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// Packs bytes as web servers do.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(glue: &str) -> Bound {
        Bound { glue: glue.to_owned(), wasm: vec![0; 1000], chunks: Vec::new() }
    }

    #[test]
    fn only_values_that_need_no_quotation_marks_lose_them() {
        let html = "<p class=\"lead\" title=\"a b\" hidden data-a=\"\">\"x\" > <a href=\"#/x\" id=\"y\">\
                    <script type=\"text/plain\">a<b class=\"c\"</script><br id=\"z\"/>";
        let bare = "<p class=lead title=\"a b\" hidden data-a=\"\">\"x\" > <a href=\"#/x\" id=y>\
                    <script type=\"text/plain\">a<b class=\"c\"</script><br id=\"z\"/>";
        assert_eq!(unquoted(html), bare);
    }

    #[test]
    fn the_file_holds_the_page_the_program_and_the_evidence() {
        let html = page(
            "<head><meta name=\"color-scheme\"><!-- boot --></head><body>story</body>",
            "<p>",
            "q1",
            &bound("let a=1;"),
        )
        .unwrap();
        assert!(html.contains("story"));
        // The glue and the module are one; the evidence and the questions are others.
        assert_eq!(html.matches("type=\"text/plain\">").count(), 3);
        assert!(html.ends_with("</body>"));
    }
}
