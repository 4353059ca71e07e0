import type { Tabs } from "@/lib/live/browser-tabs";

/**
 * Held by the tab that sends for this person; also the name of the channel between the tabs. A tab of the first build
 * sends nothing but the dashboard: it must not keep this one from sending, hence the number.
 */
const lockName = (userId: string) => `ovenai-outbox-2:${userId}`;

type TabEvents = { onOwned(): void; onMessage(message: unknown): void };

/** This tab among those of the browser: which of them sends, and how they hear of each other. */
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
     * A tab of the newer build must be able to send. This one goes on trying what is edited in it, in case it met one
     * server of many; but it follows no longer, or the two would wake each other for ever.
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
