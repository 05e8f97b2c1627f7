//! Encodes the story in `content/en`, or in the folder that `OPEN_GATES_STORY` names, into the bytes
//! that the page is written from (`whole.bin`), those that the app carries (`story.bin`) and the text
//! in which questions stand in the page (`questions.txt`), projects its groups onto the map's drawing,
//! and takes out of it the figures that stand below the map's years; a mistake in the content stops the
//! build with every mistake listed. Puts the style sheets that come with a view, not with the page, into
//! one (`late.css`).

#[path = "src/page/tight.rs"]
mod tight;

use std::path::Path;
use std::process::ExitCode;

/// Names the folder of another story to build, from the workspace's root.
const STORY: &str = "OPEN_GATES_STORY";

fn main() -> ExitCode {
    println!("cargo:rerun-if-env-changed={STORY}");
    let named = std::env::var(STORY).unwrap_or_else(|_| "content/en".to_owned());
    let dir = Path::new(&named);
    println!("cargo:rerun-if-changed={named}");
    for file in story::author::files_read(dir) {
        println!("cargo:rerun-if-changed={}", file.display());
    }
    let encoded = match story::author::encode_dir(dir) {
        Ok(encoded) => encoded,
        Err(mistakes) => {
            for mistake in &mistakes {
                println!("cargo::error={}/{mistake}", dir.display());
            }
            return ExitCode::FAILURE;
        }
    };
    let Some(out) = std::env::var_os("OUT_DIR") else {
        println!("cargo::error=cargo did not set OUT_DIR");
        return ExitCode::FAILURE;
    };
    let (points, places, emigration) = match story::decode(&encoded.whole) {
        Ok(story) => (points(&story), places(&story), emigration(&story)),
        Err(error) => {
            println!("cargo::error={error}");
            return ExitCode::FAILURE;
        }
    };
    let late_style = match late_style() {
        Ok(style) => style,
        Err(error) => {
            println!("cargo::error=can't read the style sheets of style/late.txt: {error}");
            return ExitCode::FAILURE;
        }
    };
    let files = [
        ("late.css", late_style.into_bytes()),
        ("whole.bin", encoded.whole),
        ("story.bin", encoded.abridged),
        ("questions.txt", encoded.questions.into_bytes()),
        ("points.rs", points.into_bytes()),
        ("places.rs", places.into_bytes()),
        ("emigration.rs", emigration.into_bytes()),
        ("states.rs", states().into_bytes()),
    ];
    for (name, content) in files {
        let target = Path::new(&out).join(name);
        if let Err(error) = std::fs::write(&target, content) {
            println!("cargo::error=can't write {}: {error}", target.display());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// The style sheets that `style/late.txt` names, as one.
fn late_style() -> std::io::Result<String> {
    let dir = Path::new("style");
    println!("cargo:rerun-if-changed=style/late.txt");
    let mut style = String::new();
    for name in std::fs::read_to_string(dir.join("late.txt"))?.split_whitespace() {
        let path = dir.join(name);
        println!("cargo:rerun-if-changed={}", path.display());
        tight::push_rules(&mut style, &std::fs::read_to_string(path)?);
    }
    Ok(style)
}

/// Where each group lies on the earth, as Rust source.
fn places(story: &story::Story<'_>) -> String {
    let places: Vec<String> = story
        .groups
        .iter()
        .map(|group| vector(geo::distance::direction(group.latitude, group.longitude)))
        .collect();
    format!("&[{}]", places.join(", "))
}

fn vector([x, y, z]: geo::distance::Direction) -> String {
    format!("[{x:.6}, {y:.6}, {z:.6}]")
}

/// What the emigration table counts, and the figure of each year, as Rust source. With the evidence, in which the
/// table stands, they would come too late for the map.
fn emigration(story: &story::Story<'_>) -> String {
    let row = |row: &story::EmigrationYear<'_>| {
        format!("({}, {}, story::Bound::{:?}, {})", row.year, row.total, row.bound, row.doubtful)
    };
    let rows: Vec<String> = story.emigration.iter().map(row).collect();
    format!("({:?}, &[{}])", story.emigration_caption, rows.join(", "))
}

/// Where each state lies on the earth, as Rust source; the middle is where its label would stand.
fn states() -> String {
    let states: Vec<String> = geo::outline::states()
        .iter()
        .filter_map(|state| {
            let (lat, lon) = geo::albers::unproject(state.label)?;
            let at = geo::distance::direction(lat, lon);
            Some(format!("({:?}, {:?}, {})", state.code, state.name, vector(at)))
        })
        .collect();
    format!("&[{}]", states.join(", "))
}

/// Where each group lies on the drawing, as Rust source. Done here, the trigonometry stays out of
/// what readers download.
fn points(story: &story::Story<'_>) -> String {
    let points: Vec<String> = story
        .groups
        .iter()
        .filter_map(|group| {
            let at = geo::albers::project(group.latitude, group.longitude)?;
            Some(format!("({:?}, geo::Point {{ x: {:.1}, y: {:.1} }})", group.id.0, at.x, at.y))
        })
        .collect();
    format!("&[{}]", points.join(", "))
}
