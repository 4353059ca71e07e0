import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { browserTabs } from "./browser-tabs";

/** Web Locks of one name: the first of those who ask holds it until its promise settles or it is aborted. */
function locks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request(_name: string, options: { signal: AbortSignal }, hold: () => Promise<void>) {
      const held = last.then(() => (options.signal.aborted ? undefined : hold()));
      last = held;
      return held;
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const transition = (type: string, persisted: boolean) => Object.assign(new Event(type), { persisted });

beforeEach(() => {
  vi.stubGlobal("navigator", { locks: locks() });
  vi.stubGlobal("window", new EventTarget());
});
afterEach(() => void vi.unstubAllGlobals());

it("a page that is kept for the way back leads no more, and queues again when it is back", async () => {
  const events: string[] = [];
  const lead = (who: string) => () => {
    events.push(`${who} leads`);
    return () => void events.push(`${who} ends`);
  };
  const kept = window;
  browserTabs()?.queue("name", lead("kept"), { steal: false });
  await settled();
  // The next page of the browser: another window, the same locks.
  vi.stubGlobal("window", new EventTarget());
  const leave = browserTabs()?.queue("name", lead("next"), { steal: false });
  await settled();
  expect(events).toEqual(["kept leads"]);
  kept.dispatchEvent(transition("pagehide", true));
  await settled();
  expect(events).toEqual(["kept leads", "kept ends", "next leads"]);
  kept.dispatchEvent(transition("pageshow", true));
  leave?.();
  await settled();
  expect(events.slice(3)).toEqual(["next ends", "kept leads"]);
});

it("says nothing to the other tabs once its channel is closed, and breaks nothing either", () => {
  const posted: unknown[] = [];
  // WebKit's, which refuses what is posted to a closed channel.
  vi.stubGlobal("BroadcastChannel", function channel() {
    let isOpen = true;
    return {
      postMessage(message: unknown) {
        if (!isOpen) throw new Error("This BroadcastChannel is closed");
        posted.push(message);
      },
      close: () => void (isOpen = false),
    };
  });
  const channel = browserTabs()?.open("name", () => undefined);
  channel?.post("before");
  channel?.close();
  channel?.post("after");
  expect(posted).toEqual(["before"]);
});
