//! The head: title, description, icon, styles, and the inline script that runs before first paint.

use super::Style;
use super::tight::push_rules;
use crate::content::story;
use crate::i18n::messages;
use std::fmt::Write as _;

/// The inline script; `PAGES` in it becomes the list of page names.
const EARLY: &str = include_str!("early.js");

/// Everything that the story adds between `<head>` and `</head>`.
pub(super) fn render(styles: &[Style]) -> String {
    let story = story();
    let pages = pages();
    let mut head = format!(
        "<title>{}: {}</title>\n<meta name=\"description\" content=\"{}\">\n",
        escape(story.title),
        escape(story.subtitle),
        escape(story.subtitle)
    );
    // Not the drawing itself: browsers ask for it at each address, and draw it anew on the page's thread.
    head.push_str(
        "<link rel=\"icon\" href=\"public/icon.png\" type=\"image/png\" sizes=\"180x180\">\n\
         <link rel=\"manifest\" href=\"public/manifest.webmanifest\">\n",
    );
    // Nearly every view begins with these faces; the sooner they come, the less text is set twice.
    for font in ["literata", "sofia-sans-extra-condensed", "courier-prime"] {
        let _ = writeln!(
            head,
            "<link rel=\"preload\" href=\"public/fonts/{font}.woff2\" as=\"font\" \
             type=\"font/woff2\" crossorigin>"
        );
    }
    head.push_str("<style>\n");
    for style in styles {
        push_rules(&mut head, &style.text);
    }
    head.push_str(&page_rules(&pages));
    head.push_str(&mark_rules());
    head.push_str("</style>\n");
    let list: Vec<String> = pages.iter().map(|page| format!("\"{page}\"")).collect();
    let script: Vec<&str> =
        EARLY.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let script = script.join("\n").replace("PAGES", &format!("[{}]", list.join(",")));
    let _ = writeln!(head, "<script>\n{}\n</script>", script.trim());
    head
}

/// Names of all pages, as `View::page` gives them.
fn pages() -> Vec<String> {
    let fixed = [
        "home", "map", "timeline", "people", "glossary", "quiz", "disputes", "claims", "sources",
        "further", "teach", "search", "notes", "project", "settings", "unknown",
    ];
    let chapters = story().chapters.iter().map(|chapter| format!("read/{}", chapter.id));
    fixed.into_iter().map(str::to_owned).chain(chapters).collect()
}

/// Rules that show one page and hide the others, once the root names one. With scripts off it names
/// none, and all pages stand below one another.
fn page_rules(pages: &[String]) -> String {
    let shown: Vec<String> = pages
        .iter()
        .map(|page| format!("[data-page=\"{page}\"] .page[data-page=\"{page}\"]"))
        .collect();
    // What sources disagree about is the claims without those that they agree on.
    format!(
        "html[data-page] .page{{display:none}}{},html[data-page=\"disputes\"] \
         .page[data-page=\"claims\"]{{display:block}}\n",
        shown.iter().map(|rule| format!("html{rule}")).collect::<Vec<_>>().join(",")
    )
}

/// Rules that mark words which carry a claim. Browsers that know no words for such a mark read the
/// mark itself.
fn mark_rules() -> String {
    let t = messages();
    let mark = |selector: &str, mark: &str, words: &str| {
        format!("{selector}::after{{content:\"{mark}\";content:\"{mark}\" / \" ({words})\"}}\n")
    };
    mark(".ref-claim", "\u{2020}", t.claim_mark)
        + &mark(".ref-claim.disputed", "\u{2021}", t.disputed_mark)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::{List, Route, View};

    #[test]
    fn every_view_has_a_page_and_every_page_a_section() {
        let pages = pages();
        let mut views = View::FIXED.to_vec();
        views.push(View::Unknown("/nowhere".to_owned()));
        views.extend(List::ALL.into_iter().map(|list| View::List(list, None)));
        views.extend(story().chapters.iter().filter_map(|chapter| {
            Some(Route::parse(&format!("#/read/{}", chapter.id), story())?.view)
        }));
        assert_eq!(views.len(), pages.len());
        let body = super::super::body::render();
        for view in views {
            let page = view.page();
            assert!(pages.contains(&page), "{page} is not listed in head.rs");
            assert!(body.contains(&format!("data-page=\"{page}\"")), "{page} has no section");
        }
    }

    #[test]
    fn the_head_escapes_what_the_story_says() {
        assert_eq!(escape("A & \"B\" <C>"), "A &amp; &quot;B&quot; &lt;C>");
    }
}
