import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf, jsonObject } from "@/lib/testing/arbitraries";
import { dashboard } from "./dashboard";
import type { JsonObject } from "./json";
import { mergeObject, valueAt } from "./patch";
import { sections } from "./registry";
import { parse, resolve, resolverOf, type Layer, type LayerName } from "./resolve";
import { defaults, leaves } from "./sections";

const layer = (name: LayerName, overrides: JsonObject): Layer => ({ name, overrides, version: 1 });

describe("resolve", () => {
  it("shows the defaults, and says so, when no layer overrides them", () => {
    const { value, provenance } = resolve(dashboard, []);
    expect(value).toEqual(defaults(dashboard));
    expect(new Set(Object.values(provenance))).toEqual(new Set(["default"]));
    expect(Object.keys(provenance)).toEqual([...leaves(dashboard).keys()]);
  });

  it("lets the later layer win and names it", () => {
    const { value, provenance } = resolve(dashboard, [
      layer("team", { widget_visibility: { metrics: false, insights: false } }),
      layer("template", { widget_visibility: { metrics: true } }),
      layer("user", { widget_visibility: { insights: true } }),
      layer("project", { dashboard_preferences: { compactMode: true } }),
    ]);
    expect(value.widget_visibility).toMatchObject({ metrics: true, insights: true, pieCharts: true });
    expect(provenance).toMatchObject({
      "widget_visibility.metrics": "template",
      "widget_visibility.insights": "user",
      "widget_visibility.pieCharts": "default",
      "dashboard_preferences.compactMode": "project",
    });
  });

  it("lets a leaf that is not valid fall to what it would inherit, and its neighbours stand", () => {
    const { value, provenance } = resolve(dashboard, [
      layer("team", { dashboard_preferences: { refreshInterval: 60_000 } }),
      layer("user", { dashboard_preferences: { refreshInterval: "often", compactMode: true } }),
    ]);
    expect(value.dashboard_preferences).toMatchObject({ refreshInterval: 60_000, compactMode: true });
    expect(provenance["dashboard_preferences.refreshInterval"]).toBe("team");
  });

  it("takes an atomic value whole or not at all", () => {
    const stored = { widget_layout: { lg: { metrics: { x: 5 } } } };
    expect(parse(dashboard, stored).widget_layout.lg.metrics).toEqual(
      defaults(dashboard).widget_layout.lg.metrics,
    );
  });

  it("of one owner has the value that `parse` answers, whatever is stored", () => {
    const stored = fc.constantFrom(...sections).chain((section) =>
      fc
        .oneof(
          documentOf(section),
          jsonObject.map((junk) => ({ ...junk, [Object.keys(section.columns)[0] ?? ""]: junk })),
        )
        .map((document) => ({ section, document })),
    );
    fc.assert(
      fc.property(stored, ({ section, document }) => {
        expect(parse(section, document)).toEqual(resolve(section, [layer("user", document)]).value);
      }),
    );
  });

  it("never throws and always answers a whole document, whatever is stored", () => {
    fc.assert(
      fc.property(
        fc.array(jsonObject.map((junk) => layer("user", { widget_visibility: junk, ...junk }))),
        (layers) => {
          expect(Object.keys(resolve(dashboard, layers).value)).toEqual(Object.keys(dashboard.columns));
        },
      ),
    );
  });

  it.each(sections)(
    "of $name equals merging the layers over the defaults when what is stored is valid",
    (section) => {
      fc.assert(
        fc.property(fc.array(documentOf(section), { maxLength: 4 }), (documents) => {
          const layers = documents.map((document) => layer("user", document));
          const value: JsonObject = resolve(section, layers).value;
          const merged = documents.reduce(mergeObject, parse(section, {}));
          for (const path of leaves(section).keys())
            expect(valueAt(value, path)).toEqual(valueAt(merged, path));
        }),
      );
    },
  );
});

describe("a resolver that is asked again and again", () => {
  it("answers the same object while the overrides are the same, and the new values when they change", () => {
    const resolved = resolverOf(dashboard);
    const hidden = { widget_visibility: { metrics: false } };
    const first = resolved([layer("user", hidden)]);
    expect(resolved([{ ...layer("user", structuredClone(hidden)), version: 2 }])).toBe(first);
    const others = [
      [layer("team", hidden)],
      [],
      [layer("user", {})],
      [layer("user", hidden)],
      [layer("user", hidden), layer("project", {})],
    ];
    for (const layers of others) expect(resolved(layers)).toEqual(resolve(dashboard, layers));
  });

  it("resolves no column again whose overrides are the same", () => {
    const resolved = resolverOf(dashboard);
    const before = resolved([layer("user", { widget_visibility: { metrics: false } })]);
    const after = resolved([layer("user", { widget_visibility: { metrics: true } })]);
    expect(after.value.widget_visibility).not.toBe(before.value.widget_visibility);
    expect(after.value.widget_layout).toBe(before.value.widget_layout);
  });
});
