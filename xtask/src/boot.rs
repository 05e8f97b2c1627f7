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

/// Starts the app from what the page itself holds: the glue and the module, each packed.
pub(crate) fn for_single_file(glue: &str, packed: &str) -> String {
    format!(
        r#"<script id="otg-wasm" type="text/plain">{packed}</script>
<script id="otg-glue" type="text/plain">{glue}</script>
<script>
(async()=>{{
if(!self.DecompressionStream)throw Error("this browser cannot unpack the app (no DecompressionStream)");
{UNPACK}
const glue=document.createElement("script");
glue.textContent=await unpack("otg-glue").text();
document.head.append(glue);
await wasm_bindgen({{module_or_path:await unpack("otg-wasm").arrayBuffer()}});
}})()
{FAILED}
</script>"#
    )
}

/// Fetches the evidence, which stands in a file beside the page, when it is wanted.
pub(crate) fn evidence_of_site(file: &str) -> String {
    format!(
        r#"<script type="module">
const evidence=()=>fetch("{file}").then(got=>got.ok?got.text():Promise.reject(Error("no evidence: "+got.status)));
{PLACE_EVIDENCE}
</script>
"#
    )
}

/// Unpacks the evidence, which the page holds packed, when it is wanted.
pub(crate) fn evidence_of_single_file(packed: &str) -> String {
    format!(
        r#"<script id="otg-evidence" type="text/plain">{packed}</script>
<script>
{{
{UNPACK}
{EXPAND}
const evidence=async()=>expand(new Uint8Array(await unpack("otg-evidence").arrayBuffer()));
{PLACE_EVIDENCE}
}}
</script>
"#
    )
}

/// Puts the evidence, once, where the page keeps places for it: when the app asks, when somebody is
/// about to follow a link to a claim, a person or an event, or when such a place is shown. Then it
/// tells the app, or scrolls by itself where the app does not run. Links that lead to the file with
/// scripts off stay within the page with scripts on. `data-overdue` on the root lets the page say
/// that something takes longer than it should.
const PLACE_EVIDENCE: &str = r##"const root=document.documentElement;
const ours=within=>{for(const link of within.querySelectorAll('a[href^="evidence.html#"]'))link.setAttribute("href",link.hash)};
let asked;
const place=text=>{
const from=new DOMParser().parseFromString(text,"text/html");
ours(from);
for(const place of document.querySelectorAll(".later"))place.replaceChildren(...from.getElementById(place.id)?.childNodes??[]);
const named=/^#(\/(?:timeline|people|claims|sources)\/[^?]+)/.exec(location.hash);
if(named&&!root.hasAttribute("data-started"))document.getElementById(named[1])?.scrollIntoView();
dispatchEvent(new Event("otg:evidence"))};
const overdue=()=>root.setAttribute("data-overdue","");
const load=()=>{if(asked)return;
const timer=setTimeout(overdue,1500);
asked=evidence().then(place).catch(error=>{asked=null;overdue();console.error(error);dispatchEvent(new Event("otg:no-evidence"))}).finally(()=>clearTimeout(timer))};
ours(document);
addEventListener("otg:want-evidence",load);
for(const kind of["pointerover","focusin"])addEventListener(kind,event=>{if(event.target.closest?.(".ref-claim,.ref-entity"))load()});
const look=()=>{if([...document.querySelectorAll(".later")].some(place=>place.offsetParent))load()};
for(const kind of["hashchange","otg:page"])addEventListener(kind,look);
look()"##;

/// Gives what the page holds packed, by the id of the element that holds it: text as `text91.rs`
/// writes it, of what gzip packed.
const UNPACK: &str = r#"const bytes=text=>{const out=new Uint8Array(text.length);let low=-1,bits=0,count=0,at=0;
for(let i=0;i<text.length;i++){const code=text.charCodeAt(i),digit=code-33-(code>38)-(code>60)-(code>92);
if(low<0){low=digit;continue}
const value=low+digit*91;low=-1;bits|=value<<count;count+=(value&8191)>88?13:14;
for(;count>7;count-=8){out[at++]=bits;bits>>=8}}
if(low>=0)out[at++]=bits|low<<count;
return out.subarray(0,at)};
const unpack=id=>new Response(new Blob([bytes(document.getElementById(id).textContent)]).stream().pipeThrough(new DecompressionStream("gzip")));"#;

/// Brings back what `dedupe.rs` took out.
const EXPAND: &str = r"const expand=from=>{let i=0;
const number=()=>{let value=0,scale=1,byte;do{byte=from[i++];value+=(byte&127)*scale;scale*=128}while(byte>127);return value};
const out=new Uint8Array(number());let at=0;
while(i<from.length){const byte=from[i++];
if(byte!==1){out[at++]=byte;continue}
const back=number(),length=number();out.copyWithin(at,at-back,at-back+length);at+=length}
return new TextDecoder().decode(out)};";

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
    fn evidence_comes_from_the_file_or_from_the_page() {
        assert!(evidence_of_site("evidence.html?1").contains(r#"fetch("evidence.html?1")"#));
        let single = evidence_of_single_file("H4sI");
        assert!(single.contains("type=\"text/plain\">H4sI<") && !single.contains("fetch("));
    }

    #[test]
    fn every_form_tells_of_failure() {
        assert!(for_site("a", "b").contains("otg:failed"));
        assert!(for_single_file("a", "b").contains("otg:failed"));
    }
}
