import type { Asked } from "@/lib/leads/asked";
import { readQuery } from "@/lib/leads/query";
import { panelNames } from "@/lib/vocabulary/panels";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { generateKeyPair, SignJWT } from "jose";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

/** A platform that refuses connections, takes them and says nothing, or answers 503, as a gateway does. */
type Fault = "refused" | "hanging" | 503;
const faults: Fault[] = ["refused", "hanging", 503];

/** Given to each client instead of the two seconds of a page: what hangs ends by it, and by nothing else. */
const limitMs = 300;

let server: Server;
let asked = 0;

async function platformWith(fault: Fault) {
  server = createServer((_, response) => {
    if (fault === 503) response.writeHead(503, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  if (fault === "refused") await new Promise((resolve) => server.close(resolve));
  vi.stubEnv("SUPABASE_URL", `http://127.0.0.1:${port}`);
  const send = globalThis.fetch;
  vi.stubGlobal("fetch", (...given: Parameters<typeof fetch>) => {
    // A request whose signal has ended goes nowhere.
    if (!given[1]?.signal?.aborted) asked += 1;
    return send(...given);
  });
}

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "publishable");
  vi.stubEnv("SUPABASE_SECRET_KEY", "secret");
  asked = 0;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const keys = () => generateKeyPair("RS256");
const project = "5f0f4b9e-3b55-4d5a-9a51-3f9f6a1d2b11";
const person = async () => (await import("@/lib/supabase/session")).personClient("token", limitMs);

const dashboard: Asked = {
  panels: [...panelNames],
  period: { preset: "today", from: "", to: "" },
  zone: "UTC",
  weekStart: 1,
  own: {},
};

/** Each read of a page or a route, by its store. */
const reads: { [name: string]: () => Promise<unknown> } = {
  bootstrap: async () => {
    const { dataOf } = await import("@/lib/supabase/refusal");
    return dataOf(await (await person()).rpc("get_bootstrap", {}));
  },
  "figures of the dashboard": async () =>
    (await import("@/lib/leads/figures/store"))
      .createFiguresStore(await person())
      .panels(project, dashboard, 0),
  "list of leads": async () =>
    (await import("@/lib/leads/store")).createLeadsStore(await person()).list(project, readQuery({}), null),
  "leads by a text": async () => (await import("@/lib/leads/find/store")).findLeads(await person(), "dana"),
  "one lead": async () =>
    (await import("@/lib/leads/store")).createLeadsStore(await person()).detail(project),
  "times of a team": async () =>
    (await import("@/lib/leads/team-times/store")).readTeamTimes(await person(), project, "", ""),
  "apps of projects": async () =>
    (await import("@/lib/integrations/project-apps/store")).readProjectApps(await person()),
  settings: async () =>
    (await import("@/lib/settings/store")).createSettingsStore(await person()).readSettings(null),
  "bell's catching up": async () =>
    (await import("@/lib/notifications/store")).createNotificationStore(await person()).read(0),
  "fate of a notification": async () =>
    (await import("@/lib/notifications/delivery/report/store")).readFates(await person(), project),
  activity: async () =>
    (await import("@/lib/audit/store")).createAuditStore(await person()).events({
      section: undefined,
      source: undefined,
      setting: undefined,
    }),
  "settings as they were": async () =>
    (await import("@/lib/audit/store")).createAuditStore(await person()).asOf("2026-11-29T00:00:00Z"),
  "part of a person's file": async () =>
    (await import("@/lib/account/store")).readOwnData(await person(), "settings_history", 0),
  "state of the session": async () =>
    (await import("@/lib/session/store")).createSessionStore(await person()).readState(project),
};

describe.each(faults)("a platform that is %s", (fault) => {
  it.each(Object.keys(reads))("is asked once for the %s, and given up at the limit", async (name) => {
    await platformWith(fault);
    await expect(reads[name]?.()).rejects.toThrow();
    expect(asked).toBe(1);
  });

  it.each([
    ["a refresh may take", "a secret of thirty-two characters"],
    ["the platform's keys may take, which are asked for once", ""],
  ])("ends by the limit that %s", async (_, JWT_SECRET) => {
    await platformWith(fault);
    vi.stubEnv("SUPABASE_JWT_SECRET", JWT_SECRET);
    const { refreshTokens } = await import("@/lib/auth-refresh");
    const { cookieName } = await import("@/lib/env");
    const access_token = await new SignJWT({ sub: project, role: "authenticated" })
      .setProtectedHeader({ alg: JWT_SECRET ? "HS256" : "RS256", typ: "JWT", kid: "any" })
      .setExpirationTime(1)
      .sign(JWT_SECRET ? new TextEncoder().encode(JWT_SECRET) : (await keys()).privateKey);
    const tokens = { access_token, refresh_token: "r", expires_at: 1, token_type: "bearer", expires_in: 1 };
    const value = `base64-${Buffer.from(JSON.stringify(tokens)).toString("base64url")}`;
    expect(
      await refreshTokens([{ name: cookieName("auth"), value }], Date.now(), { address: null, device: "" }),
    ).toBeNull();
    if (!JWT_SECRET) expect(asked).toBe(1);
  });

  it("ends the look at the health of the app by its limit, with one request of each part", async () => {
    await platformWith(fault);
    const { checkHealth } = await import("@/lib/health/health");
    expect(await checkHealth()).toMatchObject({
      auth: "down",
      database: "down",
      realtime: "down",
      faults: null,
    });
    expect(asked).toBe(4);
  });
});

it("every route that reads goes through the one that has a limit", () => {
  const routes = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("route.ts"))
    .map((name) => [name, readFileSync(`${import.meta.dirname}/${name}`, "utf8")] as const);
  const without = routes.filter(([, source]) => !/\bread(File)?Route\(/.test(source)).map(([name]) => name);
  // They have limits of their own (above): the health of the app, and each part of a person's file.
  // Webhooks and jobs read nothing for a person, and tell the database within a limit of their own; the links of messages
  // change one switch or one answer, a browser tells of its push subscription, a provider sends people back to be connected,
  // and a calendar program reads without a sign-in, each within a limit too.
  const reading = without.filter(
    (name) => !/^(webhooks|cron|unsubscribe|meeting-answers|push|integrations|calendar)\//.test(name),
  );
  expect(reading.sort()).toEqual(["account/data/route.ts", "health/route.ts"]);
  const waits = readFileSync(`${import.meta.dirname}/../../lib/read-route.ts`, "utf8").match(
    /\baction\([^)]*\)/g,
  );
  expect(waits).toEqual(Array(2).fill("action(schema, handler, readTimeoutMs)"));
});
