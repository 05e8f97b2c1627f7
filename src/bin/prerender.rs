//! Writes the story into the page.
//!
//! `prerender INDEX_HTML OUT_HTML STYLE_DIR`, or `prerender --trunk` from trunk's hook, which then
//! names the staged page by its environment.

use open_gates::page::{Style, fill};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    match arguments.as_slice() {
        [flag] if flag.as_os_str() == "--trunk" => {
            let staged =
                env::var_os("TRUNK_STAGING_DIR").ok_or("trunk did not set TRUNK_STAGING_DIR")?;
            let page = Path::new(&staged).join("index.html");
            prerender(&page, &page, Path::new("style"))
        }
        [index, out, styles] => prerender(index, out, styles),
        _ => Err("usage: prerender INDEX_HTML OUT_HTML STYLE_DIR, or prerender --trunk".into()),
    }
}

fn prerender(index: &Path, out: &Path, styles: &Path) -> Result<(), Box<dyn Error>> {
    let shell = fs::read_to_string(index).map_err(|error| about(index, &error))?;
    let page = fill(&shell, &read_styles(styles)?)?;
    fs::write(out, page).map_err(|error| about(out, &error))?;
    Ok(())
}

/// All style sheets of a folder, in the order of `order.txt` there.
fn read_styles(dir: &Path) -> Result<Vec<Style>, Box<dyn Error>> {
    let list = dir.join("order.txt");
    let order = fs::read_to_string(&list).map_err(|error| about(&list, &error))?;
    order
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|name| {
            let path = dir.join(name);
            let text = fs::read_to_string(&path).map_err(|error| about(&path, &error))?;
            Ok(Style { name: name.to_owned(), text })
        })
        .collect()
}

fn about(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
