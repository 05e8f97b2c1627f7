//! Other people's code: each package has a reason that is written down, and a license that is allowed.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;
use spdx::{Expression, ParseMode};

use super::counts::Counts;
use crate::{cargo, process, workspace};

/// Where reasons are written down.
const REASONS: &str = "docs/dependencies.md";

/// Where the allowed licenses are.
const RULES: &str = "deny.toml";

/// What npm installs for us.
const NPM: [&str; 4] = ["bench", "e2e", "tools/fonts", "tools/geometry"];

/// What packages of npm may be under besides. They are tools, of which nothing reaches a reader but outlines,
/// which are in the public domain, and fonts, whose license (OFL) comes with them.
const OF_TOOLS: [&str; 6] =
    ["BSD-2-Clause", "BlueOak-1.0.0", "MPL-2.0", "OFL-1.1", "W3C-20150513", "WTFPL"];

/// Packages of npm whose license is written otherwise than SPDX has it, with what is written. By their own
/// files they are under CC BY-SA 4.0 (a list of words), the free license of Bitstream Vera, and that of BSD
/// with three clauses.
const IN_OTHER_WORDS: [(&str, &str); 3] = [
    ("@cspell/dict-en-common-misspellings", "CC BY-SA 4.0"),
    ("dejavu-fonts-ttf", "SEE LICENSE IN README.md AND LICENSE"),
    ("parse-cache-control", ""),
];

/// Compares what is used with what is written down, and licenses with those that are allowed.
pub(super) fn run() -> Result<Counts> {
    let mut command = cargo::host();
    command.args(["metadata", "--format-version=1", "--locked"]);
    let metadata: Value = serde_json::from_str(&process::capture(&mut command)?)?;
    let packages = metadata.get("packages").and_then(Value::as_array);
    let packages = packages.context("cargo names no packages")?;
    let rules = fs::read_to_string(workspace::path(RULES)).context(RULES)?;
    let allowed = allowed(&rules)?;
    let mut faults: Vec<String> =
        packages.iter().filter_map(|package| license_fault(package, &allowed)).collect();
    let mut used: BTreeSet<String> = packages.iter().flat_map(named_by).collect();
    let of_tools: BTreeSet<String> =
        allowed.iter().cloned().chain(OF_TOOLS.map(str::to_owned)).collect();
    let mut of_npm = 0;
    for folder in NPM {
        used.extend(named_by_npm(&json(folder, "package.json")?));
        let lock = json(folder, "package-lock.json")?;
        let installed = lock.get("packages").and_then(Value::as_object);
        let installed = installed.with_context(|| format!("the lock of {folder} names nothing"))?;
        of_npm += installed.len();
        faults.extend(installed.iter().filter_map(|(at, it)| npm_fault(at, it, &of_tools)));
    }
    let reasons = fs::read_to_string(workspace::path(REASONS)).context(REASONS)?;
    faults.extend(differences(&used, &reasoned(&reasons)));
    for fault in &faults {
        println!("   {fault}");
    }
    println!("   {} packages, and {of_npm} of npm; {} named by us", packages.len(), used.len());
    Ok(Counts { notes: faults.clone(), ..Counts::one(faults.is_empty()) })
}

/// A file of JSON in a folder of ours.
fn json(folder: &str, name: &str) -> Result<Value> {
    let file = workspace::path(folder).join(name);
    let text = fs::read_to_string(&file).with_context(|| workspace::shown(&file))?;
    serde_json::from_str(&text).with_context(|| workspace::shown(&file))
}

/// The licenses that are allowed, as deny.toml lists them.
fn allowed(rules: &str) -> Result<BTreeSet<String>> {
    let rules: toml::Table = rules.parse().context(RULES)?;
    let list = rules.get("licenses").and_then(|it| it.get("allow")).and_then(|it| it.as_array());
    let list = list.with_context(|| format!("{RULES} has no list `licenses.allow`"))?;
    Ok(list.iter().filter_map(|it| it.as_str()).map(str::to_owned).collect())
}

/// What is wrong with the license of a package that is not ours.
fn license_fault(package: &Value, allowed: &BTreeSet<String>) -> Option<String> {
    if package.get("source").is_none_or(Value::is_null) {
        return None;
    }
    refused(text(package, "name"), text(package, "license"), allowed)
}

/// What is wrong with the license of a package that a lock file of npm places somewhere.
fn npm_fault(at: &str, package: &Value, allowed: &BTreeSet<String>) -> Option<String> {
    // Our own stands nowhere; what one package brings for itself stands within its folder.
    let (_, name) = at.rsplit_once("node_modules/")?;
    let license = text(package, "license");
    if IN_OTHER_WORDS.contains(&(name, license)) {
        return None;
    }
    refused(name, license, allowed)
}

/// What is wrong with a license.
fn refused(name: &str, license: &str, allowed: &BTreeSet<String>) -> Option<String> {
    let Ok(expression) = Expression::parse_mode(license, ParseMode::LAX) else {
        return Some(format!("`{name}` has a license that can't be read: “{license}”"));
    };
    let permits = expression.evaluate(|one| allowed.contains(&one.to_string()));
    (!permits).then(|| format!("`{name}` is under {license}, which is not allowed"))
}

/// The packages that one of ours names in its manifest.
fn named_by(package: &Value) -> Vec<String> {
    if package.get("source").is_some_and(Value::is_string) {
        return Vec::new();
    }
    let dependencies = package.get("dependencies").and_then(Value::as_array);
    let others = dependencies
        .into_iter()
        .flatten()
        .filter(|it| it.get("source").is_some_and(Value::is_string));
    others.map(|it| text(it, "name").to_owned()).collect()
}

/// The packages that a `package.json` names.
fn named_by_npm(manifest: &Value) -> Vec<String> {
    ["dependencies", "devDependencies"]
        .iter()
        .filter_map(|kind| manifest.get(kind)?.as_object())
        .flat_map(|them| them.keys().cloned())
        .collect()
}

/// The packages whose reasons are written down: what stands first in the rows of its tables.
fn reasoned(text: &str) -> BTreeSet<String> {
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    rows.filter(|(_, rest)| rest.trim_matches(['|', ' ']).contains('|'))
        .map(|(name, _)| name.to_owned())
        .collect()
}

fn differences(used: &BTreeSet<String>, reasoned: &BTreeSet<String>) -> Vec<String> {
    let without = used.difference(reasoned);
    let unused = reasoned.difference(used);
    without
        .map(|name| format!("`{name}` is used, but {REASONS} gives no reason"))
        .chain(unused.map(|name| format!("`{name}` stands in {REASONS}, but nothing names it")))
        .collect()
}

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn one_of_the_offered_licenses_must_be_allowed() {
        let allowed = allowed("[licenses]\nallow = [\"MIT\", \"Apache-2.0 WITH LLVM-exception\"]");
        let allowed = allowed.unwrap();
        let fault = |license: &str| {
            license_fault(&json!({ "name": "x", "source": "r", "license": license }), &allowed)
        };
        for good in ["MIT", "MIT/Apache-2.0", "GPL-3.0 OR MIT", "Apache-2.0 WITH LLVM-exception"] {
            assert_eq!(fault(good), None, "{good}");
        }
        for bad in ["Apache-2.0", "MIT AND GPL-3.0-only", "", "our own"] {
            assert!(fault(bad).is_some_and(|it| it.contains("`x`")), "{bad}");
        }
        assert_eq!(license_fault(&json!({ "name": "ours", "source": null }), &allowed), None);
    }

    #[test]
    fn packages_of_npm_are_held_too() {
        let allowed = set(&["MIT", "MPL-2.0"]);
        let fault =
            |at: &str, license: &str| npm_fault(at, &json!({ "license": license }), &allowed);
        assert_eq!(fault("", "anything"), None);
        assert_eq!(fault("node_modules/@a/b", "(MPL-2.0 OR GPL-3.0)"), None);
        assert_eq!(fault("node_modules/parse-cache-control", ""), None);
        assert!(fault("node_modules/parse-cache-control", "UNLICENSED").is_some());
        let within = fault("node_modules/a/node_modules/@b/c", "GPL-3.0-only");
        assert!(within.is_some_and(|it| it.contains("`@b/c` is under GPL-3.0-only")));
        assert!(npm_fault("node_modules/a", &json!({}), &allowed).is_some());
    }

    #[test]
    fn what_is_used_has_a_reason_and_what_has_one_is_used() {
        let ours = json!({ "source": null, "dependencies": [
            { "name": "a", "source": "registry" }, { "name": "ours-too", "source": null } ] });
        assert_eq!(named_by(&ours), ["a"]);
        assert!(
            named_by(&json!({ "source": "r", "dependencies": [{ "name": "b", "source": "r" }] }))
                .is_empty()
        );
        let npm = json!({ "dependencies": { "c": "1" }, "devDependencies": { "@d/e": "2" } });
        assert_eq!(named_by_npm(&npm), ["c", "@d/e"]);
        let reasons = reasoned("| `a` | MIT | so |\n| `f` | MIT | so |\nand `g`\n| `h` | MIT |\n");
        assert_eq!(reasons, set(&["a", "f"]));
        let faults = differences(&set(&["a", "c"]), &reasons);
        assert_eq!(faults.len(), 2);
        assert!(faults[0].contains("`c` is used") && faults[1].contains("`f` stands"));
    }
}
