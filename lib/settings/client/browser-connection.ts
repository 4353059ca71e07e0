import { fetchResult } from "@/lib/fetch-result";
import { browserTabs } from "@/lib/live/browser-tabs";
import { browserTimers } from "@/lib/live/timers";
import { paths } from "@/lib/paths";
import type { PatchAction, SettingsRows } from "@/lib/settings/wire";
import { browserLeftEdits } from "@/lib/settings/outbox/left-edits";
import { createOutboxStorage } from "@/lib/settings/outbox/storage";
import { connectTo, type Connect } from "./connection";

type Server = {
  patchSettings: PatchAction;
  /** Whether an error of the action says that the server runs a newer build than this page. */
  isOutdated(thrown: unknown): boolean;
};

/**
 * Connects a page of `userId` in a browser to IndexedDB, Web Locks, the action and the read route. A page shows its
 * settings and edits before it has this code.
 */
export const connectBrowser = (userId: string, { patchSettings, isOutdated }: Server): Connect =>
  connectTo({
    storage: createOutboxStorage(),
    left: browserLeftEdits,
    tabs: browserTabs(),
    timers: browserTimers,
    now: Date.now,
    newOpId: randomUuid,
    pageStartedAt: performance.timeOrigin,
    async send(requests) {
      try {
        return await patchSettings(requests);
      } catch (thrown) {
        if (isOutdated(thrown)) return "outdated";
        throw thrown;
      }
    },
    fetchRows: (projectId) => fetchResult<SettingsRows>(paths.api.settings(userId, projectId)),
  });

/** Version 4. crypto.randomUUID is missing where the page is not served over https, as on a phone in the same network. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = "89ab"[(bytes[8] ?? 0) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
