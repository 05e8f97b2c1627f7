//! The head: title, description, icon, styles, and the inline script that runs before first paint.

use super::Style;
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

/// Adds a style sheet without its comments, which no reader needs.
fn push_rules(head: &mut String, style: &str) {
    let mut rest = style;
    while let Some((before, from)) = rest.split_once("/*") {
        push_tight(head, before);
        rest = from.split_once("*/").map_or("", |(_, after)| after);
    }
    push_tight(head, rest);
    head.push('\n');
}

/// Adds rules without the white space that only their authors need. Within quotation marks all of
/// it stays.
fn push_tight(head: &mut String, rules: &str) {
    let mut quoted = false;
    let mut rest = rules.chars().peekable();
    while let Some(character) = rest.next() {
        if character == '"' {
            quoted = !quoted;
        }
        if quoted || !character.is_whitespace() {
            head.push(character);
            continue;
        }
        while rest.peek().is_some_and(|next| next.is_whitespace()) {
            rest.next();
        }
        let needless = |next: Option<char>| next.is_none_or(|it| "{};,".contains(it));
        // A space before a colon or parenthesis may mean something; after a colon only where it is
        // all that a custom property holds.
        let next = rest.peek().copied();
        let kept = match head.chars().last() {
            Some(':') => next == Some(';'),
            last => !needless(last) && !needless(next),
        };
        if kept {
            head.push(' ');
        }
    }
}

/// Names of all pages, as `View::page` gives them.
fn pages() -> Vec<String> {
    let fixed = [
        "home", "map", "timeline", "people", "glossary", "quiz", "disputes", "claims", "sources",
        "further", "search", "notes", "settings", "unknown",
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

    #[test]
    fn rules_lose_their_white_space_and_comments_and_nothing_else() {
        let mut head = String::new();
        push_rules(
            &mut head,
            "/* One */\na,\n  b > c { content: \"; { x }  \"; margin: 0 auto; }\n/* Two */\n@media (min-width: 4rem) {\n  :root { --dark: ; --light: initial; }\n}\n",
        );
        assert_eq!(
            head.trim(),
            "a,b > c{content:\"; { x }  \";margin:0 auto;}@media (min-width:4rem){:root{--dark: ;--light:initial;}}"
        );
    }
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
    fn comments_of_style_sheets_stay_at_home() {
        let mut head = String::new();
        push_rules(&mut head, "/* Why. */\na { top: 0; } /* And\nhere. */\nb { left: 0; }\n");
        assert_eq!(head, "a{top:0;}b{left:0;}\n");
    }

    #[test]
    fn the_head_escapes_what_the_story_says() {
        assert_eq!(escape("A & \"B\" <C>"), "A &amp; &quot;B&quot; &lt;C>");
    }
}
