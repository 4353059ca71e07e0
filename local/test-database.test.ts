import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "./test-database";
import { actAs, createUser } from "./test-people";

const NEW_TABLE = "create table public.note (id int); create sequence public.note_id;";

async function mayRead(database: TestDatabase, role: string): Promise<boolean> {
  const { rows } = await database.pool.query<{ may: boolean }>(
    "select has_table_privilege($1, 'public.note', 'select') as may",
    [role],
  );
  return rows[0]?.may ?? false;
}

describe("a database without the product's migrations", () => {
  let closed: TestDatabase;
  let open: TestDatabase;
  beforeAll(async () => {
    closed = await createTestDatabase({ migrations: false });
    open = await createTestDatabase({ migrations: false, defaults: "open" });
    await closed.pool.query(NEW_TABLE);
    await open.pool.query(NEW_TABLE);
  });
  afterAll(async () => {
    await closed.drop();
    await open.drop();
  });

  it("grants nothing on a new table by default", async () => {
    expect(await mayRead(closed, "anon")).toBe(false);
    expect(await mayRead(closed, "authenticated")).toBe(false);
    expect(await mayRead(closed, "service_role")).toBe(false);
  });

  it("grants all on a new table with the `open` defaults of older projects", async () => {
    expect(await mayRead(open, "anon")).toBe(true);
    expect(await mayRead(open, "service_role")).toBe(true);
  });

  it("runs migrations as a role that is no superuser", async () => {
    const { rows } = await closed.pool.query(
      "select current_user, rolsuper from pg_roles where rolname = current_user",
    );
    expect(rows).toEqual([{ current_user: "postgres", rolsuper: false }]);
  });

  it("lets the migrations' role write policies on realtime.messages", async () => {
    const policy = `create policy "a reader" on realtime.messages for select to authenticated using (false)`;
    await expect(closed.pool.query(policy)).resolves.toBeDefined();
  });

  it("gives auth.uid() the caller within actAs, and resets the role afterwards", async () => {
    const id = await createUser(closed.pool);
    const seen = await actAs(closed.pool, id, "authenticated", async (client) => {
      const { rows } = await client.query<{ uid: string; role: string }>(
        "select auth.uid() as uid, current_user as role",
      );
      return rows[0];
    });
    expect(seen).toEqual({ uid: id, role: "authenticated" });
    const after = await closed.pool.query<{ role: string }>("select current_user as role");
    expect(after.rows[0]?.role).toBe("postgres");
  });
});
