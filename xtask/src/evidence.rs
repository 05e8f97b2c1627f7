//! Parting the evidence from the page, so that the story can be read before it has come.
//!
//! What stands in places of the class `later` goes to a file of its own, `evidence.html`, which is
//! a page too: readers without scripts are led there. With scripts it sends them back, and the page
//! fills its places from it. Questions, which only scripts read, go to `questions.txt`, so that a quiz
//! does not wait for all the evidence.

use anyhow::{Context, Result, bail};

use crate::page::between;
use crate::policy;

/// The file's name. The note in `src/evidence/later.rs` and the script in `boot.rs` name it too.
pub(crate) const FILE: &str = "evidence.html";

/// The file of the questions.
pub(crate) const QUESTIONS: &str = "questions.txt";

/// The pages that go there, by the first part of their addresses.
const PAGES: [&str; 6] = ["timeline", "people", "claims", "sources", "further", "teach"];

/// How the tag of a place ends.
const PLACE: &str = " class=\"later\">";

/// What follows a place.
const AFTER: &str = "</div><p class=\"waiting later-waiting\">";

/// A page and its evidence.
#[derive(Debug, PartialEq)]
pub(crate) struct Parted {
    /// The page, its places empty.
    pub(crate) page: String,
    /// The sections in which evidence stood: their headings, and the evidence.
    pub(crate) sections: String,
    /// The questions, as the app reads them.
    pub(crate) questions: String,
}

/// Takes the evidence out of a page.
pub(crate) fn part(html: &str) -> Result<Parted> {
    let (mut page, mut sections) = (String::with_capacity(html.len()), String::new());
    let mut questions = None;
    let mut rest = html;
    while let Some((before, content)) = rest.split_once(PLACE) {
        let end =
            content.find(AFTER).context("a place for evidence is not followed by its note")?;
        let (evidence, after) = content.split_at(end);
        let section = before.rfind("<section ").context("evidence outside a page")?;
        let section_end = after.find("</section>").context("a page that does not end")?;
        let (before_section, within) = before.split_at(section);
        let (note, after) = after.split_at(section_end);
        if evidence.trim_start().starts_with("<script") {
            questions = Some(between(evidence, ">", "</script>")?.to_owned());
        } else {
            // Of the page's section only its heading goes along, and the place itself.
            let heading = within.find("</h1>").context("a page of evidence without heading")?;
            let tag = within.rfind('<').context("a place for evidence without tag")?;
            let (heading, tag) = (within.get(..heading), within.get(tag..));
            let (heading, tag) = (heading.unwrap_or_default(), tag.unwrap_or_default());
            sections.push_str(&format!("{heading}</h1>{tag}{PLACE}{evidence}</div></section>\n"));
        }
        page.push_str(&format!("{before_section}{within}{PLACE}{note}"));
        rest = after;
    }
    page.push_str(rest);
    if sections.is_empty() {
        bail!("the page has no place for evidence ({PLACE}…)");
    }
    let questions = questions.context("the page has no place for questions")?;
    Ok(Parted { page, sections, questions })
}

/// Text of a page beside which the file stands: its links to what stands there lead there, so that
/// they work with scripts off. With scripts on the page's own script leads them back into the page.
pub(crate) fn with_links_to_file(html: &str) -> String {
    let mut html = html.to_owned();
    for page in PAGES {
        html = html.replace(&format!("href=\"#/{page}"), &format!("href=\"{FILE}#/{page}"));
    }
    html
}

/// The page without its links to files that are not there, and what is said of them.
pub(crate) fn without_file(html: &str) -> Result<String> {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, from)) = rest.split_once("<span class=\"by-file\">") {
        let (_, after) = from.split_once("</span>").context("a note on the file does not end")?;
        out.push_str(before);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

/// The file: the sections as a page that needs no script, in the style of the page. Whoever follows
/// an address into it, and has scripts, is sent on to the page; who opens it by itself stays.
pub(crate) fn document(page: &str, sections: &str) -> Result<String> {
    let (root, title) = (between(page, "<html", ">")?, between(page, "<title>", "</title>")?);
    let (style, brand) =
        (between(page, "<style>", "</style>")?, between(page, " class=\"brand\">", "</a>")?);
    let sections = with_links_to_file(sections);
    let document = format!(
        "<!DOCTYPE html>\n<html{root}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <base href=\"index.html\">\n<title>{title}</title>\n\
         <script>if(location.hash)location.replace(\"index.html\"+location.hash)</script>\n\
         <style>{style}</style>\n</head>\n<body>\n<header class=\"masthead\">\
         <a class=\"brand\" href=\"index.html\">{brand}</a></header>\n\
         <main>\n{sections}</main>\n</body>\n</html>\n"
    );
    policy::with_policy(&document, &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html lang=\"en\"><title>T</title><style>s{}</style>\
        <a href=\"#/\" class=\"brand\">T</a><section class=\"page\" id=\"/read\">\
        <a href=\"#/claims/a\">x</a></section><section id=\"/claims\" class=\"page\"><h1>Claims</h1>\
        <p>Other words</p><div id=\"later-claims\" class=\"later\"><article id=\"/claims/a\"><div>A</div></article></div>\
        <p class=\"waiting later-waiting\">Wait.<span class=\"by-file\"> Or \
        <a href=\"evidence.html\">file</a></span></p></section>\
        <section id=\"/quiz\"><h1>Quiz</h1><div id=\"later-questions\" class=\"later\">\
        <script type=\"text/plain\" id=\"questions\">q1</script></div>\
        <p class=\"waiting later-waiting\">Wait too.</p></section>end";

    #[test]
    fn evidence_leaves_the_page_and_its_place_stays() {
        let parted = part(PAGE).unwrap();
        assert!(
            parted
                .page
                .contains("<p>Other words</p><div id=\"later-claims\" class=\"later\"></div>")
        );
        assert!(!parted.page.contains("<article") && parted.page.ends_with("</section>end"));
        assert!(parted.sections.starts_with("<section id=\"/claims\" class=\"page\"><h1>"));
        assert!(parted.sections.contains("<article id=\"/claims/a\"><div>A</div></article></div>"));
        assert!(!parted.sections.contains("/read") && !parted.sections.contains("Other words"));
        assert!(!parted.sections.contains("Wait"));
    }

    #[test]
    fn questions_are_parted_from_both() {
        let parted = part(PAGE).unwrap();
        assert_eq!(parted.questions, "q1");
        assert!(parted.page.contains("<div id=\"later-questions\" class=\"later\"></div>"));
        assert!(!parted.sections.contains("q1") && !parted.sections.contains("later-questions"));
    }

    #[test]
    fn a_page_without_evidence_is_an_error() {
        assert!(part("<p>story</p>").is_err());
        assert!(part("<section ><div id=\"a\" class=\"later\">never ends").is_err());
    }

    #[test]
    fn the_file_is_a_page_that_leads_back() {
        let parted = part(PAGE).unwrap();
        let file = document(&parted.page, &parted.sections).unwrap();
        assert!(file.contains("<base href=\"index.html\">") && file.contains("<style>s{}</style>"));
        assert!(file.contains("id=\"/claims/a\""));
        assert!(document("<p>", "").is_err());
    }

    #[test]
    fn links_to_claims_lead_to_the_file_where_there_is_one() {
        assert!(with_links_to_file(PAGE).contains("<a href=\"evidence.html#/claims/a\">x</a>"));
        let alone = without_file(PAGE).unwrap();
        assert!(!alone.contains("evidence.html") && alone.contains("Wait.</p>"));
    }
}
