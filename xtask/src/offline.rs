//! The page without a network: the service worker that keeps its files, and the manifest by which
//! it can be installed.
//!
//! The worker is a page of script of our own. Workbox's tools would write ten times as much for what
//! is needed here: keep a list of files, one edition at a time.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::json;

use crate::page::between;
use crate::{site, workspace};

/// The worker's script; `@EDITION@` and `@FILES@` become what it keeps.
const WORKER: &str = include_str!("sw.js");

/// The worker's file. It must stand where the page stands: it serves what lies below it.
const FILE: &str = "sw.js";

/// Registers the worker, and offers a newer edition when there is one.
///
/// Only where a server serves the page. Another tab may have brought the newer edition in already;
/// then loading the page is all that is left to do. Who wants to save data is not made to download
/// what has not been asked for.
pub(crate) const REGISTER: &str = r#"<script type="module">
const {connection}=navigator;
let serviceWorker;
// In a frame without an origin of its own merely asking for it throws.
try{serviceWorker=navigator.serviceWorker}catch{}
if(serviceWorker&&!connection?.saveData&&location.protocol.startsWith("http")){
const offer=worker=>{const notice=document.getElementById("newer-edition");
notice.hidden=false;
notice.querySelector("button").onclick=()=>{
if(worker.state!=="installed")return location.reload();
serviceWorker.addEventListener("controllerchange",()=>location.reload());
worker.postMessage("take over")}};
const keep=async()=>{try{
const registration=await serviceWorker.register("sw.js",{updateViaCache:"none"});
if(registration.waiting)offer(registration.waiting);
const follow=()=>{const worker=registration.installing;
worker?.addEventListener("statechange",()=>{if(worker.state==="installed"&&serviceWorker.controller)offer(worker)})};
follow();
registration.addEventListener("updatefound",follow)
}catch(error){console.warn(error)}};
const soon=()=>setTimeout(keep,500);
if(document.documentElement.hasAttribute("data-started"))soon();else addEventListener("otg:started",soon,{once:true})}
</script>
"#;

/// Writes the worker for what stands in a folder, which must be complete. The page asks for some files by
/// addresses that change with them: the name, `?`, and a mark.
pub(crate) fn write_worker(folder: &Path, marked: &[String]) -> Result<()> {
    let mut files = Vec::new();
    let mut contents = Vec::new();
    for path in workspace::files_in(folder)? {
        let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        if name == FILE {
            continue;
        }
        contents.push(fs::read(&path)?);
        contents.push(name.clone().into_bytes());
        if is_kept(&name) {
            files.push(format!("./{name}"));
        }
    }
    for file in &mut files {
        if let Some(address) =
            marked.iter().find(|it| it.split('?').next() == file.strip_prefix("./"))
        {
            *file = format!("./{address}");
        }
    }
    files.insert(0, "./".to_owned());
    let contents: Vec<&[u8]> = contents.iter().map(Vec::as_slice).collect();
    fs::write(folder.join(FILE), worker(&site::fingerprint(&contents), &files)?)?;
    Ok(())
}

/// Whether the page needs a file without a network. Its own file is kept under the folder's address, and
/// licences are not needed.
fn is_kept(name: &str) -> bool {
    name != "index.html" && !(name.starts_with("public/") && name.ends_with(".txt"))
}

fn worker(edition: &str, files: &[String]) -> Result<String> {
    Ok(WORKER.replace("@EDITION@", edition).replace("@FILES@", &serde_json::to_string(files)?))
}

/// Writes the manifest, in the words of the story that the page tells.
pub(crate) fn write_manifest(folder: &Path, page: &str) -> Result<()> {
    let path = folder.join("public/manifest.webmanifest");
    fs::write(path, manifest(page)?)?;
    Ok(())
}

fn manifest(page: &str) -> Result<String> {
    let words = |from: &str, to: &str| between(page, from, to).map(unescaped);
    let title = words("<title>", "</title>")?;
    let subtitle = words("name=\"description\" content=\"", "\"")?;
    let name = title.strip_suffix(&format!(": {subtitle}")).unwrap_or(&title);
    let icon = |file: &str, purpose: &str| json!({ "src": file, "sizes": "any", "type": "image/svg+xml", "purpose": purpose });
    let drawn = json!({ "src": "icon.png", "sizes": "180x180", "type": "image/png" });
    let manifest = json!({
        "id": "../",
        "name": name,
        "short_name": name,
        "description": subtitle,
        "lang": words("<html lang=\"", "\"")?,
        "start_url": "../",
        "scope": "../",
        "display": "minimal-ui",
        "background_color": "#f4eee0",
        "theme_color": "#f4eee0",
        "icons": [icon("icon.svg", "any"), icon("icon-maskable.svg", "maskable"), drawn],
    });
    Ok(serde_json::to_string_pretty(&manifest)?)
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_keeps_what_the_page_needs_and_is_another_for_another_edition() {
        let folder = workspace::path("target/xtask-tests/offline");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("public")).unwrap();
        for name in [
            "index.html",
            "evidence.html",
            "questions.txt",
            "a.js",
            "public/icon.svg",
            "public/OFL.txt",
        ] {
            fs::write(folder.join(name), name).unwrap();
        }
        let marked = ["evidence.html?1", "questions.txt?2"].map(str::to_owned);
        let written = || {
            write_worker(&folder, &marked).unwrap();
            fs::read_to_string(folder.join(FILE)).unwrap()
        };
        let first = written();
        assert!(first.contains(
            r#"["./","./a.js","./evidence.html?1","./public/icon.svg","./questions.txt?2"]"#
        ));
        assert!(!first.contains('@'));
        // Itself is no part of what it keeps.
        assert_eq!(first, written());
        fs::write(folder.join("a.js"), "changed").unwrap();
        assert_ne!(first, written());
    }

    #[test]
    fn the_manifest_speaks_of_the_story() {
        let page = "<html lang=\"de\" dir=\"ltr\"><title>Die &amp; Tore: Wie</title>\
                    <meta name=\"description\" content=\"Wie\">";
        let manifest: serde_json::Value = serde_json::from_str(&manifest(page).unwrap()).unwrap();
        assert_eq!(manifest["name"], "Die & Tore");
        assert_eq!(manifest["lang"], "de");
        assert!(super::manifest("<p>").is_err());
    }
}
