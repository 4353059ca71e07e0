import { paths } from "@/lib/paths";

/** Of public/sw.js. */
const workers = (): ServiceWorkerContainer | null =>
  "serviceWorker" in navigator ? navigator.serviceWorker : null;

/**
 * Sees to it that the worker of this build runs: it has then put the offline page and all its files on the device. A
 * browser without workers, or one that keeps nothing, simply has no offline page.
 */
export async function keepOfflinePage(build: string): Promise<void> {
  await pageLoaded();
  const container = workers();
  if (!container) return;
  // A browser complains aloud of a worker that it cannot fetch; whoever calls tries again when the network is back.
  if (!navigator.onLine) throw new Error("there is no network to fetch the service worker from");
  await container.register(paths.serviceWorker(build), { scope: "/", updateViaCache: "none" });
  await container.ready;
}

/** Tells how pages look now, so that the offline page is kept in the same language, theme and text size. */
export async function tellLook(): Promise<void> {
  const registration = await workers()?.getRegistration();
  registration?.active?.postMessage({ look: presentLook() });
}

/** Whatever the server writes on the root of a page is how it looks. */
const presentLook = (): string =>
  [...document.documentElement.attributes]
    .map(({ name, value }) => `${name}=${value}`)
    .sort()
    .join(" ");

/** Nothing that the page itself needs waits for the worker. */
const pageLoaded = (): Promise<unknown> =>
  document.readyState === "complete"
    ? Promise.resolve()
    : new Promise((resolve) => window.addEventListener("load", resolve, { once: true }));
