// Installed at the root: static files from the cache, pages from the network, and without a network the offline
// page, or the brief the member has opened before. Nothing else of a person is kept on the device.
const VERSION = new URL(self.location).searchParams.get("v") || "1";
const STATIC_CACHE = `static-${VERSION}`;
const BRIEF_CACHE = "briefs";
const OFFLINE = "/offline/";
const BRIEF = /^\/newsroom\/briefs\/\d+\/$/;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(STATIC_CACHE).then((cache) => cache.add(OFFLINE)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const keep = [STATIC_CACHE, BRIEF_CACHE];
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => !keep.includes(name)).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "sign-out") event.waitUntil(caches.delete(BRIEF_CACHE));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/static/")) event.respondWith(cacheFirst(request));
  else if (request.mode === "navigate") event.respondWith(networkFirst(request, BRIEF.test(url.pathname)));
});

async function cacheFirst(request) {
  const cache = await caches.open(STATIC_CACHE);
  const hit = await cache.match(request);
  if (hit) return hit;
  const answer = await fetch(request).catch(() => fetch(request.url));
  if (answer.ok) cache.put(request, answer.clone());
  return answer;
}

async function networkFirst(request, isBrief) {
  try {
    const answer = await fetch(request);
    if (isBrief && answer.ok && !answer.redirected) {
      const cache = await caches.open(BRIEF_CACHE);
      await cache.put(request, answer.clone());
    }
    return answer;
  } catch {
    return (await caches.match(request)) || (await caches.match(OFFLINE)) || Response.error();
  }
}
