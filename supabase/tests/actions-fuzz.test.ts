import { readdir } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { JsonObject } from "@/lib/settings/json";
import type { Supabase } from "@/local/supabase/supabase";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { issueToken, startTestSupabase } from "@/local/test-supabase";
import { root } from "@/scripts/root";
import { spoiled } from "./spoiled";
import { createWorld, type World } from "./world";

const cookieJar = new Map<string, string>();
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => {
      const value = cookieJar.get(name);
      return value === undefined ? undefined : { name, value };
    },
    getAll: () => [...cookieJar].map(([name, value]) => ({ name, value })),
    set: () => undefined,
    delete: () => undefined,
  }),
  headers: async () => new Headers({ host: "localhost:3000" }),
}));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

const full = process.env.CAMPAIGN_RUNS;
const runs = full ? { numRuns: Number(full) } : { numRuns: 25, seed: 2026 };

let database: TestDatabase;
let supabase: Supabase;
let world: World;
let foreignLeadId: string;
let theirNotifications: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  world = await createWorld(database.pool);
  supabase = await startTestSupabase(database);
  const lead = await database.pool.query(
    "insert into public.leads (project_id, name) values ($1, 'Far away') returning id",
    [world.foreignProjectId],
  );
  foreignLeadId = lead.rows[0].id;
  const theirs = await database.pool.query("select id from public.notifications where user_id = $1", [
    world.people.exMember,
  ]);
  theirNotifications = theirs.rows.map(({ id }) => id);
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_URL", supabase.url);
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY", supabase.keys.publishable);
  vi.stubEnv("SUPABASE_JWT_SECRET", supabase.keys.jwtSecret);
  const session = { access_token: await issueToken(world.people.owner), refresh_token: "none" };
  cookieJar.set("ovenai-auth", `base64-${Buffer.from(JSON.stringify(session)).toString("base64url")}`);
  cookieJar.set("ovenai-device", "0b0b0b0b-0000-4000-8000-00000000000d");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await supabase.stop();
  await database.drop();
});

type Action = (input: unknown) => Promise<unknown>;
const answer = z.object({ ok: z.boolean() });
const uuid = "0b0b0b0b-0000-4000-8000-000000000001";
const email = "nobody@test.local";
const password = "a password of nobody";

/** By action, an input it would take; null: it takes none. */
const inputs: Record<string, (() => JsonObject) | null> = {
  signIn: () => ({ email, password }),
  signUp: () => ({ name: "Nobody", email, password }),
  signOut: null,
  requestPasswordReset: () => ({ email }),
  openMailLink: () => ({ token_hash: "unknown", type: "email" }),
  setPassword: () => ({ password }),
  createWorkspace: () => ({ name: "Acme", project: "Main" }),
  renderAnew: null,
  changeLeadHeat: () => ({ leadId: world.leadId, heat: "hot" }),
  setBantMark: () => ({ leadId: world.leadId, mark: "budget", known: true }),
  markNotificationsRead: () => ({ userId: world.people.owner, ids: [uuid], read: true }),
  saveSessionState: () => ({
    userId: world.people.owner,
    patch: { current_context: { path: "/leads" }, ui_state: { openPanels: { debug: true } } },
  }),
  patchSettings: () => ({
    userId: world.people.owner,
    section: "notifications",
    projectId: null,
    patch: {
      email_notifications: { meetingReminders: false },
      notification_schedule: {
        quietHours: { enabled: true, start: "21:00", end: "07:00", urgentPasses: false },
      },
    },
    base: { "email_notifications.meetingReminders": true },
    opId: uuid,
    source: "ui",
  }),
};

async function loadActions(): Promise<Map<string, Action>> {
  const files = (await readdir(join(root, "app/actions"))).map((file) => file.replace(/\.ts$/, ""));
  const modules = await Promise.all(files.map((file) => import(`../../app/actions/${file}.ts`)));
  return new Map(modules.flatMap((module): [string, Action][] => Object.entries(module)));
}

/** Every row of every table, as one word; but for the count of how often somebody asked. */
async function everything(): Promise<string> {
  const { rows } = await database.pool.query<{ digest: string }>(`
    select md5(string_agg(t.name || coalesce((xpath('/row/d/text()', query_to_xml(
      format('select md5(string_agg(r::text, %L order by r::text)) as d from %s r', '|', t.name), false, true, ''
    )))[1]::text, ''), '|' order by t.name)) as digest
    from (
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where (schemaname in ('public', 'private') and tablename <> 'rate_counters') or (schemaname = 'auth' and tablename in ('users', 'sessions'))
    ) t`);
  return rows[0]?.digest ?? "";
}

/** What only the inside knows. */
const inside =
  /\b(select|insert into|update \w+ set|relation|constraint|violates|syntax error|pg_|plpgsql|sqlstate)\b|\.(ts|js|sql):\d|node_modules|\n\s+at /i;

describe("an action", () => {
  it("is listed here with an input it would take", async () => {
    expect([...(await loadActions()).keys()].toSorted()).toEqual(Object.keys(inputs).toSorted());
  });

  it.each(Object.keys(inputs).filter((name) => inputs[name]))(
    "refuses whatever is not its input, changes nothing and tells nothing of the inside: %s",
    async (name) => {
      const action = (await loadActions()).get(name);
      const input = inputs[name]?.();
      if (!action || !input) throw new Error(`no ${name}`);
      const before = await everything();
      const isFree = (path: readonly string[]) => path.join(".").startsWith("base.");
      await fc.assert(
        fc.asyncProperty(spoiled(input, isFree), async (bad) => {
          const answered = await action(bad);
          const text = JSON.stringify(answered);
          expect(answer.parse(answered).ok).toBe(false);
          expect(text.length).toBeLessThan(400);
          expect(text).not.toMatch(inside);
        }),
        runs,
      );
      for (const nothing of [undefined, null, "", 7, [], [input], new FormData(), () => input])
        expect(answer.parse(await action(nothing)).ok).toBe(false);
      expect(await everything()).toBe(before);
    },
    600_000,
  );

  it("reaches nothing of other people, whoever is named", async () => {
    const actions = await loadActions();
    const { people, foreignProjectId } = world;
    const of = (name: string) => inputs[name]?.() ?? {};
    const dashboard = {
      ...of("patchSettings"),
      section: "dashboard",
      patch: { widget_visibility: { metrics: true } },
      base: {},
    };
    const attempts: [string, JsonObject][] = [
      ["patchSettings", { ...of("patchSettings"), userId: people.stranger }],
      ["patchSettings", { ...dashboard, projectId: foreignProjectId }],
      ["patchSettings", { ...dashboard, projectId: uuid }],
      ["saveSessionState", { ...of("saveSessionState"), userId: people.stranger }],
      ["markNotificationsRead", { ...of("markNotificationsRead"), userId: people.exMember }],
      ["markNotificationsRead", { ...of("markNotificationsRead"), ids: theirNotifications }],
      ["changeLeadHeat", { ...of("changeLeadHeat"), leadId: foreignLeadId }],
      ["setBantMark", { ...of("setBantMark"), leadId: foreignLeadId }],
    ];
    const before = await everything();
    for (const [name, input] of attempts) {
      const text = JSON.stringify(await actions.get(name)?.(input));
      expect(text, `${name} ${JSON.stringify(input)}`).not.toMatch(inside);
    }
    expect(await everything()).toBe(before);
  });

  it("would have taken each of these inputs unspoiled", async () => {
    const [actions, before] = [await loadActions(), await everything()];
    for (const name of [
      "changeLeadHeat",
      "setBantMark",
      "markNotificationsRead",
      "saveSessionState",
      "patchSettings",
    ])
      expect(await actions.get(name)?.(inputs[name]?.()), name).toMatchObject({ ok: true });
    expect(await everything()).not.toBe(before);
  });
});
