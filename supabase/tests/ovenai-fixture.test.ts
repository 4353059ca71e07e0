import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestDatabase } from "@/local/test-database";
import { readCatalogue, type Catalogue } from "./catalogue";
import { createOvenai } from "./ovenai/database";
import type { Ovenai } from "./ovenai/fill";
import { secretMark } from "./ovenai/fill-integrations";
import { linksTo } from "./ovenai/fill-notifications";
import { runProgram } from "./ovenai/program";
import { programs } from "./ovenai/programs";
import * as promised from "./ovenai/promised";
import {
  bantStatuses,
  leadStates,
  leadStatuses,
  memberRoles,
  metadataCategories,
  metadataPriorities,
  processingStates,
  typeOfEvent,
} from "./ovenai/words";
import { majorsOfThisRun, startBench, type Bench } from "./setup-database";

describe.each(majorsOfThisRun)("on PostgreSQL %s, an existing OvenAI database", (major) => {
  let bench: Bench;
  let database: TestDatabase;
  let catalogue: Catalogue;
  let ovenai: Ovenai;
  beforeAll(async () => {
    bench = await startBench(major);
    ({ database, ovenai } = await createOvenai(bench));
    catalogue = await readCatalogue(database.pool);
  });
  afterAll(() => bench.close());

  const valuesOf = async (sql: string, values: unknown[] = []): Promise<unknown[]> =>
    (await database.pool.query({ text: sql, values, rowMode: "array" })).rows.map(([value]) => value);
  const countOf = async (sql: string, values: unknown[] = []) =>
    Number((await valuesOf(`select count(*) from ${sql}`, values))[0]);
  /** The words of a column, null among them where a row has none. */
  const wordsOf = async (column: string, table: string) =>
    new Set(await valuesOf(`select distinct ${column} from public.${table}`));

  describe("is built with", () => {
    it("the keys and checks by which its programs name them, and foreign keys with its rules of deleting", () => {
      expect(catalogue.constraints).toEqual(expect.arrayContaining([...promised.constraints]));
    });

    it("primary keys on id alone, on the tables of members, too", () => {
      const keys = catalogue.constraints.filter((line) => line.includes("PRIMARY KEY"));
      expect(keys).toHaveLength(22);
      expect(keys.filter((line) => !/^public\.(\w+) \1_pkey: PRIMARY KEY \(id\)$/.test(line))).toEqual([]);
    });

    it("its indexes, and none on the key of a session", () => {
      expect(catalogue.indexes).toEqual(expect.arrayContaining([...promised.indexes]));
      expect(catalogue.indexes.filter((line) => /UNIQUE.*\(.*session_id/.test(line))).toEqual([]);
    });

    it("its triggers: members, validation, outbound calls, the time of a change", () => {
      const triggers = catalogue.triggers.map((line) =>
        line.replace(
          /^CREATE TRIGGER (\w+) (BEFORE|AFTER) (.+) ON (\S+) .* EXECUTE FUNCTION (\S+)\(\)/,
          "$4 $1: $2 $3, $5",
        ),
      );
      expect(triggers).toEqual(expect.arrayContaining([...promised.triggers]));
      expect(triggers.filter((line) => line.endsWith("public.update_updated_at_column"))).toHaveLength(12);
    });

    it("row-level security on every table, two policies on each of the four settings tables, everything granted", () => {
      const tables = catalogue.tables.filter((line) => line.includes(" table"));
      expect(tables.filter((line) => !line.endsWith("row-level security"))).toEqual([]);
      for (const table of promised.settingsTables)
        expect(catalogue.policies.filter((line) => line.startsWith(`public.${table} `))).toHaveLength(2);
      for (const role of ["anon", "authenticated", "service_role"])
        for (const verb of ["select", "insert", "update", "delete"])
          expect(
            catalogue.grants.filter((line) => line.endsWith(`: ${verb} to ${role}`)).length,
          ).toBeGreaterThan(tables.length);
    });
  });

  describe("is filled with", () => {
    it("leads of every status, state, BANT word and state of processing", async () => {
      expect(await wordsOf("status", "leads")).toEqual(new Set(leadStatuses));
      expect(await wordsOf("state", "leads")).toEqual(new Set([...leadStates, null]));
      expect(await wordsOf("bant_status", "leads")).toEqual(new Set([...bantStatuses, null]));
      expect(await wordsOf("processing_state", "leads")).toEqual(new Set(processingStates));
      expect(await wordsOf("requires_human_review", "leads")).toEqual(new Set([true, false, null]));
    });

    it("leads with and without a project and a client, in every combination, and one whose two disagree", async () => {
      const combinations = await valuesOf(
        "select distinct (client_id is null)::text || ' ' || (current_project_id is null) from public.leads order by 1",
      );
      expect(combinations).toEqual(["false false", "false true", "true false", "true true"]);
      expect(
        await countOf(
          "public.leads l join public.projects p on p.id = l.current_project_id where p.client_id <> l.client_id",
        ),
      ).toBe(1);
    });

    it("members of every role and of none, and several without a person in one client and one project", async () => {
      expect(await wordsOf("role", "client_members")).toEqual(new Set([...memberRoles, null]));
      expect(await wordsOf("role", "project_members")).toEqual(new Set(["OWNER", "ADMIN", "MEMBER"]));
      const without = "where user_id is null group by";
      expect(
        await valuesOf(`select count(*)::int from public.client_members ${without} client_id order by 1`),
      ).toEqual([1, 2, 3]);
      expect(
        await valuesOf(`select distinct count(*)::int from public.project_members ${without} project_id`),
      ).toEqual([2]);
    });

    it("a client of 255 letters, and one that no update reaches", async () => {
      expect(await valuesOf("select max(length(name)) from public.clients")).toEqual([255]);
      const update = "update public.clients set updated_at = now() where id = $1";
      await expect(database.pool.query(update, [ovenai.clients.bare])).rejects.toMatchObject({
        code: "P0001",
      });
    });

    it("notifications of every type, event, category and priority, and links that name a person", async () => {
      const types = ["info", "success", "warning", "error", "lead", "message", "system", "meeting", null];
      expect(await wordsOf("type", "notifications")).toEqual(new Set(types));
      const metadata = (key: string) => wordsOf(`metadata ->> '${key}'`, "notifications");
      expect(await metadata("event_type")).toEqual(new Set([...Object.keys(typeOfEvent), null]));
      expect(await metadata("category")).toEqual(new Set([...metadataCategories, null]));
      expect(await metadata("priority")).toEqual(new Set([...metadataPriorities, null]));
      const links = [...(await wordsOf("action_url", "notifications"))];
      expect(links).toEqual(expect.arrayContaining(linksTo(ovenai.leads)));
      expect(await countOf("public.notifications where action_url ~ '[?](phone|search)='")).toBe(2);
    });

    it("secrets by place: in the settings of two people and in the credentials of two", async () => {
      const text = `to_jsonb(t)::text like '%${secretMark}%'`;
      expect(await countOf(`public.user_app_preferences t where ${text}`)).toBe(2);
      expect(await countOf("public.user_api_credentials")).toBe(
        await countOf(`public.user_api_credentials t where ${text}`),
      );
    });

    it("for one person a dashboard changed by hand that is older than untouched ones of the same scope", async () => {
      const newestFirst = await valuesOf(
        `select dashboard_preferences ->> 'defaultView' from public.user_dashboard_settings
         where user_id = $1 and client_id is null and project_id is null order by updated_at desc`,
        [ovenai.people.edited],
      );
      expect(newestFirst).toEqual(["enhanced", "enhanced", "minimal"]);
    });

    it("settings that are no documents: booleans, lists, texts and nulls", async () => {
      const kinds = (column: string, table: string) =>
        wordsOf(`coalesce(jsonb_typeof(${column}), 'nothing')`, table);
      expect(await kinds("data_preferences", "user_app_preferences")).toEqual(new Set(["object", "nothing"]));
      expect(await kinds("push_notifications", "user_notification_settings")).toEqual(
        new Set(["object", "boolean"]),
      );
      expect(await kinds("notification_schedule", "user_notification_settings")).toEqual(
        new Set(["object", "string"]),
      );
      expect(await kinds("widget_layout", "user_dashboard_settings")).toEqual(
        new Set(["array", "object", "nothing"]),
      );
    });

    it("a session with a dot in its id for everybody, and one outbound call for each row that was inserted", async () => {
      expect(
        await countOf(
          `auth.users u where not exists (select from public.user_session_state s
           where s.user_id = u.id and s.session_id ~ '^session-[0-9]+[.][0-9]+$')`,
        ),
      ).toBe(0);
      for (const table of ["clients", "projects", "leads", "conversations"])
        expect(await countOf("backend_mirror.outbound_calls where table_name = $1", [table])).toBe(
          await countOf(`public.${table}`),
        );
      expect(await countOf("public.sync_logs")).toBe(await countOf("backend_mirror.outbound_calls"));
    });
  });

  describe("is used by programs:", () => {
    for (const program of programs)
      it(program.name, async () => {
        expect(await runProgram(database.pool, ovenai, program)).toEqual(program.untouched);
      });
  });
});
