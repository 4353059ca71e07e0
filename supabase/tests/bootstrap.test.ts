import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bootstrapSchema } from "@/lib/bootstrap/bootstrap";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
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

const bootstrap = (person: string | null, project: string | null, device: string | null = null) =>
  committedAs(pool, person, async (client) => {
    const { rows } = await client.query("select public.get_bootstrap($1, $2) as answer", [project, device]);
    return bootstrapSchema.parse(rows[0].answer);
  });

describe("get_bootstrap", () => {
  it("gives a page the person, the projects, the layers of settings and the bell in one answer", async () => {
    const { owner } = world.people;
    const answer = await bootstrap(owner, world.projectId);
    expect(answer.user.id).toBe(owner);
    expect(answer.projects.map(({ name, client_name, role }) => [name, client_name, role])).toEqual([
      ["Main", "Acme", "admin"],
      ["Second", "Acme", "admin"],
    ]);
    expect(answer.project_id).toBe(world.projectId);
    const overrides = { widget_visibility: { metrics: false }, widget_layout: {}, dashboard_preferences: {} };
    const rows = answer.settings.filter(({ section }) => section === "dashboard");
    expect(rows).toEqual([
      { section: "dashboard", projectId: null, version: 1, overrides },
      { section: "dashboard", projectId: world.projectId, version: 1, overrides },
    ]);
    expect(answer.notifications).toMatchObject({ head: 2, unread: 2 });
    expect(answer.notifications.rows.map(({ seq }) => seq)).toEqual([2, 1]);
  });

  it("answers only rows that exist: no settings are made by looking", async () => {
    expect((await bootstrap(world.people.member, world.projectId)).settings).toEqual([]);
  });

  it("does not tell a project of others from one that does not exist", async () => {
    const { project_id, settings, projects } = await bootstrap(world.people.exMember, world.projectId);
    expect([project_id, projects]).toEqual([null, []]);
    expect(new Set(settings.map(({ projectId }) => projectId))).toEqual(new Set([null]));
  });

  it("calls somebody without a name by the first part of their address", async () => {
    const person = await createUser(pool, "rivka@example.com");
    expect((await bootstrap(person, null)).user).toEqual({
      id: person,
      email: "rivka@example.com",
      name: "rivka",
    });
  });

  it("refuses a token whose account is gone", async () => {
    const person = await createUser(pool);
    await pool.query("delete from auth.users where id = $1", [person]);
    await expect(bootstrap(person, null)).rejects.toMatchObject({ code: "PT401" });
    await expect(bootstrap(null, null)).rejects.toMatchObject({ code: "PT401" });
  });
});
