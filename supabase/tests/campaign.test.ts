import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { runCampaign } from "./campaign";
import { auditCampaign } from "./campaign-audit";

/** `CAMPAIGN_SCALE=40` is the full campaign: 8 writers, 2,000 patches each, on 50 documents. */
const scale = Number(process.env.CAMPAIGN_SCALE ?? "1");
const size = { documents: 50, writers: 8, patches: 50 * scale, seed: 20261122 };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it(
  `${size.writers} writers with ${size.patches} patches each lose no update, apply no operation twice and record every change once`,
  { timeout: 60_000 + 20_000 * scale },
  async () => {
    const log = await runCampaign(database.pool, size);
    expect(log.operations).toHaveLength(size.writers * size.patches);
    expect(log.operations.filter(({ repeats }) => repeats.length > 0).length).toBeGreaterThan(20);
    expect(log.reused.length).toBeGreaterThan(0);
    expect(new Set(log.reused)).toEqual(new Set(["PT422"]));
    expect(await auditCampaign(database.pool, log)).toEqual([]);
  },
);

it("the audit of a campaign notices a lost update", async () => {
  const log = await runCampaign(database.pool, { documents: 2, writers: 2, patches: 10, seed: 7 });
  await database.pool.query("alter table public.user_dashboard_settings disable trigger user");
  const lose = `update public.user_dashboard_settings set widget_visibility = '{"metrics": "lost"}' where user_id = $1`;
  await database.pool.query(lose, [log.operations[0]?.document.userId]);
  await database.pool.query("alter table public.user_dashboard_settings enable trigger user");
  expect(await auditCampaign(database.pool, log)).not.toEqual([]);
});
