import { createHmac, randomBytes } from "node:crypto";
import pg from "pg";
import { readEnv } from "../lib/env";
import { sealTokens } from "../lib/integrations/kept-tokens";
import { graphApp } from "../local/providers/graph/app";
import type { Platform } from "../local/start";

const account = "https://api.calendly.test/users/bench";
const hourMs = 3_600_000;

/** One webhook: where it goes, what it says, and the headers that prove it, or do not. */
export type Told = Readonly<{ path: string; body: string; headers: Readonly<Record<string, string>> }>;

export type Ground = Awaited<ReturnType<typeof createWebhookGround>>;

/** The demo's member with a Calendly and a WhatsApp number connected, and `leads` leads who book and write. */
export async function createWebhookGround(platform: Platform, leads: number) {
  const database = new pg.Client({ connectionString: platform.urls.db });
  await database.connect();
  const [calendly, key] = await connectCalendly(database, platform);
  await connectWhatsapp(database);
  await database.query(
    `insert into public.leads (project_id, name, email, phone)
     select m.project_id, 'Lead ' || n, 'lead-' || n || '@bench.test', '+97250' || 1000000 + n
     from generate_series(0, $1 - 1) n, auth.users u
     cross join lateral (select t.project_id from public.project_members t where t.user_id = u.id and t.role <> 'viewer' limit 1) m
     where u.email = 'member@demo.local'`,
    [leads],
  );
  await database.query("update private.rate_limits set per_minute = 1000000000, per_day = null");
  return { database, booking: bookingFor(calendly, key, leads), message: messageFor(leads) };
}

const member = "(select id from auth.users where email = 'member@demo.local')";

async function connectCalendly(database: pg.Client, platform: Platform): Promise<[string, string]> {
  const read = readEnv(platform.env);
  if (!read.ok) throw new Error("the platform has an environment");
  const webhookKey = randomBytes(32).toString("base64url");
  const { rows } = await database.query<{ id: string; user_id: string }>(
    `insert into public.integration_connections (user_id, provider, kind, account)
     values (${member}, 'calendly', 'personal', $1) returning id, user_id`,
    [{ id: account, name: "Bench", email: "bench@host.test", url: null }],
  );
  const [made] = rows;
  if (!made) throw new Error("a connection was made");
  const tokens = { accessToken: "none", refreshToken: null, expiresAt: null, scopes: null, webhookKey };
  const owner = { userId: made.user_id, provider: "calendly" };
  await database.query(
    "insert into private.integration_credentials (connection_id, tokens) values ($1, $2)",
    [made.id, sealTokens(read.env.integrationKeys, owner, tokens)],
  );
  await database.query(
    `insert into public.user_app_preferences as p (user_id, integration_settings)
     values (${member}, '{"calendly": {"enabled": true}, "whatsapp": {"enabled": true}}')
     on conflict (user_id) do update set integration_settings = excluded.integration_settings`,
  );
  return [made.id, webhookKey];
}

const number = "200000000000001";

const connectWhatsapp = (database: pg.Client) =>
  database.query(
    `with c as (insert into public.integration_connections (user_id, provider, kind)
       values (${member}, 'whatsapp', 'personal') returning id)
     insert into private.whatsapp_accounts (connection_id, account_id, phone_number_id) select id, 'bench', $1 from c`,
    [number],
  );

const bookingFor =
  (connection: string, key: string, leads: number) =>
  (at: number, isSigned: boolean): Told => {
    const now = Date.now();
    const start = now + (at + 1) * hourMs;
    const uri = `https://api.calendly.test/scheduled_events/${at}`;
    const scheduled_event = {
      uri,
      start_time: new Date(start).toISOString(),
      end_time: new Date(start + hourMs / 2).toISOString(),
      updated_at: new Date(now).toISOString(),
    };
    const payload = {
      uri: `${uri}/invitees/1`,
      email: `lead-${at % leads}@bench.test`,
      status: "active",
      updated_at: new Date(now).toISOString(),
      event: uri,
      scheduled_event,
    };
    const created_at = new Date(now).toISOString();
    const body = JSON.stringify({ event: "invitee.created", created_at, created_by: account, payload });
    const t = Math.floor(now / 1_000);
    const v1 = createHmac("sha256", isSigned ? key : "another")
      .update(`${t}.${body}`)
      .digest("hex");
    const headers = { "calendly-webhook-signature": `t=${t},v1=${v1}` };
    return { path: `/api/webhooks/connections/${connection}`, body, headers };
  };

const messageFor =
  (leads: number) =>
  (at: number, isSigned: boolean): Told => {
    const from = `97250${1_000_000 + (at % leads)}`;
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const messages = [
      { id: `wamid.bench.${at}`, from, timestamp, type: "text", text: { body: `Hello ${at}` } },
    ];
    const value = { messaging_product: "whatsapp", metadata: { phone_number_id: number }, messages };
    const entry = [{ id: "bench", changes: [{ field: "messages", value }] }];
    const body = JSON.stringify({ object: "whatsapp_business_account", entry });
    const secret = isSigned ? graphApp.appSecret : "another";
    const digest = createHmac("sha256", secret).update(body).digest("hex");
    return { path: "/api/webhooks/whatsapp", body, headers: { "x-hub-signature-256": `sha256=${digest}` } };
  };
