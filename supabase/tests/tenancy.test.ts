import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { committedAs } from "./settings-client";

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
});
afterAll(() => database.drop());

type Made = { client_id: string; project_id: string };
const createWorkspace = (person: string | null, name: string | null, project: string | null) =>
  committedAs(pool, person, async (client) => {
    const sql = "select public.create_workspace(name => $1, project => $2) as made";
    return (await client.query<{ made: Made }>(sql, [name, project])).rows[0]?.made;
  });

describe("create_workspace", () => {
  it("makes a client and a project, and the caller owner of the one and admin of the other", async () => {
    const person = await createUser(pool);
    const made = await createWorkspace(person, "  Acme ", "Main");
    const { rows } = await pool.query(
      `select c.name as client, p.name as project, cm.role as client_role, pm.role as project_role
       from public.clients c join public.client_members cm on cm.client_id = c.id
       join public.projects p on p.client_id = c.id join public.project_members pm on pm.project_id = p.id
       where cm.user_id = $1 and pm.user_id = $1 and p.id = $2 and c.id = $3`,
      [person, made?.project_id, made?.client_id],
    );
    expect(rows).toEqual([{ client: "Acme", project: "Main", client_role: "owner", project_role: "admin" }]);
  });

  it("makes one only, also when two tabs ask at the same moment", async () => {
    const person = await createUser(pool);
    const results = await Promise.allSettled([1, 2, 3].map(() => createWorkspace(person, "Acme", "Main")));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(createWorkspace(person, "Acme", "Main")).rejects.toMatchObject({ code: "PT409" });
  });

  it.each([
    ["name", " ", "Main"],
    ["name", null, "Main"],
    ["name", "x".repeat(121), "Main"],
    ["project", "Acme", ""],
  ])("refuses a bad %s", async (path, name, project) => {
    const attempt = createWorkspace(await createUser(pool), name, project);
    await expect(attempt).rejects.toMatchObject({ code: "PT400", detail: path });
  });

  it("refuses a caller who is not signed in", async () => {
    await expect(createWorkspace(null, "Acme", "Main")).rejects.toMatchObject({ code: "PT401" });
  });
});
