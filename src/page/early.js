// Runs before first paint: what is shown first must not move when the app starts.
(function () {
  var root = document.documentElement, pages = PAGES;
  function stored(key) {
    try { return localStorage.getItem(key); } catch (blocked) { return null; }
  }
  // The same reading of the address as in route.rs; a test holds the two together.
  function page() {
    var path = location.hash.replace(/^#/, "").split("?")[0];
    if (path && path[0] !== "/") return root.getAttribute("data-page") || "home";
    var parts = path.split("/").filter(Boolean);
    if (!parts.length) return "home";
    if (parts[0] === "read") {
      if (!parts[1]) return pages.filter(function (name) { return /^read\//.test(name); })[0];
      return pages.indexOf("read/" + parts[1]) < 0 ? "unknown" : "read/" + parts[1];
    }
    return pages.indexOf(parts[0]) < 0 ? "unknown" : parts[0];
  }
  var failed = false;
  // Who listens to the window first hears first.
  ["popstate", "hashchange"].forEach(function (kind) {
    addEventListener(kind, function (event) { if (failed) event.stopImmediatePropagation(); });
  });
  function trouble() {
    if (failed) return;
    failed = true;
    // Without the app all pages stand below one another, and links are plain anchors: what is left
    // of the app must not see them followed.
    root.removeAttribute("data-scripts");
    // What has crashed once may go on, and would hide all pages but one.
    function showAll() { root.removeAttribute("data-page"); }
    showAll();
    new MutationObserver(showAll).observe(root, { attributeFilter: ["data-page"] });
    addEventListener("click", function (event) {
      if (event.target.closest && event.target.closest("a")) event.stopImmediatePropagation();
    }, true);
    function show() {
      var banner = document.getElementById("trouble");
      if (banner) banner.hidden = false;
    }
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", show); else show();
    try {
      var target = location.hash.length > 2 && document.getElementById(decodeURI(location.hash.slice(1)));
      if (target) target.scrollIntoView();
    } catch (malformed) { /* It names nothing. */ }
    // Whoever has the whole story below one another has the evidence too.
    dispatchEvent(new Event("otg:want-evidence"));
  }
  root.setAttribute("data-scripts", "");
  root.setAttribute("data-page", page());
  ["size", "lines", "letters", "face", "theme", "motion", "keys"].forEach(function (name) {
    var value = stored("open-gates." + name);
    if (value) root.setAttribute("data-" + name, value);
  });
  // Until the app follows the address itself.
  addEventListener("hashchange", function () {
    if (!failed && !root.hasAttribute("data-started")) root.setAttribute("data-page", page());
  });
  // What is pressed before the app listens is pressed once more when it does.
  var pressed = [];
  addEventListener("click", function (event) {
    if (failed || root.hasAttribute("data-started")) return;
    var control = event.target.closest && event.target.closest("button, [type=radio], [type=checkbox]");
    if (!control) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (pressed.indexOf(control) < 0) pressed.push(control);
  }, true);
  addEventListener("otg:started", function () {
    pressed.forEach(function (control) { control.click(); });
  });
  // The app puts scroll back itself, once the page is shown that was scrolled; the browser is quicker
  // and finds no such page yet. After a reload nothing is hidden from it.
  function restoration(mode) {
    if (root.hasAttribute("data-started")) history.scrollRestoration = mode;
  }
  addEventListener("otg:started", function () { restoration("manual"); });
  addEventListener("pageshow", function (event) {
    restoration("manual");
    // While the browser kept the page aside it heard nothing of what other tabs stored or cleared.
    if (event.persisted) dispatchEvent(new Event("storage"));
  });
  // A reload keeps the place, and so does the way back: browsers differ in whether they do it where scripts
  // restore scroll. Among entries it is that of the one in the middle of the window: how high those above it are is
  // known only when they come near, which is why it is put there in several frames.
  var PLACE = "open-gates.place", places = {};
  function topOf(entry) { return Math.round(entry.getBoundingClientRect().top); }
  function showsEvidence() {
    return [].some.call(document.querySelectorAll(".later"), function (place) { return place.offsetParent; });
  }
  function placeNow() {
    var entry;
    if (showsEvidence()) [0.25, 0.5, 0.75].some(function (across) {
      var seen = document.elementFromPoint(innerWidth * across, innerHeight / 2);
      entry = seen && seen.closest(".later .entry");
      return entry;
    });
    return [location.hash, scrollY, entry ? entry.id : "", entry ? topOf(entry) : 0];
  }
  function goToPlace(place, frames) {
    var entry = document.getElementById(place[2]);
    if (entry) scrollBy(0, topOf(entry) - place[3]); else scrollTo(0, place[1]);
    if (entry && frames) requestAnimationFrame(function () { goToPlace(place, frames - 1); });
  }
  addEventListener("scroll", function () { places[location.hash] = placeNow(); }, { passive: true });
  addEventListener("otg:back", function (event) {
    if (!places[location.hash]) return;
    event.preventDefault();
    goToPlace(places[location.hash], 4);
  });
  addEventListener("pagehide", function () {
    restoration("auto");
    try { sessionStorage.setItem(PLACE, placeNow().join("\n")); } catch (blocked) { /* No place then. */ }
  });
  function keepPlace() {
    try {
      var place = (sessionStorage.getItem(PLACE) || "").split("\n");
      var reload = performance.getEntriesByType("navigation")[0].type === "reload";
      if (reload && place[0] === location.hash) goToPlace(place, 4);
    } catch (blocked) { /* The browser's own place stands. */ }
  }
  addEventListener("DOMContentLoaded", keepPlace);
  addEventListener("load", keepPlace);
  // The one file starts before it has loaded, and goes to its address after that.
  addEventListener("load", function () { setTimeout(keepPlace, 50); });
  // A page of evidence has its height when the evidence has come.
  addEventListener("otg:evidence", function () {
    if (showsEvidence()) keepPlace();
  }, { once: true });
  addEventListener("otg:failed", trouble);
  addEventListener("error", function (event) {
    var wasm = window.WebAssembly && event.error instanceof WebAssembly.RuntimeError;
    var script = event.target && event.target.tagName === "SCRIPT";
    if (wasm || script) trouble();
  }, true);
  addEventListener("unhandledrejection", function () {
    if (!root.hasAttribute("data-started")) trouble();
  });
  if (!window.WebAssembly) trouble();
  // Chapters in easy words: their switches are set as soon as the parser has made them.
  var easy = ((stored("open-gates.progress") || "").match(/^easy\t.+$/gm) || []).map(function (line) {
    return line.slice(5);
  });
  if (easy.length) new MutationObserver(function (changes, observer) {
    easy = easy.filter(function (chapter) {
      var box = document.getElementById("easy-" + chapter);
      if (box) box.checked = true;
      return !box;
    });
    if (!easy.length || document.readyState !== "loading") observer.disconnect();
  }).observe(root, { childList: true, subtree: true });
})();
