import { createHash } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actAs } from "@/local/test-people";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
});
afterAll(() => database.drop());

const key = (value: string) => createHash("sha256").update(value).digest("hex");

type Attempt = { deed?: string; address?: string | null; account?: string | null };

/** Seconds to wait; 0: go on. */
async function attempt({ deed = "sign_in", address = null, account = null }: Attempt): Promise<number> {
  const hashed = [address, account].map((value) => (value === null ? null : key(value)));
  const { rows } = await pool.query("select public.take_sign_in_attempt($1, $2, $3) as wait", [
    deed,
    ...hashed,
  ]);
  return rows[0].wait;
}

const times = <T>(count: number, deed: () => Promise<T>) => Promise.all(Array.from({ length: count }, deed));

describe("attempts to sign in", () => {
  it("on one account are ten at once, however many servers ask, then say when to come again", async () => {
    const waits = await times(40, () => attempt({ account: "dana" }));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(10);
    const refused = waits.filter((wait) => wait > 0);
    expect(Math.max(...refused)).toBeLessThanOrEqual(90);
    expect(Math.min(...refused)).toBeGreaterThan(80);
  });

  it("come back one by one, and none is lost by trying too early", async () => {
    await times(15, () => attempt({ account: "early" }));
    await pool.query("update private.sign_in_attempts set spent_until = spent_until - interval '91 seconds'");
    expect(await attempt({ account: "early" })).toBe(0);
    expect(await attempt({ account: "early" })).toBeGreaterThan(0);
  });

  it("from one address are counted over all accounts, and also where the account refuses", async () => {
    const waits = await times(60, () => attempt({ address: "office", account: "one of many" }));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(10);
    const others = await Promise.all(
      Array.from({ length: 60 }, (_, index) => attempt({ address: "office", account: `other ${index}` })),
    );
    expect(others.filter((wait) => wait === 0)).toHaveLength(40);
    expect(await attempt({ address: "home", account: "other 59" })).toBe(0);
  });

  it("of another kind are counted apart", async () => {
    await times(10, () => attempt({ account: "apart" }));
    expect(await attempt({ account: "apart" })).toBeGreaterThan(0);
    expect(await attempt({ deed: "reset", account: "apart" })).toBe(0);
  });

  it("are forgiven to whoever has signed in", async () => {
    await times(10, () => attempt({ account: "forgiven" }));
    await pool.query("select public.forgive_sign_in_attempts($1)", [key("forgiven")]);
    expect(await attempt({ account: "forgiven" })).toBe(0);
  });

  it("are forgotten by the daily job once they no longer count, and not before", async () => {
    await pool.query("delete from private.sign_in_attempts");
    await attempt({ account: "yesterday" });
    await attempt({ account: "now" });
    await pool.query(
      "update private.sign_in_attempts set spent_until = now() - interval '1 day' where key = $1",
      [Buffer.from(key("yesterday"), "hex")],
    );
    await pool.query("select private.prune_operations()");
    const { rows } = await pool.query("select encode(key, 'hex') as key from private.sign_in_attempts");
    expect(rows).toEqual([{ key: key("now") }]);
  });

  it("obey an operator's own figure", async () => {
    await pool.query(
      "update private.sign_in_limits set most = 1, period = '1 hour' where name = 'sign_up:account'",
    );
    expect(await attempt({ deed: "sign_up", account: "operator" })).toBe(0);
    expect(await attempt({ deed: "sign_up", account: "operator" })).toBeGreaterThan(3_500);
  });

  it("are counted for the server alone: nobody else can spend another's", async () => {
    for (const role of ["anon", "authenticated"] as const)
      await expect(
        actAs(pool, null, role, (client) =>
          client.query("select public.take_sign_in_attempt('sign_in', null, $1)", [key("victim")]),
        ),
      ).rejects.toMatchObject({ code: "42501" });
    await actAs(pool, null, "service_role", async (client) => {
      await client.query("select public.take_sign_in_attempt('sign_in', null, $1)", [key("victim")]);
      await client.query("select public.forgive_sign_in_attempts($1)", [key("victim")]);
    });
  });

  it.each([
    ["delete", key("a"), key("b")],
    ["sign_in", "192.0.2.1", null],
    ["sign_in", null, "dana@example.com"],
  ])("with anything readable in place of a hash are refused: %s %s %s", async (deed, address, account) => {
    const asked = pool.query("select public.take_sign_in_attempt($1, $2, $3)", [deed, address, account]);
    await expect(asked).rejects.toMatchObject({ code: "PT400" });
  });
});
