/** What a browser says about push here: its permission, or why it cannot have any. */
export type PushState = NotificationPermission | "unsupported" | "homeScreen" | "unknown";

/** Why a browser did not subscribe. */
export type PushProblem = "denied" | "later" | "unsupported";

export type BrowserSubscription = { endpoint: string; keys: { p256dh: string; auth: string } };
export type Subscribed = { ok: true; subscription: BrowserSubscription } | { ok: false; why: PushProblem };

/** iPhones and iPads take push only for an app on the Home Screen: the tab has no PushManager. */
const isAppleMobile = () =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (navigator.userAgent.includes("Macintosh") && navigator.maxTouchPoints > 1);

export function readPushState(): PushState {
  if ("Notification" in window && "PushManager" in window && "serviceWorker" in navigator)
    return Notification.permission;
  return isAppleMobile() ? "homeScreen" : "unsupported";
}

/**
 * Asks the person, in a press of theirs, and subscribes this browser with the app's public key (base64url). A
 * subscription with another key is given up first: a browser holds one at a time.
 */
export async function subscribeToPush(publicKey: string): Promise<Subscribed> {
  if (!["granted", "default", "denied"].includes(readPushState())) return { ok: false, why: "unsupported" };
  if ((await Notification.requestPermission()) !== "granted") return { ok: false, why: "denied" };
  const registration = await navigator.serviceWorker.ready;
  const subscribe = () =>
    registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(publicKey) });
  try {
    return written(await subscribe());
  } catch (thrown) {
    if (!(thrown instanceof DOMException)) throw thrown;
    if (thrown.name === "NotAllowedError") return { ok: false, why: "denied" };
    if (thrown.name !== "InvalidStateError") return { ok: false, why: "later" };
    await (await registration.pushManager.getSubscription())?.unsubscribe();
    return written(await subscribe());
  }
}

/** The subscription that this browser holds; null where it holds none. */
export async function heldSubscription(): Promise<BrowserSubscription | null> {
  if (readPushState() !== "granted") return null;
  const registration = await navigator.serviceWorker.getRegistration();
  const held = await registration?.pushManager.getSubscription();
  const read = held ? written(held) : null;
  return read?.ok ? read.subscription : null;
}

function written(subscription: PushSubscription): Subscribed {
  const { endpoint, keys } = subscription.toJSON();
  const { p256dh, auth } = keys ?? {};
  if (!endpoint || !p256dh || !auth) return { ok: false, why: "later" };
  return { ok: true, subscription: { endpoint, keys: { p256dh, auth } } };
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
