//! Putting `index.html` together: text in, text out.

use anyhow::{Context, Result, bail};

/// Where the script that starts the app goes.
const BOOT: &str = "<!-- boot -->";

/// The page without the lines that are for trunk only.
pub(crate) fn without_trunk(html: &str) -> String {
    html.lines()
        .filter(|line| !line.contains("data-trunk"))
        .map(|line| format!("{line}\n"))
        .collect()
}

/// The page with the script that starts the app, at the place meant for it.
pub(crate) fn with_boot(html: &str, boot: &str) -> Result<String> {
    let mut parts = html.split(BOOT);
    let (Some(before), Some(after), None) = (parts.next(), parts.next(), parts.next()) else {
        bail!("index.html must hold {BOOT} exactly once");
    };
    Ok(format!("{before}{boot}{after}"))
}

/// The page with something long at the end of its body, where the browser reads it
/// after everything that a reader sees.
pub(crate) fn with_last(html: &str, last: &str) -> Result<String> {
    let html = with_boot(html, "")?;
    let Some((before, after)) = html.rsplit_once("</body>") else {
        bail!("the page has no </body>");
    };
    Ok(format!("{before}{last}\n</body>{after}"))
}

/// What stands in a page between two pieces of it.
pub(crate) fn between<'p>(page: &'p str, from: &str, to: &str) -> Result<&'p str> {
    let found = page.split_once(from).and_then(|(_, rest)| rest.split_once(to));
    found.map(|(found, _)| found).with_context(|| format!("the page has no {from}"))
}

/// Makes sure that the prerender did its work.
pub(crate) fn check_filled(html: &str) -> Result<()> {
    if html.contains("<!-- prerender:body -->") {
        bail!("the page still holds the prerender's marker: the story is not in it");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head>\n<link data-trunk rel=\"rust\">\n<!-- boot -->\n</head>\n\
                        <body>\n<p>story</p>\n</body>\n";

    #[test]
    fn lines_for_trunk_go() {
        let page = without_trunk(PAGE);
        assert!(!page.contains("data-trunk"));
        assert!(page.contains("<!-- boot -->\n</head>"));
    }

    #[test]
    fn the_boot_script_takes_its_place() {
        let page = with_boot(PAGE, "<script></script>").unwrap();
        assert!(page.contains("<script></script>\n</head>"));
        assert!(!page.contains("<!-- boot -->"));
    }

    #[test]
    fn a_missing_or_doubled_place_is_an_error() {
        assert!(with_boot("<head></head>", "x").is_err());
        assert!(with_boot("<!-- boot --><!-- boot -->", "x").is_err());
    }

    #[test]
    fn the_last_script_is_behind_the_story() {
        let page = with_last(PAGE, "<script>1</script>").unwrap();
        assert!(page.contains("<p>story</p>\n<script>1</script>\n</body>"));
        assert!(!page.contains("<!-- boot -->"));
        assert!(with_last("<!-- boot -->", "x").is_err());
    }

    #[test]
    fn unfilled_markers_are_found() {
        assert!(check_filled(PAGE).is_ok());
        assert!(check_filled("<!-- prerender:body -->").is_err());
    }
}
