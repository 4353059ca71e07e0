import { paths } from "@/lib/paths";

/** The registry of public/sw.js; null in a browser without service workers. */
const workers = (): ServiceWorkerContainer | null =>
  "serviceWorker" in navigator ? navigator.serviceWorker : null;

/**
 * Registers this build's worker, which stores the offline page and its files before it becomes active. A browser
 * without workers or storage has no offline page. Rejects without a network.
 */
export async function keepOfflinePage(build: string): Promise<void> {
  await pageLoaded();
  const container = workers();
  if (!container) return;
  // Browsers write an error to the console for a worker they cannot fetch. The caller tries again with a network.
  if (!navigator.onLine) throw new Error("the service worker cannot be fetched without a network");
  await container.register(paths.serviceWorker(build), { scope: "/", updateViaCache: "none" });
  await container.ready;
}

/**
 * Tells the worker the look of this page, so that it stores the offline page in the same language, theme and text size.
 */
export async function tellLook(): Promise<void> {
  const registration = await workers()?.getRegistration();
  registration?.active?.postMessage({ look: presentLook() });
}

/** The look of this page: all attributes of the root element, sorted. */
const presentLook = (): string =>
  [...document.documentElement.attributes]
    .map(({ name, value }) => `${name}=${value}`)
    .sort()
    .join(" ");

/** The worker is fetched after everything the page itself needs. */
const pageLoaded = (): Promise<unknown> =>
  document.readyState === "complete"
    ? Promise.resolve()
    : new Promise((resolve) => window.addEventListener("load", resolve, { once: true }));
