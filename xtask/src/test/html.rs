//! Every page that we write is as the standards of HTML and CSS have it, by the checker that the W3C
//! runs too.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::counts::Counts;
use crate::{java, node, process, site, workspace};

/// The checker, among the packages of `e2e/`.
const CHECKER: &str = "node_modules/vnu-jar/build/dist/vnu.jar";

/// The package whose page is checked as well.
const PACKAGE: &str = "dist/open-gates-scorm12.zip";

/// Where pages go that are written for the check alone.
const FOLDER: &str = "target/html";

/// A page in which the checker must find something, in its markup and in its style: one that finds
/// nothing there has looked at nothing.
const BROKEN: &str = "<!DOCTYPE html>\n<html lang=\"en\">\n<title>Broken</title>\n\
    <style>p{colour:red}</style>\n<p id=\"a\">This one is <b id=\"a\">broken.</p>\n";

/// How many faults of one page are shown.
const SHOWN: usize = 20;

/// What the checker does not know yet, although it is as it should be.
struct Behind {
    /// The message, whole.
    message: &'static str,
    /// What stands in the page where it is given.
    extract: &'static str,
    /// Where the standard is.
    why: &'static str,
}

/// All that is let pass. One that is not met any more is a fault: the checker has learned it.
static BEHIND: [Behind; 7] = [
    Behind {
        message: "CSS: Parse Error.",
        extract: "ight(spoken-now){",
        why: "the sentence that is read aloud: ::highlight() of CSS Custom Highlight API Level 1",
    },
    Behind { message: "CSS: Parse Error.", extract: "(mark-", why: "marks: the same" },
    Behind {
        message: "CSS: Parse Error.",
        extract: "highlight(found){",
        why: "words that were searched: the same",
    },
    Behind {
        message: "CSS: Unrecognized at-rule “@container”",
        extract: "@container (max-",
        why: "container queries, CSS Conditional Rules Level 5",
    },
    Behind {
        message: "CSS: “container-type”: Property “container-type” doesn't exist.",
        extract: "-type:inline-size",
        why: "the same",
    },
    Behind {
        message: "CSS: “vector-effect”: Property “vector-effect” doesn't exist.",
        extract: "-effect:non-scaling-stroke",
        why: "SVG 2, which has it as a property too",
    },
    Behind {
        message: BLOCKED,
        extract: "<script",
        why: "it compares no script with the hashes of CSP Level 2, of which `policy.rs` gives one each; \
              and what is of another type than a script's is data",
    },
];

/// What it says of a script in a page with a policy, unless that allows whatever stands in the page.
const BLOCKED: &str = "Inline script violates Content Security Policy (meta tag): blocked by \
    “script-src” directive (missing “‘unsafe-inline’” or nonce/hash).";

/// What the checker says of a place.
#[derive(Debug, PartialEq, Eq)]
struct Message {
    /// The page, as one of those that it was given, or nothing if it speaks of none of them.
    page: Option<usize>,
    /// How bad, where, and what.
    text: String,
    /// Which of [`BEHIND`] it is.
    behind: Option<usize>,
}

/// Checks the pages of `dist`.
pub(super) fn run() -> Result<Counts> {
    node::check()?;
    node::install_packages()?;
    let java = java::ready()?;
    let pages = pages()?;
    let mut command = Command::new(java);
    command.current_dir(workspace::root());
    command.arg("-jar").arg(node::folder().join(CHECKER));
    command.args(["--format", "json", "--stdout", "--exit-zero-always"]).args(&pages);
    let said = process::capture(&mut command)?;
    let messages = read(&said, &pages).context("what the checker says can't be read")?;
    judge(&pages, &messages)
}

/// The pages, relative to the project's folder. The first is the broken one.
fn pages() -> Result<Vec<String>> {
    let folder = workspace::path(FOLDER);
    fs::create_dir_all(&folder)?;
    let (broken, packed) = (folder.join("broken.html"), folder.join("scorm.html"));
    fs::write(&broken, BROKEN)?;
    let package = fs::read(workspace::path(PACKAGE)).context(PACKAGE)?;
    fs::write(&packed, page_in(&package).with_context(|| format!("no page in {PACKAGE}"))?)?;
    let mut pages: Vec<PathBuf> = vec![broken, workspace::path("dist/open-gates.html"), packed];
    let of_site = site::files(&workspace::path("dist/site"))?;
    pages
        .extend(of_site.into_iter().filter(|file| file.extension().is_some_and(|it| it == "html")));
    for name in ["index.html", "evidence.html"] {
        let page = workspace::path("dist/site").join(name);
        if !pages.contains(&page) {
            bail!("there is no {}", workspace::shown(&page));
        }
    }
    Ok(pages.iter().map(|page| address(page)).collect())
}

/// A path as it stands at the end of an address.
fn address(page: &Path) -> String {
    workspace::shown(page).replace('\\', "/")
}

/// The page in a package, whose files are stored as they are.
fn page_in(package: &[u8]) -> Option<&[u8]> {
    const END: &[u8] = b"</html>";
    let find = |sought: &[u8]| package.windows(sought.len()).position(|it| it == sought);
    let (start, end) = (find(b"<!DOCTYPE html>")?, find(END)?);
    package.get(start..end + END.len())
}

/// Reads what the checker says, as JSON. None if it is not that.
fn read(said: &str, pages: &[String]) -> Option<Vec<Message>> {
    let said: Value = serde_json::from_str(said).ok()?;
    let messages = said.get("messages")?.as_array()?;
    Some(messages.iter().map(|it| message(it, pages)).collect())
}

fn message(value: &Value, pages: &[String]) -> Message {
    let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
    let number = |name: &str| value.get(name).and_then(Value::as_u64).unwrap_or_default();
    let (url, message, extract) = (text("url"), text("message"), text("extract"));
    let page = pages.iter().position(|page| url.ends_with(&format!("/{page}")));
    let behind = BEHIND.iter().position(|it| it.message == message && extract.contains(it.extract));
    let kind = if text("subType").is_empty() { text("type") } else { text("subType") };
    let place = format!("{}:{}", number("lastLine"), number("lastColumn"));
    let extract = extract.replace('\n', " ");
    Message { page, behind, text: format!("{place} {kind}: {message} In: {extract}") }
}

/// Which pages are without fault, whatever the kind of message.
fn judge(pages: &[String], messages: &[Message]) -> Result<Counts> {
    let of = |page: Option<usize>| {
        let its = messages.iter().filter(move |it| it.page == page && it.behind.is_none());
        its.map(|it| it.text.as_str()).collect::<Vec<&str>>()
    };
    let broken = of(Some(0));
    if !broken.iter().any(|it| it.contains("CSS:")) || !broken.iter().any(|it| !it.contains("CSS:"))
    {
        bail!("the checker finds nothing in a page that is broken; it says {broken:?}");
    }
    if let Some(strange) = of(None).first() {
        bail!("the checker says of none of the pages: {strange}");
    }
    let mut counts = Counts::default();
    for (index, page) in pages.iter().enumerate().skip(1) {
        let faults = of(Some(index));
        println!("   {page}, faults: {}", faults.len());
        for fault in faults.iter().take(SHOWN) {
            println!("      {fault}");
        }
        let mut one = Counts::one(faults.is_empty());
        one.notes.extend(faults.first().map(|fault| format!("{page}:{fault}")));
        counts += one;
    }
    for (index, learned) in BEHIND.iter().enumerate() {
        if !messages.iter().any(|it| it.behind == Some(index)) {
            let fault = format!(
                "no page is told “{}” of `{}` any more ({}): take it out of xtask/src/test/html.rs",
                learned.message, learned.extract, learned.why
            );
            println!("   {fault}");
            counts += Counts { notes: vec![fault], ..Counts::one(false) };
        }
    }
    Ok(counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages() -> Vec<String> {
        ["target/html/broken.html", "dist/site/index.html"].map(str::to_owned).to_vec()
    }

    /// What the checker says: so many messages of a page by the end of its address.
    fn said(messages: &[(&str, &str, &str, &str)]) -> String {
        let messages: Vec<Value> = messages
            .iter()
            .map(|(page, kind, message, extract)| {
                serde_json::json!({
                    "type": kind, "url": format!("file:/some/where/{page}"), "lastLine": 3,
                    "lastColumn": 14, "message": message, "extract": extract,
                })
            })
            .collect();
        serde_json::json!({ "version": "26.9.27", "messages": messages }).to_string()
    }

    /// What it says of the broken page, and of the other what is let pass.
    fn usual() -> Vec<(&'static str, &'static str, &'static str, &'static str)> {
        let broken = "target/html/broken.html";
        let mut usual = vec![
            (broken, "error", "CSS: “colour”: Property “colour” doesn't exist.", "p{colour:"),
            (broken, "error", "Duplicate ID “a”.", "<b id=\"a\">"),
        ];
        let known =
            BEHIND.iter().map(|it| ("dist/site/index.html", "error", it.message, it.extract));
        usual.extend(known);
        usual
    }

    fn counts(said: &str) -> Result<Counts> {
        judge(&pages(), &read(said, &pages()).unwrap())
    }

    #[test]
    fn a_page_without_fault_passes() {
        assert_eq!(counts(&said(&usual())).unwrap(), Counts::one(true));
    }

    #[test]
    fn a_fault_of_any_kind_fails_and_is_named() {
        for kind in ["error", "info", "non-document-error"] {
            let mut messages = usual();
            messages.push(("dist/site/index.html", kind, "Stray end tag “p”.", "x</p>"));
            // What the checker does not know in one place, it may be right about in another.
            messages.push(("dist/site/index.html", kind, "CSS: Parse Error.", "p{color:;;}"));
            let counts = counts(&said(&messages)).unwrap();
            assert_eq!((counts.passed, counts.failed), (0, 1));
            let named = format!("dist/site/index.html:3:14 {kind}: Stray end tag “p”. In: x</p>");
            assert_eq!(counts.notes, [named]);
        }
    }

    #[test]
    fn what_the_checker_has_learned_must_not_be_let_pass_any_longer() {
        let mut messages = usual();
        messages.pop();
        let counts = counts(&said(&messages)).unwrap();
        assert_eq!((counts.passed, counts.failed), (1, 1));
        assert!(counts.notes[0].contains("any more"));
    }

    #[test]
    fn a_check_that_finds_nothing_in_a_broken_page_is_none() {
        for blind in [0, 1] {
            let mut messages = usual();
            messages.remove(blind);
            assert!(counts(&said(&messages)).is_err());
        }
        assert!(read("", &pages()).is_none());
        assert!(read("Error: Unable to access jarfile", &pages()).is_none());
        assert!(read("{}", &pages()).is_none());
    }

    #[test]
    fn a_message_of_none_of_the_pages_is_no_pass() {
        let mut messages = usual();
        messages.push(("dist/other.html", "non-document-error", "File not found.", ""));
        assert!(counts(&said(&messages)).is_err());
    }

    #[test]
    fn the_page_is_found_in_its_package() {
        let package = b"PK<a.xml><!DOCTYPE html>\n<html>x</html>\nPK<end>";
        assert_eq!(page_in(package).unwrap(), b"<!DOCTYPE html>\n<html>x</html>");
        assert_eq!(page_in(b"PK<a.xml>PK"), None);
    }
}
