// Keeps the app usable without a network. It stores two kinds of answers and no others: files whose name is the hash of
// their content, and /offline, a page that holds nobody's data. What people see and do is never stored here: their
// pages, the API and the actions go past it, and what a device knows of a person lies in the device's own database.

// Each build registers this file under its own address, so that a new build is a new worker with a cache of its own.
const build = new URL(self.location.href).searchParams.get("build");
const prefix = "ovenai-";
const ownCache = `${prefix}${build}`;
const offlinePage = "/offline";
const lookKey = "/offline-look";

// A page is given up after this long without a first byte: a network that swallows everything never says so.
const answerMs = 10_000;
// A gateway in front of the app answers with these where the app does not; the app itself never does for a page.
const gatewayFailures = new Set([502, 503, 504]);

self.addEventListener("install", (event) => {
  // Safe for open tabs: whatever their build, their files are looked for in every cache, then on the network.
  void self.skipWaiting();
  event.waitUntil(keepOfflinePage());
});

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname.startsWith("/_next/static/")) event.respondWith(answerWithAsset(event));
  else if (request.mode === "navigate") event.respondWith(answerWithPage(event));
});

self.addEventListener("message", (event) => {
  const { look } = event.data ?? {};
  if (typeof look === "string") event.waitUntil(followLook(look));
});

async function takeOver() {
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== ownCache);
  // The build before stays: a tab still open on it may ask for a chunk that the server no longer has.
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function answerWithAsset({ request }) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) void keep(request, answer.clone());
  return answer;
}

// A full disk must not cost the page its file.
const keep = async (request, answer) =>
  (await caches.open(ownCache)).put(request, answer).catch(() => undefined);

async function answerWithPage(event) {
  const answer = await Promise.race([fromNetwork(event), after(answerMs)]).catch(() => null);
  if (answer && !gatewayFailures.has(answer.status)) return answer;
  const kept = await (await caches.open(ownCache)).match(offlinePage);
  return kept ?? answer ?? Response.error();
}

const fromNetwork = async ({ request, preloadResponse }) => (await preloadResponse) ?? fetch(request);

const after = (ms) => new Promise((resolve) => setTimeout(() => resolve(null), ms));

// The page is drawn by the server in the language, theme and text size of this browser's cookies: it is kept anew
// when they change. `look` says how the page that asks looks.
async function followLook(look) {
  const cache = await caches.open(ownCache);
  const known = await (await cache.match(lookKey))?.text();
  if (known === look) return;
  // Not known: the page was kept a moment ago, when this worker was installed.
  if (known !== undefined) await keepOfflinePage();
  await cache.put(lookKey, new Response(look));
}

// Last of all the page: what is kept can always be drawn.
async function keepOfflinePage() {
  const answer = await fetch(offlinePage, { credentials: "same-origin", cache: "no-store" });
  if (!answer.ok || answer.redirected) throw new Error(`${offlinePage} answered ${answer.status}`);
  const cache = await caches.open(ownCache);
  await keepAssetsOf(cache, await answer.clone().text());
  await cache.put(offlinePage, answer);
}

// Every file that the text names, and what those files name in turn: chunks loaded later, fonts of a style sheet.
async function keepAssetsOf(cache, text, seen = new Set()) {
  const found = assetsNamedIn(text).filter((path) => !seen.has(path));
  for (const path of found) seen.add(path);
  await Promise.all(
    found.map(async (path) => {
      const answer = (await caches.match(path)) ?? (await fetch(path));
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      await cache.put(path, answer.clone());
      if (!path.endsWith(".woff2")) await keepAssetsOf(cache, await answer.text(), seen);
    }),
  );
}

const assetsNamedIn = (text) =>
  [...new Set(text.match(/(?:static|\.\.)\/(?:chunks|media)\/[\w.~%/-]+\.(?:js|css|woff2)/g))].map(
    (name) => `/_next/${name.replace("..", "static")}`,
  );
