// Keeps this edition of the page for when there is no network, in the manner of Workbox's precache:
// one list of files, one cache for each edition, and nothing of two editions together.
const EDITION = "@EDITION@";
const FILES = @FILES@;
const scope = new URL(registration.scope);
const family = `open-gates ${scope.pathname} `;
const cacheName = family + EDITION;

addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(cacheName);
      try {
        // All or nothing, and past the browser's own cache, which may hold files of an older edition.
        await cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" })));
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
    caches
      .open(cacheName)
      .then((cache) => cache.match(new URL(kept, scope), { ignoreSearch: path === "evidence.html" }))
      // The browser may clear the cache at any time; then the network has it.
      .then((found) => found ?? fetch(event.request)),
  );
});
