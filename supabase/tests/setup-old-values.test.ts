import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestDatabase } from "@/local/test-database";
import { createOldTables, effectiveValue, ownValue, personWith, tableOf } from "./old-rows";
import { flatValues } from "./old-flat-values";
import { chosenValues, writtenValues, type OldValue } from "./old-values";
import { everything, lostValues, majorsOfThisRun, remember, startBench, type Bench } from "./setup-database";
import { fiveTables } from "./older-tables";
import { install } from "./setup-install";

const named = (values: readonly OldValue[]) =>
  values.map((value) => [JSON.stringify(value.row), value.at, JSON.stringify(value.means), value] as const);

describe.each(majorsOfThisRun)("on PostgreSQL %s, what another program stored", (major) => {
  let bench: Bench;
  let database: TestDatabase;
  const people = new Map<OldValue, string>();
  let nobodysWish: string;
  beforeAll(async () => {
    bench = await startBench(major);
    database = await createOldTables(bench);
    for (const value of [...chosenValues, ...flatValues, ...writtenValues])
      people.set(value, await personWith(database.pool, value.section, [value.row]));
    nobodysWish = await personWith(database.pool, "preferences", [
      { notifications_enabled: true, theme: "system", date_format: "MM/DD/YYYY" },
    ]);
    await remember(database, fiveTables);
    await install(database);
  });
  afterAll(() => bench.close());

  const personOf = (value: OldValue) => people.get(value) ?? "";
  const effective = (value: OldValue) => effectiveValue(database.pool, personOf(value), value.at);

  it.each(named([...chosenValues, ...flatValues]))("%s: %s is %s", async (_row, _at, _means, value) => {
    expect(await effective(value)).toEqual(value.means);
  });

  it.each(named(writtenValues))("%s: %s is %s, and inherited", async (_row, _at, _means, value) => {
    expect(await effective(value)).toEqual(value.means);
    expect(await ownValue(database.pool, personOf(value), value.at)).toBeNull();
  });

  it("pins nobody who changed nothing to anything that we know", async () => {
    for (const [section, table] of Object.entries(tableOf)) {
      const { rows } = await database.pool.query(
        `select c.path, c.new_value from public.${table} t
         cross join lateral unnest(private.leaf_changes($1, null, to_jsonb(t))) c
         where t.user_id = $2 and c.node ? 'leaf'`,
        [section, nobodysWish],
      );
      expect(rows).toEqual([]);
    }
  });

  it("loses no value, and a second run changes nothing", async () => {
    expect(await lostValues(database)).toEqual([]);
    const first = await everything(database);
    await install(database);
    expect(await everything(database)).toEqual(first);
  });
});
