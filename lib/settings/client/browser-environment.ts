import { fetchResult } from "@/lib/fetch-result";
import { browserTabs } from "@/lib/live/browser-tabs";
import { browserTimers } from "@/lib/live/timers";
import { paths } from "@/lib/paths";
import type { Result } from "@/lib/result";
import type { Saved } from "@/lib/settings/outbox/outbox";
import type { SendRequest } from "@/lib/settings/outbox/sender";
import { createOutboxStorage } from "@/lib/settings/outbox/storage";
import type { PatchRequest } from "@/lib/settings/patch-request";
import type { ClientEnvironment } from "./connection";
import type { Rows } from "./loader";

/** `PatchRequest` before its patch is known to be valid: the server refuses what is not. */
type UncheckedRequest = Record<keyof PatchRequest, unknown>;

/** The action that stores patches: of each `PatchRequest` its answer, in the same order. */
export type PatchAction = (requests: unknown[]) => Promise<Result<Saved>[]>;

type Server = {
  patchSettings: PatchAction;
  /** Whether what a call threw says that the server runs a newer build than this page. */
  isOutdated(thrown: unknown): boolean;
};

/** The real parts: IndexedDB, Web Locks, the action and the read route. `user` is whose page it is. */
export const browserEnvironment = (
  user: string,
  { patchSettings, isOutdated }: Server,
): ClientEnvironment => ({
  storage: createOutboxStorage(),
  tabs: browserTabs(),
  timers: browserTimers,
  now: Date.now,
  newOpId: randomUuid,
  pageStartedAt: performance.timeOrigin,
  async send(requests) {
    try {
      return await patchSettings(requests.map(uncheckedRequest));
    } catch (thrown) {
      if (isOutdated(thrown)) return "outdated";
      throw thrown;
    }
  },
  fetchRows: (scope) => fetchResult<Rows>(paths.api.settings(user, scope)),
});

const uncheckedRequest = ({ user: userId, scope: projectId, ...change }: SendRequest): UncheckedRequest => ({
  userId,
  projectId,
  ...change,
});

/** Version 4. crypto.randomUUID is missing where the page is not served over https, as on a phone in the same network. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = "89ab"[(bytes[8] ?? 0) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
