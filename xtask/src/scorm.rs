//! The page as a package for learning platforms, by SCORM 1.2.
//!
//! What a platform shows is a page in one file, as the single file is. It needs no media types, no service
//! worker and no folder below it, and platforms differ in all of these.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use story::Story;

use crate::{export, workspace};

/// The package.
const PACKAGE: &str = "dist/open-gates-scorm12.zip";

/// The page within it.
const PAGE: &str = "open-gates.html";

/// How the page's root element begins.
const ROOT: &str = "<html ";

/// What tells the page that it is packed; the app looks for it.
const MARK: &str = "data-lms=scorm12 ";

/// Writes the package of a page, and says where it is.
pub(crate) fn to_dist(page: &str) -> Result<PathBuf> {
    let encoded = export::encoded_story()?;
    let story = story::decode(&encoded.whole).context("the story can't be read back")?;
    let package = export::zipped(&files(&story, page)?)?;
    let path = workspace::path(PACKAGE);
    fs::write(&path, &package).context("cannot write dist/")?;
    println!("   {:>10} bytes in {PACKAGE}", package.len());
    Ok(path)
}

/// Name and content of each file of the package.
fn files(story: &Story<'_>, page: &str) -> Result<[(String, String); 2]> {
    let (before, after) = page.split_once(ROOT).context("the page has no root element")?;
    Ok([
        ("imsmanifest.xml".to_owned(), manifest(story)),
        (PAGE.to_owned(), [before, ROOT, MARK, after].concat()),
    ])
}

/// What tells a platform what is in the package: one thing to learn, in one file.
fn manifest(story: &Story<'_>) -> String {
    let (title, edition) = (escaped(story.title), escaped(story.edition));
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="open-gates" version="{edition}"
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

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story() -> Story<'static> {
        Story { title: "R&D \"<gates>\"", edition: "2026.9", ..Story::default() }
    }

    #[test]
    fn the_page_is_marked_and_otherwise_the_same() {
        let page = "<!DOCTYPE html>\n<html lang=en dir=ltr><body>story</body></html>";
        let [manifest, (name, packed)] = files(&story(), page).unwrap();
        assert_eq!(packed.replacen("data-lms=scorm12 ", "", 1), page);
        assert!(packed.contains("<html data-lms=scorm12 lang=en"));
        assert!(manifest.1.contains(&format!("href=\"{name}\"")));
        assert!(files(&story(), "<p>no root</p>").is_err());
    }

    #[test]
    fn titles_are_escaped() {
        let manifest = manifest(&story());
        assert_eq!(manifest.matches("<title>R&amp;D &quot;&lt;gates>&quot;</title>").count(), 2);
        assert!(manifest.contains("version=\"2026.9\""));
    }
}
