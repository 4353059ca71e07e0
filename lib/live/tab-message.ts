import type { ConnectionEvent } from "./connection";

/** A message between tabs of one browser. `data` is opaque: its meaning belongs to the user of the connection. */
export type TabMessage = { v: 1 } & (
  | { kind: "event"; event: ConnectionEvent }
  | { kind: "leader"; joined: boolean; visible: boolean }
  | { kind: "who" }
  | { kind: "nudge" }
  | { kind: "data"; data: unknown; fromLeader: boolean }
);

/** False for another version: a tab left open over an update may send older messages. */
export const isTabMessage = (value: unknown): value is TabMessage =>
  typeof value === "object" && value !== null && "v" in value && value.v === 1 && "kind" in value;
