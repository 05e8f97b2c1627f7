//! The page as text: head, styles, the inline script, and the whole story. Host only.
//!
//! The story is rendered by the same components that views use, but it is not hydrated: scripts
//! leave its nodes alone. So a selection, a translation by the browser, or an extension that
//! rewrites text can't break the start, and starting costs the same however long the story is.

mod body;
mod head;
mod tight;

use std::fmt;

/// Where the head's part goes in the shell.
const HEAD_MARK: &str = "<!-- prerender:head -->";

/// Where the body's part goes in the shell.
const BODY_MARK: &str = "<!-- prerender:body -->";

/// A style sheet by name, in the order in which they apply.
pub struct Style {
    /// Its file name, for messages.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Why a page can't be filled.
#[derive(Debug, PartialEq, Eq)]
pub struct MissingMark(&'static str);

impl fmt::Display for MissingMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the page's shell has no `{}`: put it back into index.html", self.0)
    }
}

impl std::error::Error for MissingMark {}

/// Fills the shell (`index.html`) with the story.
///
/// # Errors
/// When a mark is missing from the shell.
pub fn fill(shell: &str, styles: &[Style]) -> Result<String, MissingMark> {
    let (before_head, rest) = shell.split_once(HEAD_MARK).ok_or(MissingMark(HEAD_MARK))?;
    let (between, after_body) = rest.split_once(BODY_MARK).ok_or(MissingMark(BODY_MARK))?;
    let language = format!("<html lang=\"{}\"", crate::content::story().language);
    let before_head = before_head.replacen("<html lang=\"en\"", &language, 1);
    let (head, body) = (head::render(styles), body::render());
    Ok([&before_head, &head, between, &body, after_body].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHELL: &str = "<head><!-- prerender:head --></head><body><!-- prerender:body --></body>";

    #[test]
    fn every_passage_group_and_source_stands_in_the_page() {
        let page = fill(SHELL, &[]).unwrap();
        let story = crate::content::story();
        for chapter in &story.chapters {
            for passage in &chapter.passages {
                assert!(page.contains(&format!("id=\"/read/{}/{}\"", chapter.id, passage.id)));
            }
        }
        for group in &story.groups {
            assert!(page.contains(&format!("id=\"/map/{}\"", group.id)), "{}", group.id);
        }
        for source in &story.sources {
            assert!(page.contains(&format!("id=\"/sources/{}\"", source.id)), "{}", source.id);
        }
    }

    #[test]
    fn every_link_within_the_page_leads_to_something() {
        let page = fill(SHELL, &[]).unwrap();
        let ids: std::collections::HashSet<&str> =
            page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        for href in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            let path = href.split('?').next().unwrap_or_default();
            // Places within the quiz are drawn by its script.
            let place = path.strip_prefix("/quiz/").map_or(path, |_| "/quiz");
            let known = ids.contains(place) || path == "/read";
            assert!(known, "nothing has the id of {href}");
        }
    }

    #[test]
    fn no_id_stands_twice() {
        let page = fill(SHELL, &[]).unwrap();
        let mut seen = std::collections::HashSet::new();
        for id in page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(seen.insert(id), "{id} stands twice");
        }
    }

    #[test]
    fn the_page_says_the_language_of_the_story() {
        let page = fill(&format!("<html lang=\"en\" dir=\"ltr\">{SHELL}</html>"), &[]).unwrap();
        let language = crate::content::story().language;
        assert!(page.starts_with(&format!("<html lang=\"{language}\" dir=\"ltr\">")));
    }

    #[test]
    fn the_foot_names_the_edition_of_the_story_and_the_version_of_the_program() {
        let page = fill(SHELL, &[]).unwrap();
        let (_, foot) = page.split_once("<footer").unwrap();
        let (foot, _) = foot.split_once("</footer>").unwrap();
        for it in [crate::content::story().edition, env!("CARGO_PKG_VERSION")] {
            assert!(!it.is_empty() && foot.contains(it), "{it}");
        }
    }

    #[test]
    fn a_shell_without_marks_is_refused() {
        assert_eq!(fill("<head></head>", &[]), Err(MissingMark(HEAD_MARK)));
    }
}
