//! Stories with ever more groups, made up, to see how the map's cost grows.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{process, site, workspace};

/// How many groups; `e2e/bench/map.bench.ts` names the same.
const COUNTS: [usize; 3] = [30, 300, 3000];

const KINDS: [&str; 6] =
    ["grassroots", "student", "umbrella", "establishment", "interfaith", "militant"];

const STATES: [&str; 8] = ["CA", "CO", "IL", "KS", "NY", "OH", "TX", "WA"];

/// Builds a site for each count, into `target/bench/`. What is in `dist/` afterwards is one of them.
pub(crate) fn build() -> Result<()> {
    for count in COUNTS {
        let story = workspace::path(&format!("target/bench/story-{count}"));
        if story.exists() {
            fs::remove_dir_all(&story)?;
        }
        site::copy_folder(&workspace::path("tests/fixtures/tiny"), &story)?;
        let file = story.join("story.toml");
        fs::write(&file, with_america(&fs::read_to_string(&file)?))?;
        fs::write(story.join("records/groups.toml"), groups(count))?;
        process::heading(&format!("A story of {count} groups"));
        let program = std::env::current_exe().context("cannot find this program")?;
        let mut command = Command::new(program);
        process::run(command.arg("dist").env("OPEN_GATES_STORY", &story))?;
        let kept = workspace::path(&format!("target/bench/site-{count}"));
        if kept.exists() {
            fs::remove_dir_all(&kept)?;
        }
        site::copy_folder(&workspace::path("dist/site"), &kept)?;
    }
    Ok(())
}

fn with_america(story: &str) -> String {
    let years = story
        .replace("first_year = 1970", "first_year = 1960")
        .replace("last_year = 1980", "last_year = 1991");
    format!(
        "{years}\n[[bounds]]\nname = \"United States\"\nsouth = 18.9\nnorth = 71.4\nwest = -179.2\neast = -66.9\n"
    )
}

/// Groups all over the country, always the same.
fn groups(count: usize) -> String {
    let mut out = String::new();
    let mut seed = 1_u64;
    let mut next = move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 40) as f64 / (1_u64 << 24) as f64
    };
    for at in 0..count {
        let kind = KINDS.get(at % KINDS.len()).copied().unwrap_or_default();
        let state = STATES.get(at % STATES.len()).copied().unwrap_or_default();
        let (lat, lon) = (31.0 + next() * 16.0, -120.0 + next() * 44.0);
        let founded = 1960 + at % 20;
        let ended = founded + 3 + at % 12;
        out.push_str(&format!(
            "[[group]]\nid = \"g{at}\"\nname = \"Group number {at}\"\nshort = \"Group {at}\"\n\
             other_names = []\nkind = \"{kind}\"\ncity = \"Town {at}\"\nregion = \"{state}\"\n\
             latitude = {lat:.3}\nlongitude = {lon:.3}\nfounded = \"{founded}\"\nended = \"{ended}\"\n\
             people = []\naction = \"They met.\"\naccount = \"They met, and met again.\"\nrelations = []\n\
             claims = []\n\n"
        ));
    }
    out
}
