import { all, listen } from "./page-events";

/** The browser's means for tabs to share a socket; tests simulate them. */
export type Tabs = {
  /**
   * Calls `lead` once this tab holds `name`, which one tab at most holds, and the function `lead` returned when the tab
   * loses it. `steal` takes the name from its holder. The function returned gives the name up or leaves the queue.
   */
  queue(name: string, lead: () => () => void, options: { steal: boolean }): () => void;
  /** Opens a channel to the other tabs. The sender does not receive its own messages; order is kept per sender. */
  open(name: string, receive: (message: unknown) => void): { post(message: unknown): void; close(): void };
  isVisible(): boolean;
};

function request(name: string, lead: () => () => void, { steal }: { steal: boolean }) {
  const leaving = new AbortController();
  let end: (() => void) | null = null;
  const finish = () => {
    end?.();
    end = null;
  };
  const hold = () =>
    new Promise<void>((release) => {
      if (leaving.signal.aborted) return release();
      end = lead();
      leaving.signal.addEventListener("abort", () => release());
    });
  // A signal and `steal` exclude each other; a stolen name needs no queue to leave.
  const asked = steal
    ? navigator.locks.request(name, { steal }, hold)
    : navigator.locks.request(name, { signal: leaving.signal }, hold);
  // The request rejects if it is aborted or another tab steals the name: either way this tab no longer leads.
  asked.catch(() => undefined).finally(finish);
  return () => {
    finish();
    leaving.abort();
  };
}

/**
 * A page that the browser keeps for the way back runs no more code, and would lead for ever: it gives the name up as it is
 * left, and queues again when it is back.
 */
function queue(name: string, lead: () => () => void, options: { steal: boolean }) {
  let leave = request(name, lead, options);
  const stop = all(
    listen(window, ["pagehide"], () => leave()),
    listen(window, ["pageshow"], (event) => {
      if (Reflect.get(event, "persisted") === true) leave = request(name, lead, { steal: false });
    }),
  );
  return () => [stop, leave].forEach((end) => end());
}

function open(name: string, receive: (message: unknown) => void) {
  const channel = new BroadcastChannel(name);
  let isOpen = true;
  channel.onmessage = (message) => receive(message.data);
  return {
    // An answer may come after the page was left. WebKit throws where others say nothing.
    post: (message: unknown) => void (isOpen && channel.postMessage(message)),
    close() {
      isOpen = false;
      channel.close();
    },
  };
}

/** Null if the browser lacks Web Locks or BroadcastChannel: each tab then keeps its own socket. */
export const browserTabs = (): Tabs | null =>
  "locks" in navigator && "BroadcastChannel" in globalThis
    ? { queue, open, isVisible: () => document.visibilityState === "visible" }
    : null;
