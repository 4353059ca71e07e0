import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, safeParse } from "@/lib/schema";
import { patchFor } from "@/lib/testing/arbitraries";
import { dashboard } from "./dashboard";
import { patchSchema } from "./patch-schema";
import { sections } from "./registry";

const schema = patchSchema(dashboard);
const refusedAt = (patch: unknown) =>
  safeParse(schema, patch).error?.issues.map((issue) => issue.path.join("."));
const position = { x: 0, y: 0, w: 4, h: 2, collapsed: false };

describe("patchSchema", () => {
  it.each(sections)("accepts values and null at leaves of $name, and passes them on unchanged", (section) => {
    fc.assert(
      fc.property(patchFor(section), (patch) => {
        expect(parse(patchSchema(section), patch)).toEqual(patch);
      }),
    );
  });

  it.each([
    ["a column that does not exist", { surprise: {} }, "surprise"],
    ["a key that does not exist", { widget_visibility: { nope: true } }, "widget_visibility.nope"],
    ["a value of the wrong type", { widget_visibility: { metrics: "yes" } }, "widget_visibility.metrics"],
    [
      "a choice that is not offered",
      { dashboard_preferences: { defaultView: "3d" } },
      "dashboard_preferences.defaultView",
    ],
    [
      "a duration under its minimum",
      { dashboard_preferences: { refreshInterval: 9999 } },
      "dashboard_preferences.refreshInterval",
    ],
    [
      "a fraction of a millisecond",
      { dashboard_preferences: { refreshInterval: 10000.5 } },
      "dashboard_preferences.refreshInterval",
    ],
    ["a group that is a value", { widget_visibility: true }, "widget_visibility"],
    ["null for a whole group", { widget_visibility: null }, "widget_visibility"],
    [
      "part of an atomic value",
      { widget_layout: { lg: { metrics: { x: 1 } } } },
      "widget_layout.lg.metrics.y",
    ],
    [
      "more than an atomic value",
      { widget_layout: { lg: { metrics: { ...position, z: 1 } } } },
      "widget_layout.lg.metrics",
    ],
    ["undefined at a leaf", { widget_visibility: { metrics: undefined } }, "widget_visibility.metrics"],
    ["no object at all", "metrics", ""],
    ["an array", [], ""],
  ])("refuses %s and names the path", (_, patch, path) => {
    expect(refusedAt(patch)).toContain(path);
  });

  it.each([
    ['{"__proto__": {"metrics": false}}', "__proto__"],
    ['{"widget_visibility": {"__proto__": true}}', "widget_visibility.__proto__"],
    ['{"widget_visibility": {"constructor": true}}', "widget_visibility.constructor"],
    ['{"widget_visibility": {"toString": true}}', "widget_visibility.toString"],
    [
      `{"widget_layout": {"lg": {"metrics": {"__proto__": 1, ${JSON.stringify(position).slice(1)}}}}`,
      "widget_layout.lg.metrics",
    ],
  ])("refuses %s", (json, path) => {
    expect(refusedAt(JSON.parse(json))).toContain(path);
  });
});
