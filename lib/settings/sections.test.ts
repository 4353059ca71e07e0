import { describe, expect, expectTypeOf, it } from "vitest";
import { safeParse } from "@/lib/schema";
import { dashboard, type DashboardPatch, type DashboardSettings } from "./dashboard";
import fc from "fast-check";
import { jsonObject } from "@/lib/testing/arbitraries";
import { sections } from "./registry";
import { defaults, isValid, leaves, whole } from "./sections";

describe("the dashboard section", () => {
  it("places every widget on every grid without overlap", () => {
    for (const positions of Object.values(defaults(dashboard).widget_layout)) {
      const cells = Object.values(positions).flatMap(({ x, y, w, h }) =>
        Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
      );
      expect(new Set(cells).size).toBe(cells.length);
    }
  });

  it("infers whole values and partial patches", () => {
    expectTypeOf<DashboardSettings["widget_visibility"]["metrics"]>().toEqualTypeOf<boolean>();
    expectTypeOf<DashboardSettings["dashboard_preferences"]["defaultView"]>().toEqualTypeOf<
      "enhanced" | "classic" | "compact"
    >();
    expectTypeOf<{ widget_visibility: { metrics: null } }>().toExtend<DashboardPatch>();
  });
});

describe.each(sections)("the section $name", (section) => {
  it("accepts its own defaults", () => {
    for (const [path, field] of leaves(section))
      expect(safeParse(field.schema, field.default).success, path).toBe(true);
  });

  it("judges a value as its field does, whatever was judged before", () => {
    const fields = [...leaves(section).values()];
    const values = [
      ...fields.map((field) => field.default),
      "Asia/Jerusalem",
      "UTC",
      "no zone",
      true,
      90_000,
    ];
    const judged = fc.tuple(fc.constantFrom(...fields), fc.oneof(fc.constantFrom(...values), jsonObject));
    fc.assert(
      fc.property(fc.array(judged), (all) => {
        for (const [field, value] of all)
          expect(isValid(field, value)).toBe(safeParse(field.schema, value).success);
      }),
    );
  });
});

describe("whole", () => {
  it("refuses a document with a missing or invalid leaf, because that is a bug of its maker", () => {
    expect(() => whole(dashboard, {})).toThrow("not a whole dashboard document");
  });
});
