import { describe, expect, it } from "vitest";
import type { Json } from "./json";
import { patchRequest } from "./patch-request";

const id = "0b0b0b0b-0000-4000-8000-000000000001";
const request = {
  userId: id,
  section: "notifications",
  projectId: null,
  patch: { email_notifications: { leadUpdates: false } },
  base: { "email_notifications.leadUpdates": true },
  opId: id,
  source: "undo",
};
const isAccepted = (changed: { [key: string]: unknown }) =>
  patchRequest.safeParse({ ...request, ...changed }).success;

const nested = (depth: number): Json => (depth === 0 ? 1 : [nested(depth - 1)]);

describe("a request to change settings", () => {
  it("is taken for the section it names", () => {
    expect(isAccepted({})).toBe(true);
    expect(isAccepted({ section: "preferences" })).toBe(false);
    expect(isAccepted({ section: "session" })).toBe(false);
    expect(isAccepted({ section: "__proto__" })).toBe(false);
  });

  it("names a project for the dashboard alone", () => {
    const ofDashboard = { section: "dashboard", patch: { widget_visibility: { metrics: false } }, base: {} };
    expect(isAccepted({ ...ofDashboard, projectId: id })).toBe(true);
    expect(isAccepted({ projectId: id })).toBe(false);
  });

  it("comes from a person, not from the team or the system", () => {
    for (const source of ["ui", "undo", "import", "template"]) expect(isAccepted({ source })).toBe(true);
    for (const source of ["team", "api", "system", undefined]) expect(isAccepted({ source })).toBe(false);
  });

  it("carries values of several parts whole", () => {
    const quietHours = { enabled: false, start: "22:00", end: "08:00", urgentPasses: false };
    expect(isAccepted({ patch: { notification_schedule: { quietHours } }, base: {} })).toBe(true);
    expect(
      isAccepted({ patch: { notification_schedule: { quietHours: { enabled: false } } }, base: {} }),
    ).toBe(false);
  });

  it("holds no character that the database cannot store", () => {
    const signed = (signature: string) => ({
      section: "preferences",
      patch: { integration_settings: { email: { signature } } },
      base: {},
    });
    expect(isAccepted(signed("Dana \ud83d\ude00\n"))).toBe(true);
    for (const unstorable of ["Dana\u0000", "Dana \ud83d", "\ude00 Dana"])
      expect(isAccepted(signed(unstorable))).toBe(false);
  });

  it("holds seen values at declared paths only, and none of unbounded depth or length", () => {
    const at = "email_notifications.leadUpdates";
    expect(isAccepted({ base: { [at]: "a value of another build" } })).toBe(true);
    expect(isAccepted({ base: { "email_notifications.nope": true } })).toBe(false);
    expect(isAccepted({ base: JSON.parse('{"__proto__": true}') })).toBe(false);
    expect(isAccepted({ base: [] })).toBe(false);
    expect(isAccepted({ base: { [at]: nested(5) } })).toBe(true);
    expect(isAccepted({ base: { [at]: nested(5_000) } })).toBe(false);
    // What an action's wire carries beside JSON.
    for (const value of [1n, new Map(), undefined]) expect(isAccepted({ base: { [at]: value } })).toBe(false);
    expect(isAccepted({ base: { [at]: "x".repeat(10_000) } })).toBe(true);
    expect(isAccepted({ base: { [at]: "x".repeat(1_000_000) } })).toBe(false);
  });
});
