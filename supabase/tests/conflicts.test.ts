import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import type { JsonObject } from "@/lib/settings/json";
import { patchSettings } from "./settings-client";

let database: TestDatabase;
let pool: pg.Pool;
let person: string;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
});
afterAll(() => database.drop());
beforeEach(async () => {
  person = await createUser(pool);
});

const path = "widget_visibility.metrics";
type Value = boolean | null;

/** null is inherited. `kept`: the stored value wins and the path is reported; `mine`: the patch wins. */
const table: [stored: Value, seen: Value, mine: Value, outcome: "kept" | "mine"][] = [
  [null, null, true, "mine"],
  [true, true, false, "mine"],
  [true, true, null, "mine"],
  [true, null, true, "mine"],
  [null, true, null, "mine"],
  [true, null, false, "kept"],
  [true, null, null, "kept"],
  [true, false, false, "kept"],
  [null, true, false, "kept"],
  [false, true, null, "kept"],
];

describe("a path of a patch that says what the person saw", () => {
  it.each(table)("stored %s, seen %s, wanted %s: %s", async (stored, seen, mine, outcome) => {
    if (stored !== null)
      await patchSettings(pool, person, { patch: { widget_visibility: { metrics: stored } } });
    const base: JsonObject = seen === null ? {} : { [path]: seen };
    const answer = await patchSettings(pool, person, {
      patch: { widget_visibility: { metrics: mine } },
      base,
    });
    const kept = outcome === "kept";
    expect(answer.conflicts).toEqual(kept ? [{ path, base: seen, mine, theirs: stored }] : []);
    const left = kept ? stored : mine;
    expect(answer.overrides.widget_visibility).toEqual(left === null ? {} : { metrics: left });
  });
});

describe("a patch with a conflict", () => {
  it("applies all its other paths", async () => {
    await patchSettings(pool, person, { patch: { widget_visibility: { metrics: true } } });
    const patch = { widget_visibility: { metrics: false, insights: false } };
    const answer = await patchSettings(pool, person, { patch, base: { [path]: false } });
    expect(answer.conflicts.map((conflict) => conflict.path)).toEqual([path]);
    expect(answer.overrides.widget_visibility).toEqual({ metrics: true, insights: false });
  });

  it("compares an atomic value whole", async () => {
    const at = (x: number) => ({ x, y: 0, w: 1, h: 1, collapsed: false });
    const moved = (x: number) => ({ widget_layout: { lg: { metrics: at(x) } } });
    await patchSettings(pool, person, { patch: moved(1) });
    const answer = await patchSettings(pool, person, {
      patch: moved(3),
      base: { "widget_layout.lg.metrics": at(2) },
    });
    expect(answer.conflicts).toEqual([
      { path: "widget_layout.lg.metrics", base: at(2), mine: at(3), theirs: at(1) },
    ]);
  });

  it("without a base has none: the last writer wins", async () => {
    await patchSettings(pool, person, { patch: { widget_visibility: { metrics: true } } });
    const answer = await patchSettings(pool, person, { patch: { widget_visibility: { metrics: false } } });
    expect(answer.conflicts).toEqual([]);
    expect(answer.overrides.widget_visibility).toEqual({ metrics: false });
  });
});
