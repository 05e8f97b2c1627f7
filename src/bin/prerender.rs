//! Writes the story into the page: `prerender INDEX_HTML OUT_HTML STYLE_DIR`.
use leptos::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [index, out, _style] = args.as_slice() else { return Err("usage: prerender INDEX_HTML OUT_HTML STYLE_DIR".into()) };
    let owner = Owner::new();
    let html = owner.with(|| open_gates::App().to_html());
    let page = std::fs::read_to_string(index)?.replace("<!-- prerender:body -->", &format!("<main><div id=\"shell\">{html}</div></main>"));
    std::fs::write(out, page)?;
    Ok(())
}
