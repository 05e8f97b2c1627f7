//! The head: title, description, icon, styles, and the inline script that runs before first paint.

use super::Style;
use crate::content::story;
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
    head.push_str(
        "<link rel=\"icon\" href=\"public/icon.svg\" type=\"image/svg+xml\">\n\
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
        head.push_str(style.text.trim());
        head.push('\n');
    }
    head.push_str(&page_rules(&pages));
    head.push_str("</style>\n");
    let list: Vec<String> = pages.iter().map(|page| format!("\"{page}\"")).collect();
    let script = EARLY.replace("PAGES", &format!("[{}]", list.join(",")));
    let _ = writeln!(head, "<script>\n{}\n</script>", script.trim());
    head
}

/// Names of all pages, as `View::page` gives them.
fn pages() -> Vec<String> {
    let fixed = [
        "home", "map", "timeline", "people", "glossary", "quiz", "disputes", "claims", "sources",
        "further", "unknown",
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
    format!(
        "html[data-page] .page{{display:none}}{}{{display:block}}\n",
        shown.iter().map(|rule| format!("html{rule}")).collect::<Vec<_>>().join(",")
    )
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
        let mut views = vec![View::Home, View::Disputes, View::Further, View::Quiz(None)];
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
