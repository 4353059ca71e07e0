import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { advisorFindings } from "@/scripts/advisors";
import { playWorkload } from "@/scripts/workload";

describe("the advisors of Supabase, at level info", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await playWorkload(database.pool);
  });
  afterAll(() => database.drop());

  it("find nothing after the product's workload", async () => {
    expect(await advisorFindings(database.url)).toBe("");
  });

  it("would find an index that nothing uses, and a table without policies", async () => {
    await database.pool.query("create index idle_idx on public.leads (phone)");
    await database.pool.query("create table public.bare (id int primary key)");
    await database.pool.query("alter table public.bare enable row level security");
    const findings = await advisorFindings(database.url);
    expect(findings).toContain("idle_idx");
    expect(findings).toContain("rls_enabled_no_policy");
  });
});
