// Keeps the app usable without a network, and shows what is pushed to it. The worker stores two kinds of answers: files named by the hash of their
// content, and /offline, a page without anybody's data. It never stores pages of people, answers of the API or actions;
// a device keeps a person's data in its own database.

// Each build registers this file under its own address, so that a new build is a new worker with a cache of its own.
const build = new URL(self.location.href).searchParams.get("build");
const prefix = "ovenai-";
const ownCache = `${prefix}${build}`;
const offlinePage = "/offline";
const lookKey = "/offline-look";
const subscriptionRoute = "/api/push/subscription";

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

self.addEventListener("push", (event) => event.waitUntil(showPush(event.data)));

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openPage(targetOf(event)));
});

self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(subscribeAnew(event)));

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

// A message in the form of Declarative Web Push, which Safari shows without a worker. Browsers take the permission away
// from whoever is pushed to and shows nothing, so that a message that cannot be read is shown by the app's name alone.
async function showPush(data) {
  const { title, body, lang, dir, tag, navigate, actions } = readPush(data);
  const known = Array.isArray(actions) ? actions.filter(isAction).slice(0, 2) : [];
  await self.registration.showNotification(text(title) || "OvenAI", {
    body: text(body),
    lang: text(lang),
    dir: dir === "rtl" || dir === "ltr" ? dir : "auto",
    icon: "/icon.svg",
    ...(text(tag) && { tag: text(tag), renotify: true }),
    ...(known.length > 0 && { actions: known.map(({ action, title: label }) => ({ action, title: label })) }),
    data: { navigate, actions: Object.fromEntries(known.map((each) => [each.action, each.navigate])) },
  });
}

function readPush(data) {
  try {
    const { web_push: version, notification } = data.json();
    return version === 8030 && notification !== null && typeof notification === "object" ? notification : {};
  } catch {
    return {};
  }
}

const text = (value) => (typeof value === "string" ? value : "");

const isAction = (each) => Boolean(text(each?.action) && text(each?.title) && text(each?.navigate));

// Where a press leads: inside the app, or to its start, whatever a message says.
function targetOf({ notification, action }) {
  const { navigate, actions } = notification.data ?? {};
  const { origin } = self.location;
  const start = new URL("/", origin);
  const wanted = text((action && actions?.[action]) || navigate);
  return URL.canParse(wanted, origin) && new URL(wanted, origin).origin === origin
    ? new URL(wanted, origin)
    : start;
}

// The tab that shows the page already, or a new one: no tab is led away from what somebody is in the middle of.
async function openPage({ href }) {
  const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const showing = tabs.find(({ url }) => url === href);
  return showing ? showing.focus() : self.clients.openWindow(href);
}

// The browser ended a subscription. The app's server says by which key to subscribe again, and remembers the new one in
// the place of the old. What fails here is made good by the next page of the app, which tells its subscription anew.
async function subscribeAnew({ oldSubscription, newSubscription }) {
  const subscription = newSubscription ?? (await subscribe());
  if (!subscription) return;
  await fetch(subscriptionRoute, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ old: oldSubscription?.endpoint ?? null, subscription: subscription.toJSON() }),
  });
}

async function subscribe() {
  const answer = await fetch(subscriptionRoute, { credentials: "same-origin", cache: "no-store" });
  const { publicKey } = answer.ok ? await answer.json() : {};
  if (!publicKey) return null;
  return self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
}
