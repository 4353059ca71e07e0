import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { expect, vi } from "vitest";
import { startCalendly, type Calendly } from "@/local/providers/calendly/calendly";
import { bodyOf, listen, listener, type Reply } from "@/local/providers/http";
import { createTestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { startTestSupabase } from "@/local/test-supabase";
import { createUndo } from "@/local/undo";

export const keyOf = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;

type Ask = <T extends object>(sql: string, ...values: unknown[]) => Promise<T[]>;
type Service = Awaited<ReturnType<typeof loadService>>;

/** The environment is read once: it has to be told before. */
const loadService = async () => ({
  ...(await import("@/lib/integrations/service")),
  ...(await import("@/lib/integrations/connecting/service")),
});

/** The route of webhooks, as the app serves it. */
async function taken(request: IncomingMessage): Promise<Reply> {
  const { POST } = await import("@/app/api/webhooks/connections/[id]/route");
  const id = request.url?.split("/").at(-1) ?? "";
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  const body = new Uint8Array(await bodyOf(request));
  const told = new Request(`http://product${request.url}`, { method: "POST", headers, body });
  const { status } = await POST(told, { params: Promise.resolve({ id }) });
  return { status, body: "" };
}

/**
 * The product's own server side on a database of its own, with Calendly beside it, over HTTP in both directions. `keys`: by
 * which it keeps what opens accounts.
 */
export async function createIntegrationGround(keys = keyOf("first")) {
  const undo = createUndo();
  const database = await createTestDatabase();
  undo.add(database.drop);
  const supabase = await startTestSupabase(database);
  undo.add(supabase.stop);
  const product = await listen(createServer(listener((request) => taken(request))), 0);
  undo.add(product.stop);
  const site = `http://127.0.0.1:${product.port}`;
  const calendly = await startCalendly({
    port: 0,
    redirectUri: `${site}/api/integrations/calendly/callback`,
  });
  undo.add(calendly.stop);
  undo.add(async () => expect(calendly.state.unexpected).toEqual([]));
  undo.add(async () => void vi.unstubAllEnvs());
  for (const [name, value] of Object.entries({
    NEXT_PUBLIC_SUPABASE_URL: supabase.url,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: supabase.keys.publishable,
    SUPABASE_SECRET_KEY: supabase.keys.secret,
    SITE_URL: site,
    INTEGRATION_KEYS: keys,
    ...calendly.env,
    CALENDLY_WEBHOOK_SIGNING_KEY: `another,${calendly.env.CALENDLY_WEBHOOK_SIGNING_KEY}`,
  }))
    vi.stubEnv(name, value);
  // Tests press more often than people.
  await database.pool.query(
    "update private.rate_limits set per_minute = 1000, per_day = 9000 where name = 'integrations'",
  );
  const service = await loadService();
  const ask: Ask = async <T extends object>(sql: string, ...values: unknown[]) =>
    (await database.pool.query<T>(sql, values)).rows;
  /** What the ticker does. All that waits is due at once. */
  const run = () => service.runDueIntegrations();
  const makeDue = () =>
    ask("update public.integration_connections set due_at = now() where due_at is not null");
  const newPerson = () => personOf({ ask, calendly, service, makeUser: () => createUser(database.pool) });
  return { ask, calendly, database, makeDue, newPerson, run, service, site, supabase, stop: undo.all };
}

export type IntegrationGround = Awaited<ReturnType<typeof createIntegrationGround>>;

type PersonParts = Readonly<{ ask: Ask; calendly: Calendly; service: Service; makeUser(): Promise<string> }>;

/** A person in a project with one lead, who uses Calendly. `email` is that of the lead and of their own account there. */
async function personOf({ ask, calendly, service, makeUser }: PersonParts) {
  const userId = await makeUser();
  const [made] = await ask<{ project: string; lead: string }>(
    `with c as (insert into public.clients (name) values ('Acme') returning id),
     p as (insert into public.projects (client_id, name) select id, 'Main' from c returning id),
     m as (insert into public.project_members (project_id, user_id, role) select id, $1, 'admin' from p),
     l as (insert into public.leads (project_id, name, email, phone) select id, 'Dana', $1 || '@lead.test', '+972 50-234 5678'
       from p returning id, project_id)
     select project_id as project, id as lead from l`,
    userId,
  );
  await ask(
    `insert into public.user_app_preferences (user_id, integration_settings) values ($1, '{"calendly": {"enabled": true}}')`,
    userId,
  );
  if (!made) throw new Error("a lead was made");
  const host = `${userId}@host.test`;
  const connect = () => service.connectByKey(userId, "calendly", calendly.personalToken(host));
  const book = (days = 1, more: object = {}) =>
    calendly.bookings.book({
      host,
      email: `${userId}@lead.test`.toUpperCase(),
      name: "Dana",
      phone: null,
      start: new Date(Date.now() + days * 86_400_000).toISOString(),
      slug: "bant-qualification",
      mode: "normal",
      ...more,
    });
  const row = "select * from public.integration_connections where user_id = $1";
  const connection = async () => (await ask<Record<string, unknown>>(row, userId))[0];
  const meetings = () =>
    ask<{ status: string; starts_at: Date; sequence: number }>(
      "select status, starts_at, sequence from public.meetings where lead_id = $1 order by created_at",
      made.lead,
    );
  /** The kinds (and reasons) that the person was told, oldest first. */
  const told = async () =>
    (
      await ask<{ kind: string }>(
        `select params ->> 'kind' || coalesce(':' || (params ->> 'reason'), '') as kind from public.notifications
         where user_id = $1 and params ->> 'kind' <> 'lead.created' order by seq`,
        userId,
      )
    ).map(({ kind }) => kind);
  return { userId, host, ...made, connect, book, connection, meetings, told };
}
