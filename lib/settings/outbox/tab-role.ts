import type { Tabs } from "@/lib/live/browser-tabs";

/**
 * The lock of the tab that sends for this person, and the channel between the tabs. The number keeps tabs of the first
 * build out: such a tab sends nothing but the dashboard, and must not hold the lock that this build needs.
 */
const lockName = (userId: string) => `ovenai-outbox-2:${userId}`;

type TabEvents = { onOwned(): void; onMessage(message: unknown): void };

/** The role of this tab among those of the browser: whether it sends, and how it tells the others. */
export function takeRole(tabs: Tabs | null, userId: string, { onOwned, onMessage }: TabEvents) {
  let isOwner = tabs === null;
  let isAside = false;
  const name = lockName(userId);
  const channel = tabs?.open(name, onMessage);
  const leaveQueue = tabs?.queue(name, own, { steal: false });

  function own() {
    isOwner = true;
    onOwned();
    return () => void (isOwner = false);
  }
  return {
    isOwner: () => isOwner,
    maySend: () => isOwner || isAside,
    post: (message: "changed" | "nudge") => channel?.post(message),
    /**
     * The server runs a newer build: a tab of that build must get the lock. This tab goes on sending its own edits, in
     * case it met one server of many, but no longer on messages of other tabs: they would wake each other for ever.
     */
    stepAside() {
      isAside = true;
      leaveQueue?.();
    },
    leave() {
      leaveQueue?.();
      channel?.close();
    },
  };
}
