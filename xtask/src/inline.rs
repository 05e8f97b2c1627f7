//! Turning references to files into the files themselves, for the page that is one file.

use anyhow::{Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Where the page's own files are, as it refers to them.
const FOLDER: &str = "public/";

/// Replaces each reference to a file under `public/` by its content. `read` gets the
/// path below `public/`.
pub(crate) fn public_files(html: &str, read: impl Fn(&str) -> Result<Vec<u8>>) -> Result<String> {
    let html = without_useless_links(html);
    let mut out = String::with_capacity(html.len());
    let mut rest = html.as_str();
    while let Some(at) = rest.find(FOLDER) {
        let (before, from) = rest.split_at(at);
        let after = from.strip_prefix(FOLDER).unwrap_or_default();
        match place(before) {
            Place::Text => {
                out.push_str(before);
                out.push_str(FOLDER);
                rest = after;
            }
            Place::Reference(before) => {
                let end = after.find(is_end).unwrap_or(after.len());
                let (path, tail) = after.split_at(end);
                out.push_str(before);
                out.push_str(&data_uri(path, &read(path)?)?);
                rest = tail;
            }
            Place::Unsupported(attribute) => {
                bail!("the single file cannot hold `{attribute}=\"{FOLDER}…\"`")
            }
        }
    }
    out.push_str(rest);
    Ok(out)
}

/// The content of a file as an address.
fn data_uri(path: &str, content: &[u8]) -> Result<String> {
    Ok(format!("data:{};base64,{}", media_type(path)?, STANDARD.encode(content)))
}

/// What stands before an occurrence of `public/`.
#[derive(Debug, PartialEq)]
enum Place<'a> {
    /// It is a word of the story, say "public/private".
    Text,
    /// It is the address of a file; this is what stays before it.
    Reference(&'a str),
    /// It is in an attribute that no file can take the place of.
    Unsupported(&'a str),
}

fn place(before: &str) -> Place<'_> {
    let start = before.strip_suffix("./").unwrap_or(before);
    let opening = start.strip_suffix(['"', '\'']).unwrap_or(start);
    if opening.ends_with("url(") {
        return Place::Reference(start);
    }
    let Some(tag) = opening.strip_suffix('=') else { return Place::Text };
    let name_start = tag
        .rfind(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | ':'))
        .map_or(0, |at| at + 1);
    match tag.get(name_start..) {
        Some("href" | "src" | "xlink:href" | "poster") => Place::Reference(start),
        Some("") | None => Place::Text,
        Some(attribute) => Place::Unsupported(attribute),
    }
}

/// Where an address ends.
fn is_end(c: char) -> bool {
    matches!(c, '"' | '\'' | ')' | '>' | '#' | '?') || c.is_whitespace()
}

/// The page without links that make no sense in one file: the manifest is of no use
/// without a server, and preloading what is already here would hold it twice.
fn without_useless_links(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find("<link ") {
        let (before, from) = rest.split_at(at);
        let end = from.find('>').map_or(from.len(), |end| end + 1);
        let (tag, after) = from.split_at(end);
        out.push_str(before);
        if is_useless(tag) {
            rest = after.strip_prefix('\n').unwrap_or(after);
        } else {
            out.push_str(tag);
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

fn is_useless(link: &str) -> bool {
    let rel = |name: &str| {
        [format!("rel=\"{name}\""), format!("rel='{name}'"), format!("rel={name}")]
            .iter()
            .any(|rel| link.contains(rel))
    };
    rel("manifest") || rel("preload") || rel("modulepreload")
}

fn media_type(path: &str) -> Result<&'static str> {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    Ok(match extension {
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        _ => bail!("no media type is known for public/{path}; add it to xtask/src/inline.rs"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inlined(html: &str) -> Result<String> {
        public_files(html, |path| match path {
            "icon.svg" | "fonts/a.woff2" => Ok(vec![1, 2, 3]),
            other => bail!("no file {other}"),
        })
    }

    #[test]
    fn files_take_the_place_of_references() {
        assert_eq!(
            inlined(r#"<link rel="icon" href="public/icon.svg">"#).unwrap(),
            r#"<link rel="icon" href="data:image/svg+xml;base64,AQID">"#
        );
        assert_eq!(
            inlined("@font-face{src:url(public/fonts/a.woff2) format(\"woff2\")}").unwrap(),
            "@font-face{src:url(data:font/woff2;base64,AQID) format(\"woff2\")}"
        );
        assert_eq!(
            inlined("url('./public/icon.svg')").unwrap(),
            "url('data:image/svg+xml;base64,AQID')"
        );
        assert_eq!(
            inlined(r#"<img src=public/icon.svg>"#).unwrap(),
            "<img src=data:image/svg+xml;base64,AQID>"
        );
    }

    #[test]
    fn words_of_the_story_stay() {
        let text = "<p>A public/private matter, \"public/private\", as they said.</p>";
        assert_eq!(inlined(text).unwrap(), text);
    }

    #[test]
    fn links_of_no_use_in_a_file_go() {
        let html = "<link rel=\"manifest\" href=\"public/manifest.webmanifest\">\n\
                    <link rel=\"preload\" href=\"public/fonts/a.woff2\" as=\"font\">\n<p>";
        assert_eq!(inlined(html).unwrap(), "<p>");
    }

    #[test]
    fn what_cannot_be_inlined_fails_the_build() {
        assert!(inlined(r#"<img src="public/lost.svg">"#).is_err());
        assert!(inlined(r#"<img srcset="public/icon.svg 2x">"#).is_err());
        assert!(media_type("film.mp4").is_err());
    }
}
