//! Encodes `content/en` into the bytes that the app carries; a mistake in the content stops the
//! build with every mistake listed.

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
    let target = Path::new(&out).join("story.bin");
    if let Err(error) = std::fs::write(&target, bytes) {
        println!("cargo::error=can't write {}: {error}", target.display());
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
