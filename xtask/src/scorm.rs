//! The page as a package for learning platforms: SCORM 1.2, one shareable content object.
//!
//! The object is the single file. It needs no other file, no type that a server has to know, and no
//! place to store anything, so it works wherever the platform shows it.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::{export, workspace};

/// Where the package goes.
const FILE: &str = "dist/open-gates-scorm12.zip";

/// The page within the package.
const PAGE: &str = "open-gates.html";

/// By this the program knows that it is in a package.
const MARK: &str = " data-lms=\"scorm12\"";

/// Writes the package of a page that stands in one file.
pub(crate) fn to_dist(html: &str) -> Result<()> {
    let encoded = story::author::encode_dir(&workspace::story());
    let Ok(encoded) = encoded else { bail!("the story's files changed while they were read") };
    let story = story::decode(&encoded.whole).context("the story can't be read back")?;
    let files = [
        ("imsmanifest.xml".to_owned(), manifest(story.title, story.edition)),
        (PAGE.to_owned(), marked(html)?),
    ];
    fs::write(workspace::path(FILE), export::zipped(&files)?).context("cannot write dist/")
}

/// The page with the mark on its root.
fn marked(html: &str) -> Result<String> {
    let Some((before, after)) = html.split_once("<html") else { bail!("the page has no root") };
    Ok([before, "<html", MARK, after].concat())
}

/// What the package holds, as the standard has it.
fn manifest(title: &str, edition: &str) -> String {
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    let version = edition.replace('&', "&amp;").replace('"', "&quot;");
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="open-gates" version="{version}"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="story">
    <organization identifier="story">
      <title>{title}</title>
      <item identifier="page" identifierref="file" isvisible="true">
        <title>{title}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="file" type="webcontent" adlcp:scormtype="sco" href="{PAGE}">
      <file href="{PAGE}"/>
    </resource>
  </resources>
</manifest>
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_marked_once() {
        let html = marked("<!doctype html>\n<html lang=\"en\"><head>").unwrap();
        assert_eq!(html, "<!doctype html>\n<html data-lms=\"scorm12\" lang=\"en\"><head>");
        assert!(marked("<p>").is_err());
    }

    #[test]
    fn titles_are_only_words() {
        assert!(manifest("A & B <C>", "1").contains("<title>A &amp; B &lt;C></title>"));
    }
}
