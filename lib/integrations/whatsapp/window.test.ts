import { expect, it } from "vitest";
import { windowOf } from "./window";

const now = Date.parse("2026-12-01T10:00:00Z");
const ago = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
const contact = (change: object = {}) => ({
  lastInboundAt: null,
  optedInAt: null,
  optedOutAt: null,
  ...change,
});

it("is open for 24 hours after their last message, and not a moment longer", () => {
  expect(windowOf(true, contact({ lastInboundAt: ago(1) }), now)).toEqual({
    state: "open",
    until: "2026-12-02T09:00:00.000Z",
  });
  expect(windowOf(true, contact({ lastInboundAt: ago(24), optedInAt: ago(30) }), now)).toEqual({
    state: "closed",
    agreed: true,
  });
});

it("is closed to whom nobody wrote, and to write first their word is needed", () => {
  expect(windowOf(true, null, now)).toEqual({ state: "closed", agreed: false });
});

it("counts for nothing where they asked not to be written to, however lately they wrote", () => {
  const stopped = contact({ lastInboundAt: ago(1), optedInAt: ago(2), optedOutAt: ago(1) });
  expect(windowOf(true, stopped, now)).toEqual({ state: "optedOut", since: ago(1) });
});

it("is not there without a connection", () => {
  expect(windowOf(false, contact({ lastInboundAt: ago(1) }), now)).toEqual({ state: "notConnected" });
});
