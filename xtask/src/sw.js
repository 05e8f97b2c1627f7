// Keeps this edition of the page for when there is no network, in the manner of Workbox's precache:
// one list of files, one cache for each edition, and nothing of two editions together.
const EDITION = "@EDITION@";
const FILES = @FILES@;
const scope = new URL(registration.scope);
const family = `open-gates ${scope.pathname} `;
const cacheName = family + EDITION;
// An address that changes with its content may come from the browser's own cache: what the page has
// just loaded is not downloaded again. Anything else there may be of an older edition.
const MARK = /[-?][0-9a-f]{16}/;
const changesWithContent = (file) => MARK.test(file);

addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(cacheName);
      try {
        // All or nothing.
        const mode = (file) => (changesWithContent(file) ? "default" : "reload");
        await cache.addAll(FILES.map((file) => new Request(file, { cache: mode(file) })));
        // While a server is being brought up to date it may send a page and files of two editions.
        const page = await (await cache.match("./")).text();
        // A chunk has the mark of the program that loads it, and the page names that.
        const stranger = FILES.find((file) => changesWithContent(file) && !page.includes(file.match(MARK)[0]));
        if (stranger) throw new Error(`the page does not know ${stranger}`);
      } catch (error) {
        await caches.delete(cacheName);
        throw error;
      }
    })(),
  );
});

addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      const old = names.filter((name) => name.startsWith(family) && name !== cacheName);
      await Promise.all(old.map((name) => caches.delete(name)));
      await clients.claim();
    })(),
  );
});

// The page asks for this when its reader asks for the newer edition.
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const ours = url.origin === scope.origin && url.pathname.startsWith(scope.pathname);
  if (event.request.method !== "GET" || !ours) return;
  const path = url.pathname.slice(scope.pathname.length);
  const page = path === "" || path === "index.html";
  const kept = page ? "./" : `./${path}${url.search}`;
  event.respondWith(
    (async () => {
      const options = { ignoreSearch: path === "evidence.html" };
      // The browser may clear the cache at any time, or refuse it; then the network has it.
      const look = async () => (await caches.open(cacheName)).match(new URL(kept, scope), options);
      const found = await look().catch(() => undefined);
      if (found) return found;
      const response = await fetch(event.request);
      // A file that is neither here nor there was of an edition that is gone: so is its page.
      if (response.status === 404 && FILES.includes(kept)) await caches.delete(cacheName);
      return response;
    })(),
  );
});
