// Keeps the app usable without a network. The worker stores two kinds of answers: files named by the hash of their
// content, and /offline, a page without anybody's data. It never stores pages of people, answers of the API or actions;
// a device keeps a person's data in its own database.

// Each build registers this file under its own address, so that a new build is a new worker with a cache of its own.
const build = new URL(self.location.href).searchParams.get("build");
const prefix = "ovenai-";
const ownCache = `${prefix}${build}`;
const offlinePage = "/offline";
const lookKey = "/offline-look";

// The longest wait for a page's first byte: a network that drops packets never reports an error.
const answerMs = 10_000;
// Statuses of a gateway whose app does not answer; the app itself never answers a page with them.
const gatewayFailures = new Set([502, 503, 504]);

self.addEventListener("install", (event) => {
  // Safe for open tabs of any build: their files are looked up in every cache, then on the network.
  void self.skipWaiting();
  event.waitUntil(keepOfflinePage());
});

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (/^\/(_next\/static|messages)\//.test(pathname)) event.respondWith(answerWithAsset(event));
  else if (request.mode === "navigate") event.respondWith(answerWithPage(event));
});

self.addEventListener("message", (event) => {
  const { look } = event.data ?? {};
  if (typeof look === "string") event.waitUntil(followLook(look));
});

async function takeOver() {
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== ownCache);
  // The previous build's cache stays: an open tab of that build may need a chunk that the server no longer has.
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  // Firefox shows its own error page where a preload fails, whatever the worker answers. An earlier worker switched it
  // on, and that outlives the worker.
  await self.registration.navigationPreload?.disable();
  await self.clients.claim();
}

async function answerWithAsset({ request }) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) void keep(request, answer.clone());
  return answer;
}

// A full disk must not fail the request.
const keep = async (request, answer) =>
  (await caches.open(ownCache)).put(request, answer).catch(() => undefined);

async function answerWithPage({ request }) {
  const answer = await Promise.race([fetch(request), after(answerMs)]).catch(() => null);
  if (answer && !gatewayFailures.has(answer.status)) return answer;
  const kept = await (await caches.open(ownCache)).match(offlinePage);
  return kept ?? answer ?? Response.error();
}

const after = (ms) => new Promise((resolve) => setTimeout(() => resolve(null), ms));

// The server renders the offline page in the language, theme and text size of this browser's cookies: it is stored anew
// when they change. `look` is the look of the page that sent the message.
async function followLook(look) {
  const cache = await caches.open(ownCache);
  const known = await (await cache.match(lookKey))?.text();
  if (known === look) return;
  // Without a known look the worker has just been installed, and has just stored the page.
  if (known !== undefined) await keepOfflinePage();
  await cache.put(lookKey, new Response(look));
}

// Stores the page after its files, so that a stored page can always be rendered.
async function keepOfflinePage() {
  const answer = await fetch(offlinePage, { credentials: "same-origin", cache: "no-store" });
  if (!answer.ok || answer.redirected) throw new Error(`${offlinePage} answered ${answer.status}`);
  const cache = await caches.open(ownCache);
  await keepAssetsOf(cache, await answer.clone().text());
  await cache.put(offlinePage, answer);
}

// Stores every file that the text names, and every file named in those: chunks loaded later, fonts of a style sheet.
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

const assetsNamedIn = (text) => [
  ...new Set([
    ...[...text.matchAll(/(?:static|\.\.)\/((?:chunks|media)\/[\w.~%/-]+\.(?:js|css|woff2))/g)].map(
      ([, name]) => `/_next/static/${name}`,
    ),
    ...[...text.matchAll(/\/messages\/\w+\.\w+\.json/g)].map(([name]) => name),
  ]),
];
