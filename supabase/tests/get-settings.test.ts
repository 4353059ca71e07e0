import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { preferences } from "@/lib/settings/preferences";
import { committedAs } from "./settings-client";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
});
afterAll(() => database.drop());

const emptyPreferences = Object.fromEntries(Object.keys(preferences.columns).map((column) => [column, {}]));

type Row = { section: string; scope: string | null };

describe("get_settings", () => {
  const read = (who: string | null, project: string | null) =>
    committedAs(pool, who, async (client) => {
      const { rows } = await client.query("select public.get_settings($1) as answer", [project]);
      return rows[0].answer.rows;
    });

  it("gives the rows that exist of all three sections, for all projects and for the one asked for", async () => {
    const rows = await read(world.people.owner, world.projectId);
    expect(rows.map(({ section, scope }: Row) => [section, scope])).toEqual([
      ["dashboard", null],
      ["dashboard", world.projectId],
      ["notifications", null],
      ["preferences", null],
    ]);
    expect(rows[3]).toEqual({
      section: "preferences",
      scope: null,
      version: 1,
      overrides: { ...emptyPreferences, interface_settings: { theme: "dark" } },
    });
    expect(await read(await createUser(pool), null)).toEqual([]);
  });

  it("gives nothing of a project the person has left, and refuses nobody in particular", async () => {
    const rows = await read(world.people.exMember, world.projectId);
    expect(rows.every(({ scope }: Row) => scope === null)).toBe(true);
    await expect(read(null, null)).rejects.toMatchObject({ code: "PT401" });
  });
});
