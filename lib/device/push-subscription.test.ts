// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, type Mock, vi } from "vitest";
import { heldSubscription, readPushState, subscribeToPush } from "./push-subscription";

const key = Buffer.from([4, 251, 255]).toString("base64url");
const made = { endpoint: "https://push/1", keys: { p256dh: "p", auth: "a" } };

/** A browser that has push: what it answers when asked for permission, and how it subscribes. */
type Given = { permission?: string; asked?: string; subscribe?: Mock; held?: Mock };

function browser({ permission = "granted", asked, subscribe = vi.fn(), held = vi.fn() }: Given) {
  vi.stubGlobal("PushManager", {});
  vi.stubGlobal("Notification", { permission, requestPermission: async () => asked ?? permission });
  const registration = { pushManager: { subscribe, getSubscription: held } };
  const serviceWorker = { ready: Promise.resolve(registration), getRegistration: async () => registration };
  vi.stubGlobal("navigator", { userAgent: "Firefox", maxTouchPoints: 0, serviceWorker });
  return { subscribe, held };
}
const subscription = (json: object = made) => ({ toJSON: () => json, unsubscribe: vi.fn(async () => true) });
const refuses = (name: string) => new DOMException("no", name);

beforeEach(() => vi.unstubAllGlobals());
afterEach(() => vi.unstubAllGlobals());

it("an iPhone's tab is told of the Home Screen, another browser without push that it has none", () => {
  const tab = (userAgent: string, maxTouchPoints: number) => {
    vi.stubGlobal("navigator", { userAgent, maxTouchPoints });
    return readPushState();
  };
  expect(tab("Mozilla/5.0 (iPhone; CPU iPhone OS 26_0)", 5)).toBe("homeScreen");
  expect(tab("Mozilla/5.0 (Macintosh; Intel Mac OS X)", 5), "an iPad").toBe("homeScreen");
  expect(tab("Mozilla/5.0 (Macintosh; Intel Mac OS X)", 0)).toBe("unsupported");
});

it("subscribes with the bytes of the key, and answers what the server needs", async () => {
  const { subscribe } = browser({ subscribe: vi.fn(async () => subscription()) });
  expect(await subscribeToPush(key)).toEqual({ ok: true, subscription: made });
  expect(subscribe).toHaveBeenCalledExactlyOnceWith({
    userVisibleOnly: true,
    applicationServerKey: Uint8Array.of(4, 251, 255),
  });
});

it("a person's no is told as such, whether asked now or by the browser's settings", async () => {
  const { subscribe } = browser({ permission: "default", asked: "denied" });
  expect(await subscribeToPush(key)).toEqual({ ok: false, why: "denied" });
  expect(subscribe).not.toHaveBeenCalled();
  browser({ subscribe: vi.fn().mockRejectedValue(refuses("NotAllowedError")) });
  expect(await subscribeToPush(key)).toEqual({ ok: false, why: "denied" });
});

it("a subscription with another key is given up, and made anew", async () => {
  const old = subscription();
  const subscribe = vi
    .fn()
    .mockRejectedValueOnce(refuses("InvalidStateError"))
    .mockResolvedValue(subscription());
  browser({ subscribe, held: vi.fn(async () => old) });
  expect(await subscribeToPush(key)).toEqual({ ok: true, subscription: made });
  expect(old.unsubscribe).toHaveBeenCalledOnce();
});

it("a push service that does not answer is for later; a fault of ours is thrown", async () => {
  browser({ subscribe: vi.fn().mockRejectedValue(refuses("AbortError")) });
  expect(await subscribeToPush(key)).toEqual({ ok: false, why: "later" });
  browser({ subscribe: vi.fn(async () => subscription({ endpoint: "https://push/1" })) });
  expect(await subscribeToPush(key)).toEqual({ ok: false, why: "later" });
  browser({ subscribe: vi.fn().mockRejectedValue(new RangeError("ours")) });
  await expect(subscribeToPush(key)).rejects.toThrow("ours");
});

it("holds what the browser holds, and nothing once the permission is taken back", async () => {
  browser({ held: vi.fn(async () => subscription()) });
  expect(await heldSubscription()).toEqual(made);
  browser({ held: vi.fn(async () => null) });
  expect(await heldSubscription()).toBeNull();
  browser({ permission: "denied", held: vi.fn(async () => subscription()) });
  expect(await heldSubscription()).toBeNull();
});
