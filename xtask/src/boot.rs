//! The few lines of script that start the app, in each form of the page.
//!
//! If the app cannot start they say so by an `otg:failed` event; the page shows it,
//! and the story, which is in the page already, stays readable.

use std::collections::BTreeMap;

/// Files that pages need besides those of every page, by the name that a page has in `data-page`.
pub(crate) type Ahead = BTreeMap<String, Vec<String>>;

/// Starts the app from files beside the page, [once something of it is painted](PAINTED). Addresses are relative, so the
/// page works at any path. Pages with files of their own, `ahead`, ask for them while the app is still on its
/// way.
pub(crate) fn for_site(glue: &str, wasm: &str, ahead: &Ahead) -> String {
    let ahead = serde_json::json!(ahead);
    format!(
        r#"<script>
{PAINTED}
painted.then(()=>{{
const ask=link=>document.head.append(Object.assign(document.createElement("link"),link));
ask({{rel:"modulepreload",href:"{glue}"}});
for(const href of["{wasm}",...{ahead}[document.documentElement.dataset.page]??[]])ask({{rel:"preload",as:"fetch",crossOrigin:"",href}})
}})
</script>
<script type="module">
painted.then(()=>import("./{glue}"))
.then(glue=>glue.default({{module_or_path:new URL("{wasm}",document.baseURI)}}))
{FAILED}
</script>"#
    )
}

/// Says when something of the page is painted: on a slow line the first words would wait for what the app needs.
/// A page that is not in view is not painted, and not every browser tells of it.
const PAINTED: &str = r#"const painted=new Promise(done=>{
if(document.hidden)done();
try{new PerformanceObserver(done).observe({type:"paint",buffered:true})}catch{}
addEventListener("DOMContentLoaded",()=>setTimeout(done,300))
});"#;

/// All that the single file carries: the questions, the evidence and the program, each packed, and the
/// scripts that unpack them.
///
/// The program is the glue and behind it the module, whose first byte is a zero as in no script.
pub(crate) fn for_single_file(program: &str, evidence: &str, questions: &str) -> String {
    let unpack = unpack();
    format!(
        r#"<script id="otg-questions" type="text/plain">{questions}</script>
<script id="otg-evidence" type="text/plain">{evidence}</script>
<script id="otg-program" type="text/plain">{program}</script>
<script>
{unpack}{PAINTED}
</script>
<script>
{{
const text=id=>async()=>new TextDecoder().decode(await unpack(id));
const evidence=text("otg-evidence"),questions=text("otg-questions");
{PLACE_EVIDENCE}
}}
</script>
<script>
(async()=>{{
await painted;
const program=await unpack("otg-program"),end=program.indexOf(0),glue=document.createElement("script");
glue.textContent=new TextDecoder().decode(program.subarray(0,end));
document.head.append(glue);
await wasm_bindgen({{module_or_path:program.subarray(end)}});
}})()
{FAILED}
</script>"#
    )
}

/// The script that gives what the page holds packed.
pub(crate) fn unpack() -> String {
    bare(include_str!("unpack.js"))
}

/// A script without its indentation, and without the lines that are empty or comments: wasm-bindgen
/// writes each statement and each comment on lines of its own, and so do we.
pub(crate) fn bare(script: &str) -> String {
    let comment = |line: &&str| ["//", "/**", "* ", "*/"].iter().any(|it| line.starts_with(it));
    let lines = script.lines().map(str::trim_start).filter(|line| !line.is_empty());
    lines.filter(|line| !comment(line)).map(|line| [line, "\n"].concat()).collect()
}

/// Fetches the evidence and the questions, which stand in files beside the page, when they are wanted.
pub(crate) fn evidence_of_site(evidence: &str, questions: &str) -> String {
    format!(
        r##"<script type="module">
const get=file=>fetch(file).then(got=>got.ok?got.text():Promise.reject(Error(file+" does not come: "+got.status)));
const evidence=async()=>(await get("{evidence}")).replaceAll('href="evidence.html#','href="#'),questions=()=>get("{questions}");
{PLACE_EVIDENCE}
</script>
"##
    )
}

/// Puts the evidence and the questions, once, where the page keeps places for them: when the app asks,
/// when somebody is about to follow a link to a claim, a person or an event, or when such a place is
/// shown. Showing the quiz asks for the questions alone. Then it tells the app, or scrolls by itself
/// where the app does not run. Links that lead to the file with scripts off stay within the page with
/// scripts on. `data-overdue` on the root lets the page say that something takes longer than it should.
///
/// The evidence is a thousand entries: they are parsed a part at a time, and other work gets its turn
/// between these. They come into the page all at once, so that nobody finds some of it.
const PLACE_EVIDENCE: &str = r##"const root=document.documentElement,at=id=>document.getElementById(id),tell=what=>dispatchEvent(new Event("otg:"+what));
const overdue=()=>root.setAttribute("data-overdue","");
const once=run=>{let goes;return()=>{if(goes)return;goes=true;
const timer=setTimeout(overdue,1500);
run().catch(error=>{goes=false;overdue();console.error(error);tell("no-evidence")}).finally(()=>clearTimeout(timer))}};
let filled;
const fill=()=>filled??=questions().then(text=>{
at("later-questions")?.replaceChildren(Object.assign(document.createElement("script"),{type:"text/plain",id:"questions",textContent:text}));
tell("questions")}).catch(error=>{filled=null;throw error});
const ask=once(fill),load=once(async()=>{
const[text]=await Promise.all([evidence(),fill()]),parts=[];
for(const part of text.split(/(?=<div id="later-)/).slice(1)){
parts.push(document.createRange().createContextualFragment(part).firstChild);
await new Promise(done=>setTimeout(done))}
for(const part of parts)at(part.id)?.replaceChildren(...part.childNodes);
const named=/^#(\/(?:timeline|people|claims|sources)\/[^?]+)/.exec(location.hash);
if(named&&!root.hasAttribute("data-started"))at(named[1])?.scrollIntoView();
tell("evidence")});
for(const link of document.querySelectorAll('a[href^="evidence.html#"]'))link.setAttribute("href",link.hash);
addEventListener("otg:want-evidence",load);
for(const kind of["pointerover","focusin"])addEventListener(kind,event=>{if(event.target.closest?.(".ref-claim,.ref-entity"))load()});
const look=()=>{for(const place of document.querySelectorAll(".later"))if(place.offsetParent)(place.id==="later-questions"?ask:load)()};
for(const kind of["hashchange","otg:page"])addEventListener(kind,look);
painted.then(look)"##;

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
        let boot = for_site("open-gates-1.js", "open-gates-1_bg.wasm", &Ahead::new());
        assert!(boot.contains(r#"import("./open-gates-1.js")"#));
        assert!(boot.contains(r#"["open-gates-1_bg.wasm",..."#));
        assert!(!boot.contains("=\"/"));
    }

    #[test]
    fn a_page_asks_for_its_own_files_at_once() {
        let ahead =
            Ahead::from([("map".to_owned(), vec!["b.wasm".to_owned(), "c.wasm".to_owned()])]);
        let boot = for_site("a.js", "a_bg.wasm", &ahead);
        assert!(
            boot.contains(r#"{"map":["b.wasm","c.wasm"]}[document.documentElement.dataset.page]"#)
        );
    }

    #[test]
    fn nothing_of_the_app_is_asked_for_before_the_page_is_painted() {
        let boot = for_site("a.js", "a_bg.wasm", &Ahead::new());
        assert!(!boot.contains("<link"));
        assert_eq!(boot.matches("painted.then(()=>").count(), 2);
        assert!(evidence_of_site("b", "c").ends_with("painted.then(look)\n</script>\n"));
        assert!(for_single_file("a", "b", "c").contains("await painted;\nconst program"));
    }

    #[test]
    fn evidence_comes_from_the_file_or_from_the_page() {
        let site = evidence_of_site("evidence.html?1", "questions.txt?2");
        assert!(
            site.contains(r#"get("evidence.html?1")"#)
                && site.contains(r#"get("questions.txt?2")"#)
        );
        let single = for_single_file("abc", "xyz", "uvw");
        for packed in ["abc", "xyz", "uvw"] {
            assert!(single.contains(&format!("type=\"text/plain\">{packed}<")));
        }
        assert!(!single.contains("fetch("));
    }

    #[test]
    fn a_script_keeps_its_statements() {
        let script = "/**\n * Says so.\n */\nfunction a() {\n    // Why.\n\n    return 2 * 3;\n}\n";
        assert_eq!(bare(script), "function a() {\nreturn 2 * 3;\n}\n");
    }

    #[test]
    fn every_form_tells_of_failure() {
        assert!(for_site("a", "b", &Ahead::new()).contains("otg:failed"));
        assert!(for_single_file("a", "b", "c").contains("otg:failed"));
    }
}
