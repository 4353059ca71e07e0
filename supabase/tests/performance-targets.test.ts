import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { actAs } from "@/local/test-people";
import { createWorld, type Actor, type World } from "./world";

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createWorld(database.pool);
});
afterAll(() => database.drop());

const set = (actor: Exclude<Actor, "anon">, targets: unknown, month = "2026-12-01") =>
  actAs(database.pool, world.people[actor], "authenticated", async (client) => {
    await client.query("select public.set_performance_targets($1, $2, $3)", [
      world.projectId,
      month,
      JSON.stringify(targets),
    ]);
    const { rows } = await client.query<{ metric: string; target: string }>(
      "select metric, target from public.performance_targets where project_id = $1 and period_start = $2",
      [world.projectId, month],
    );
    return Object.fromEntries(rows.map(({ metric, target }) => [metric, Number(target)]));
  });

it("who leads a project sets, changes and takes away its targets of a month, and no other month's", async () => {
  expect(await set("owner", { leads: 24, revenue: 40000 })).toEqual({ leads: 24, revenue: 40000 });
  expect(await set("owner", { leads: null, revenue: 50000 })).toEqual({ revenue: 50000 });
  expect(await set("owner", {}, "2026-11-01")).toEqual({ leads: 9 });
});

it("nobody else does", async () => {
  for (const actor of ["member", "viewer", "exMember", "stranger"] as const)
    await expect(set(actor, { leads: 1 }), actor).rejects.toMatchObject({ code: "PT403" });
});

it.each([
  ["month", { leads: 24 }, "2026-12-02"],
  ["targets", [24], "2026-12-01"],
  ["secrets", { secrets: 24 }, "2026-12-01"],
  ["leads", { leads: 0 }, "2026-12-01"],
  ["leads", { leads: "24" }, "2026-12-01"],
])("refuses what is no target, by the name of %s", async (detail, targets, month) => {
  await expect(set("owner", targets, month)).rejects.toMatchObject({ code: "PT400", detail });
});
