//! What `cargo xtask help` says.

/// Prints the list of commands.
pub(crate) fn print() {
    println!(
        "\
cargo xtask <command>

  serve            build the page, serve it, and rebuild it as you edit
      --port N     the port to start looking for a free one at (8080)
      --open       open it in the browser
      --release    build as for readers: slower to build, small and quick to load
  test             everything that must hold, ending in `N passed, N failed`
      --quick      leave out trunk, whose install takes minutes
      --only A,B   only these steps
      --skip A,B   all but these steps
      --list       name the steps
  dist             dist/site/ for any web server, dist/open-gates.html for no server at all,
                     dist/open-gates-scorm12.zip for a learning platform
  check [DIR]      find every mistake in the story's files (content/en)
  export [DIR]     the questions as GIFT, Moodle XML and QTI 2.1 (dist/export)
      --page URL   where the page stands, for links to passages
  overlap FILE...  find runs of eight words that the story shares with other texts
  screenshots      take the pictures in docs/screenshots/ of what dist builds
  bench [NAME...]  start, search, map: times of what readers do, on a slowed
                     processor; quiz: papers; size: what the program weighs, and
                     why; peers: ours beside others; lighthouse
  schema           write JSON Schemas for editors to content/schema/
  trunk ARGS...    run trunk, also where rustup cannot fetch the wasm standard library
  help             this

Environment: CHROMIUM and CHROMEDRIVER name the browser and driver to test with,
JAVA_HOME the folder of the Java that checks HTML;
OPEN_GATES_STORY names the folder of another story to build and check."
    );
}
