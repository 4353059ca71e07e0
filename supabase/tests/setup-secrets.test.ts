import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isJsonObject, type Json } from "@/lib/settings/json";
import type { TestDatabase } from "@/local/test-database";
import { actAs } from "@/local/test-people";
import { createOvenai } from "./ovenai/database";
import type { Ovenai } from "./ovenai/fill";
import { secretMark } from "./ovenai/fill-integrations";
import { fiveTables } from "./older-tables";
import { majorsOfThisRun, startBench, type Bench } from "./setup-database";
import { install, type Reported } from "./setup-install";

/** In a column where keys that we do not know stay. */
const planted = {
  theme: "dark",
  pat: `${secretMark}pat-elsewhere`,
  plugin: {
    color: "blue",
    auth: { x: `${secretMark}auth` },
    accounts: [{ name: "a", bearer: `${secretMark}bearer` }, { access_token: `${secretMark}listed` }],
  },
};

describe.each(majorsOfThisRun)("on PostgreSQL %s, secrets that integration settings held", (major) => {
  let bench: Bench;
  let database: TestDatabase;
  let ovenai: Ovenai;
  let reported: Reported[];
  /** Tables of OvenAI, such as its credentials: what they show to whom is theirs to say. */
  let theirs: string[];
  beforeAll(async () => {
    bench = await startBench(major);
    ({ database, ovenai } = await createOvenai(bench));
    theirs = (await publicRelations("true")).filter(
      (relation) => !fiveTables.some((ours) => ours === relation),
    );
    await database.pool.query(
      "update public.user_app_preferences set interface_settings = $2 where user_id = $1",
      [ovenai.people.staff, JSON.stringify(planted)],
    );
    reported = await install(database);
  });
  afterAll(() => bench.close());

  const publicRelations = async (condition: string): Promise<string[]> =>
    (
      await database.pool.query<{ relname: string }>(
        `select c.relname from pg_catalog.pg_class c where c.relnamespace = 'public'::regnamespace
         and c.relkind in ('r', 'v', 'm', 'p') and ${condition}`,
      )
    ).rows.map(({ relname }) => relname);

  const storedBy = async (person: string): Promise<Json> =>
    (
      await database.pool.query(
        "select integration_settings as it from public.user_app_preferences where user_id = $1",
        [person],
      )
    ).rows[0]?.it;

  it("are in no table of ours, whoever reads it", async () => {
    for (const table of fiveTables) {
      const { rows } = await database.pool.query(
        `select to_jsonb(t) from public.${table} t where to_jsonb(t)::text like $1`,
        [`%${secretMark}%`],
      );
      expect(rows, table).toEqual([]);
    }
  });

  // A device's snapshot is the page's rows as they came, and an export is what the person may select.
  it("reach nobody: not by the page and its snapshot on the device, and not by an export of all that they may read", async () => {
    const readable = (await publicRelations("has_table_privilege('authenticated', c.oid, 'select')")).filter(
      (relation) => !theirs.includes(relation),
    );
    expect(readable).toEqual(expect.arrayContaining([...fiveTables, "settings_events"]));
    const everything = ["select public.get_bootstrap(null)::text as it"].concat(
      readable.map((relation) => `select to_jsonb(t)::text as it from public.${relation} t`),
    );
    for (const [name, person] of Object.entries(ovenai.people))
      await actAs(database.pool, person, "authenticated", async (client) => {
        for (const query of everything) {
          const { rows } = await client.query<{ it: string }>(query);
          const shown = rows.filter(({ it: row }) => row.includes(secretMark));
          expect(shown, `${name}: ${query}`).toEqual([]);
        }
      });
  });

  it("leave declared settings only, at every depth, whatever the others are called", async () => {
    expect(await storedBy(ovenai.people.oauth)).toEqual({
      calendly: { enabled: true },
      whatsapp: { messageSync: false },
      email: { provider: "smtp" },
    });
    expect(await storedBy(ovenai.people.pat)).toEqual({ calendly: { enabled: true } });
    expect(await storedBy(ovenai.people.disconnected)).toEqual({});
    const schema = await database.pool.query(
      "select private.settings_schema() #> '{preferences,integration_settings}' as it",
    );
    const { rows } = await database.pool.query<{ it: Json }>(
      "select integration_settings as it from public.user_app_preferences",
    );
    for (const { it: stored } of rows) expect(undeclared(stored, schema.rows[0]?.it)).toEqual([]);
  });

  it("leave other keys that we do not know where they were, without those that are secret", async () => {
    const { rows } = await database.pool.query(
      "select interface_settings as it from public.user_app_preferences where user_id = $1",
      [ovenai.people.staff],
    );
    expect(rows[0]?.it).toEqual({
      theme: "dark",
      plugin: { color: "blue", accounts: [{ name: "a" }, {}] },
    });
  });

  it("stay in the kept rows of their person, which no role of the API reads", async () => {
    const { rows } = await database.pool.query(
      "select content::text as it from kept_by_setup.rows where user_id = $1 and relation = 'public.user_app_preferences'",
      [ovenai.people.pat],
    );
    for (const place of ["pat", "pat-user-uri", "pat-scheduling-url", "pat-name", "pat-email"])
      expect(rows[0]?.it).toContain(`"${secretMark}${place}"`);
    for (const role of ["anon", "authenticated", "service_role"] as const)
      await expect(
        actAs(database.pool, ovenai.people.pat, role, (client) =>
          client.query("select from kept_by_setup.rows"),
        ),
      ).rejects.toThrow("permission denied");
  });

  it("are missed by connections that the report counts: who was connected connects anew", async () => {
    const said = reported.map((line) => [line["what was done"], Number(line["how many"])]);
    expect(said.filter(([what]) => String(what).includes("anew"))).toEqual([
      ["Calendly: to connect anew", 2],
      ["Email: to connect anew", 1],
      ["WhatsApp: to connect anew", 1],
    ]);
    const again = await install(database);
    expect(again.filter((line) => line["what was done"].includes("anew"))).toEqual([]);
  });
});

/** The paths of a document that the schema does not declare. */
function undeclared(document: Json, node: Json | undefined, path = ""): string[] {
  if (isJsonObject(node) && "leaf" in node) return [];
  if (!isJsonObject(node) || !isJsonObject(document)) return [path];
  const { keys } = node;
  return Object.entries(document).flatMap(([key, value]) =>
    undeclared(value, isJsonObject(keys) ? keys[key] : undefined, `${path}.${key}`),
  );
}
