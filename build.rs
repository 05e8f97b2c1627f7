//! Encodes `content/en` into the bytes that the app carries, and projects its groups onto the map's
//! drawing; a mistake in the content stops the build with every mistake listed.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let dir = Path::new("content/en");
    println!("cargo:rerun-if-changed=content/en");
    for file in story::author::files_read(dir) {
        println!("cargo:rerun-if-changed={}", file.display());
    }
    let bytes = match story::author::encode_dir(dir) {
        Ok(bytes) => bytes,
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
    let points = match story::decode(&bytes) {
        Ok(story) => points(&story),
        Err(error) => {
            println!("cargo::error={error}");
            return ExitCode::FAILURE;
        }
    };
    for (name, content) in [("story.bin", bytes), ("points.rs", points.into_bytes())] {
        let target = Path::new(&out).join(name);
        if let Err(error) = std::fs::write(&target, content) {
            println!("cargo::error=can't write {}: {error}", target.display());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
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
