import type { ConnectionEvent } from "./connection";

/** What passes between the tabs of one browser. `data` belongs to whoever uses the connection. */
export type TabMessage = { v: 1 } & (
  | { kind: "event"; event: ConnectionEvent }
  | { kind: "leader"; joined: boolean; visible: boolean }
  | { kind: "who" }
  | { kind: "nudge" }
  | { kind: "data"; data: unknown; fromLeader: boolean }
);

/** A tab left open over an update may speak an older dialect: another version number is not understood. */
export const isTabMessage = (value: unknown): value is TabMessage =>
  typeof value === "object" && value !== null && "v" in value && value.v === 1 && "kind" in value;
