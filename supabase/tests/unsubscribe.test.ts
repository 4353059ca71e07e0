import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { actAs, becomeCaller, createUser } from "@/local/test-people";
import { eventsOf, patchSettings } from "./settings-client";

let database: TestDatabase;
let pool: pg.Pool;
let person: string;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
});
afterAll(() => database.drop());
beforeEach(async () => void (person = await createUser(pool)));

/** As the app's server, in a transaction of its own that is kept. */
async function unsubscribe(channel: string | null, category: string | null, undo = false, who = person) {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await becomeCaller(client, null, "service_role");
    const { rows } = await client.query("select public.unsubscribe($1, $2, $3, $4) as version", [
      who,
      channel,
      category,
      undo,
    ]);
    await client.query("commit");
    return rows[0].version;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

const stored = async (column = "email_notifications") =>
  (
    await pool.query(`select ${column} as value from public.user_notification_settings where user_id = $1`, [
      person,
    ])
  ).rows[0]?.value;

describe("the link of a message", () => {
  it("turns its category off where the person has changed nothing yet, and that alone", async () => {
    expect(await unsubscribe("email", "leadUpdates")).toBe(1);
    expect(await stored()).toEqual({ leadUpdates: false });
    for (const column of ["push_notifications", "sms_notifications", "in_app_notifications"])
      expect(await stored(column)).toEqual({});
  });

  it("leaves everything else that the person chose", async () => {
    await patchSettings(pool, person, {
      section: "notifications",
      patch: { email_notifications: { frequency: "daily" }, push_notifications: { leadUpdates: true } },
    });
    await unsubscribe("email", "heatProgressions");
    expect(await stored()).toEqual({ frequency: "daily", heatProgressions: false });
    expect(await stored("push_notifications")).toEqual({ leadUpdates: true });
  });

  it("pressed again changes nothing, and is recorded once, as a link, by nobody that is known", async () => {
    await Promise.all([1, 2, 3].map(() => unsubscribe("sms", "leadUpdates")));
    expect(await unsubscribe("sms", "leadUpdates")).toBe(1);
    expect(await eventsOf(pool, person)).toEqual([
      {
        path: "sms_notifications.leadUpdates",
        before: null,
        after: false,
        source: "link",
        op_id: null,
        device: null,
        actor: null,
        version: 1,
      },
    ]);
  });

  it("turns it on again", async () => {
    await unsubscribe("email", "leadUpdates");
    expect(await unsubscribe("email", "leadUpdates", true)).toBe(2);
    expect(await stored()).toEqual({ leadUpdates: true });
  });

  it("is not named as the source of a later write in the same transaction", async () => {
    await actAs(pool, null, "service_role", async (client) => {
      await client.query("select public.unsubscribe($1, 'email', 'leadUpdates')", [person]);
      await client.query(
        `update public.user_notification_settings set email_notifications = '{"frequency": "daily"}' where user_id = $1`,
        [person],
      );
      const { rows } = await client.query(
        "select distinct source from public.settings_events where owner = $1 order by source",
        [person],
      );
      expect(rows).toEqual([{ source: "link" }, { source: "system" }]);
    });
  });

  it.each([
    ["inApp", "leadUpdates", "channel"],
    ["email; drop", "leadUpdates", "channel"],
    [null, "leadUpdates", "channel"],
    ["email", "frequency", "category"],
    ["email", "security", "category"],
    ["email", "__proto__", "category"],
    ["email", null, "category"],
  ])("of %s and %s is refused, with the part that is wrong", async (channel, category, detail) => {
    await expect(unsubscribe(channel, category)).rejects.toMatchObject({ code: "PT400", detail });
    expect(await stored()).toBeUndefined();
  });

  it("of an account that is gone is refused", async () => {
    const gone = unsubscribe("email", "leadUpdates", false, randomUUID());
    await expect(gone).rejects.toMatchObject({ code: "PT404", detail: "user_id" });
  });

  it("has a limit of its own, and costs nothing of the person's", async () => {
    for (let n = 0; n < 30; n += 1) await unsubscribe("email", "leadUpdates", n % 2 === 1);
    await expect(unsubscribe("email", "leadUpdates")).rejects.toMatchObject({ code: "PT429" });
    const { rows } = await pool.query("select name from private.rate_counters where user_id = $1", [person]);
    expect(rows).toEqual([{ name: "links" }]);
  });

  it.each(["anon", "authenticated"] as const)("is nothing that %s may follow by the API", async (role) => {
    const asked = actAs(pool, role === "anon" ? null : person, role, (client) =>
      client.query("select public.unsubscribe($1, 'email', 'leadUpdates')", [person]),
    );
    await expect(asked).rejects.toMatchObject({ code: "42501" });
  });
});
