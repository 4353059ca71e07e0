import { expect, it } from "vitest";
import { restoredSession } from "./restored";

const earlier = "2026-11-22T12:00:00+00:00";
const later = "2026-11-22T12:00:01.5+00:00";
const context = { device: "Chrome on Windows", path: "/settings/activity", filters: { leadsHeat: "hot" } };
const here = (at: string) => ({ current_context: { path: "/leads" }, ui_state: {}, at });
const elsewhere = (at: string) => ({ current_context: context, at });

it("offers what another device did last, if that was after this one was used", () => {
  const offer = { device: "Chrome on Windows", path: "/settings/activity", leadsHeat: "hot" };
  expect(restoredSession({ here: here(earlier), elsewhere: elsewhere(later) }).elsewhere).toEqual(offer);
  expect(restoredSession({ here: null, elsewhere: elsewhere(earlier) }).elsewhere).toEqual(offer);
  expect(restoredSession({ here: here(later), elsewhere: elsewhere(earlier) }).elsewhere).toBeNull();
  expect(restoredSession({ here: here(later), elsewhere: null }).elsewhere).toBeNull();
});

it("gives back what this device kept, without what the database says of it", () => {
  const { here: kept } = restoredSession({ here: here(later), elsewhere: null });
  expect(kept).toEqual({ current_context: { path: "/leads" }, ui_state: {} });
});

it("takes what another build or a hand has written for nothing", () => {
  const damaged = { device: 7, path: "//evil.example", filters: { leadsHeat: "boiling" } };
  expect(
    restoredSession({ here: null, elsewhere: { current_context: damaged, at: later } }).elsewhere,
  ).toEqual({ device: "", path: "", leadsHeat: "all" });
});
