import { afterAll, beforeAll, expect, it } from "vitest";
import { stockClient } from "../test-supabase";
import { type RestFixture, startRestFixture } from "./rest-fixture";

/** Every grant in the database: on schemas, tables, columns and functions, and the default privileges. */
const GRANTS = `
  select 'schema' as kind, nspname as name, nspacl::text as acl from pg_namespace
  union all select 'table', oid::regclass::text, relacl::text from pg_class where relkind in ('r', 'v', 'S', 'p')
  union all select 'column', attrelid::regclass || '.' || attname, attacl::text from pg_attribute where attacl is not null
  union all select 'function', oid::regprocedure::text, proacl::text from pg_proc
  union all select 'default', defaclrole::regrole || ' ' || defaclnamespace::regnamespace || ' ' || defaclobjtype::text,
    defaclacl::text from pg_default_acl
  order by kind, name`;

let platform: RestFixture;
beforeAll(async () => void (platform = await startRestFixture()));
afterAll(() => platform.stop());

it("requests change no grant", async () => {
  const before = await platform.database.pool.query(GRANTS);
  const person = platform.anyone();
  const anonymous = stockClient(platform.supabase);
  await anonymous.auth.signUp({ email: "first@test.local", password: "long enough for us" });
  for (const client of [person, anonymous]) {
    for (const table of ["note", "closed"]) {
      await client.from(table).select();
      await client.from(table).insert({ body: "x" });
      await client.from(table).update({ body: "y" }).eq("id", 1);
      await client.from(table).delete().eq("id", 1);
    }
    await client.rpc("whoami");
  }
  const after = await platform.database.pool.query(GRANTS);
  expect(after.rows.length).toBeGreaterThan(100);
  expect(after.rows).toEqual(before.rows);
});
