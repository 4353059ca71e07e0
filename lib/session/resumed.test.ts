import { expect, it } from "vitest";
import { parse } from "@/lib/settings/resolve";
import { session } from "@/lib/settings/session";
import { resumedSession } from "./resumed";

const earlier = "2026-11-22T12:00:00+00:00";
const later = "2026-11-22T12:00:01.5+00:00";
const context = { device: "Chrome on Windows", path: "/settings/activity", filters: { leadsHeat: "hot" } };
const here = (at: string) => ({ current_context: { path: "/leads" }, ui_state: {}, at });
const shown = { openPanels: { leadHistory: false }, viewModes: { metrics: "table" } };
const elsewhere = (at: string) => ({ current_context: context, ui_state: shown, at });

it("offers the state of another device where that device was used after this one", () => {
  const offer = { ...context, ui_state: shown };
  expect(resumedSession({ here: here(earlier), elsewhere: elsewhere(later) }).elsewhere).toMatchObject(offer);
  expect(resumedSession({ here: null, elsewhere: elsewhere(earlier) }).elsewhere).toMatchObject(offer);
  expect(resumedSession({ here: here(later), elsewhere: elsewhere(earlier) }).elsewhere).toBeNull();
  expect(resumedSession({ here: here(later), elsewhere: null }).elsewhere).toBeNull();
});

it("gives back the state of this device, without the database's timestamp", () => {
  const { here: kept } = resumedSession({ here: here(later), elsewhere: null });
  expect(kept).toEqual({ current_context: { path: "/leads" }, ui_state: {} });
});

it("ignores state that another build or a person's hand has written wrongly", () => {
  const damaged = {
    current_context: { device: 7, path: "//evil.example", filters: { leadsHeat: "boiling" } },
    ui_state: { openPanels: { leadHistory: "ajar" }, viewModes: [] },
  };
  const { current_context, ui_state } = parse(session, {});
  const { device, path, filters } = current_context;
  const nothing = { device, path, filters, ui_state };
  expect(resumedSession({ here: null, elsewhere: { ...damaged, at: later } }).elsewhere).toEqual(nothing);
});
