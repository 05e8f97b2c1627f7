//! The few lines of script that start the app, in each form of the page.
//!
//! If the app cannot start they say so by an `otg:failed` event; the page shows it,
//! and the story, which is in the page already, stays readable.

/// Starts the app from files beside the page. Addresses are relative, so the page
/// works at any path.
pub(crate) fn for_site(glue: &str, wasm: &str) -> String {
    format!(
        r#"<link rel="modulepreload" href="{glue}">
<link rel="preload" href="{wasm}" as="fetch" type="application/wasm" crossorigin>
<script type="module">
import("./{glue}")
.then(glue=>glue.default({{module_or_path:new URL("{wasm}",document.baseURI)}}))
{FAILED}
</script>"#
    )
}

/// Starts the app from what the page itself holds: the glue, and the module packed
/// by gzip and base64.
pub(crate) fn for_single_file(glue: &str, packed: &str) -> String {
    format!(
        r#"<script id="otg-wasm" type="text/plain">{packed}</script>
<script>{glue}</script>
<script>
(async()=>{{
if(!self.DecompressionStream)throw Error("this browser cannot unpack the app (no DecompressionStream)");
const packed=Uint8Array.from(atob(document.getElementById("otg-wasm").textContent),c=>c.charCodeAt(0));
const wasm=new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
await wasm_bindgen({{module_or_path:await new Response(wasm).arrayBuffer()}});
}})()
{FAILED}
</script>"#
    )
}

/// What `serve` adds: loads the page anew when another version of it is there.
pub(crate) const LIVE_RELOAD: &str = r#"<script>
{let seen;const events=new EventSource("/__version");
events.onmessage=({data})=>{seen??=data;if(data!==seen)location.reload()}}
</script>"#;

/// Tells the page that the app did not start.
const FAILED: &str = r#".catch(error=>{console.error(error);dispatchEvent(new CustomEvent("otg:failed",{detail:String(error)}))})"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_refers_to_its_files_relatively() {
        let boot = for_site("open-gates-1.js", "open-gates-1_bg.wasm");
        assert!(boot.contains(r#"import("./open-gates-1.js")"#));
        assert!(boot.contains(r#"href="open-gates-1_bg.wasm""#));
        assert!(!boot.contains("=\"/"));
    }

    #[test]
    fn every_form_tells_of_failure() {
        assert!(for_site("a", "b").contains("otg:failed"));
        assert!(for_single_file("a", "b").contains("otg:failed"));
    }
}
