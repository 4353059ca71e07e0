import type { IncomingMessage } from "node:http";
import { createServer } from "node:http";
import { expect, vi } from "vitest";
import { graphApp } from "@/local/providers/graph/app";
import { type Graph, startGraph } from "@/local/providers/graph/graph";
import { bodyOf, listen, listener, type Reply } from "@/local/providers/http";
import { createTestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { startTestSupabase } from "@/local/test-supabase";
import { createUndo } from "@/local/undo";
import { keyOf } from "./integration-ground";

type Ask = <T extends object>(sql: string, ...values: unknown[]) => Promise<T[]>;

/** The environment is read once: it has to be told before. */
const loadService = async () => ({
  ...(await import("@/lib/integrations/service")),
  ...(await import("@/lib/integrations/connecting/service")),
  ...(await import("@/lib/integrations/whatsapp/service")),
  ...(await import("@/lib/integrations/whatsapp/chat/service")),
  ...(await import("@/lib/integrations/whatsapp/reply/service")),
  ...(await import("@/lib/integrations/whatsapp/register/service")),
});
type Service = Awaited<ReturnType<typeof loadService>>;

/** The route of Meta's webhooks, as the app serves it. */
async function taken(request: IncomingMessage): Promise<Reply> {
  const { POST } = await import("@/app/api/webhooks/whatsapp/route");
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  const body = new Uint8Array(await bodyOf(request));
  const { status } = await POST(
    new Request(`http://product${request.url}`, { method: "POST", headers, body }),
  );
  return { status, body: "" };
}

/** The product's own server side on a database of its own, with Meta's Graph beside it, over HTTP in both directions. */
export async function createWhatsappGround() {
  const undo = createUndo();
  const database = await createTestDatabase();
  undo.add(database.drop);
  const supabase = await startTestSupabase(database);
  undo.add(supabase.stop);
  const product = await listen(createServer(listener((request) => taken(request))), 0);
  undo.add(product.stop);
  const site = `http://127.0.0.1:${product.port}`;
  const graph = await startGraph({ port: 0, webhookUrl: `${site}/api/webhooks/whatsapp` });
  undo.add(graph.stop);
  undo.add(async () => expect(graph.unexpected).toEqual([]));
  undo.add(async () => void vi.unstubAllEnvs());
  for (const [name, value] of Object.entries({
    NEXT_PUBLIC_SUPABASE_URL: supabase.url,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: supabase.keys.publishable,
    SUPABASE_SECRET_KEY: supabase.keys.secret,
    SITE_URL: site,
    INTEGRATION_KEYS: keyOf("first"),
    WHATSAPP_APP_ID: graphApp.appId,
    WHATSAPP_APP_SECRET: graphApp.appSecret,
    WHATSAPP_VERIFY_TOKEN: graphApp.verifyToken,
    WHATSAPP_PHONE_NUMBER_ID: graphApp.phoneNumberId,
    WHATSAPP_SIGNUP_ID: graphApp.signupId,
    WHATSAPP_API_URL: graph.url,
    WHATSAPP_DIALOG_URL: graph.url,
  }))
    vi.stubEnv(name, value);
  // Tests press more often than people.
  await database.pool.query(
    "update private.rate_limits set per_minute = 1000, per_day = 9000 where name = 'integrations'",
  );
  const service = await loadService();
  const ask: Ask = async <T extends object>(sql: string, ...values: unknown[]) =>
    (await database.pool.query<T>(sql, values)).rows;
  const run = () => service.runDueIntegrations();
  const makeDue = ({ userId }: { userId: string }) =>
    ask(
      "update public.integration_connections set due_at = now() where due_at is not null and user_id = $1",
      userId,
    );
  let last = 1_000_000;
  const newPerson = () => {
    last += 1;
    return personOf({ ask, graph, service, run, makeUser: () => createUser(database.pool) }, `97250${last}`);
  };
  return { ask, database, graph, makeDue, newPerson, run, service, site, stop: undo.all };
}

export type WhatsappGround = Awaited<ReturnType<typeof createWhatsappGround>>;
export type Person = Awaited<ReturnType<WhatsappGround["newPerson"]>>;

type PersonParts = Readonly<{
  ask: Ask;
  graph: Graph;
  service: Service;
  run(): Promise<unknown>;
  makeUser(): Promise<string>;
}>;

/** A project with one lead, whose phone is `phone`, in which the person is an admin who uses WhatsApp. */
async function projectOf(ask: Ask, userId: string, phone: string) {
  const [made] = await ask<{ project: string; lead: string }>(
    `with c as (insert into public.clients (name) values ('Acme') returning id),
     p as (insert into public.projects (client_id, name) select id, 'Main' from c returning id),
     m as (insert into public.project_members (project_id, user_id, role) select id, $1, 'admin' from p),
     l as (insert into public.leads (project_id, name, phone) select id, 'Dana', $2 from p returning id, project_id)
     select project_id as project, id as lead from l`,
    userId,
    `+${phone}`,
  );
  await ask(
    `insert into public.user_app_preferences (user_id, integration_settings) values ($1, '{"whatsapp": {"enabled": true}}')`,
    userId,
  );
  if (!made) throw new Error("a lead was made");
  return made;
}

/** What the database holds of a person and their lead. */
const rowsOf = (ask: Ask, userId: string, lead: string) => ({
  connection: async () =>
    (
      await ask<Record<string, unknown>>(
        "select * from public.integration_connections where user_id = $1",
        userId,
      )
    )[0],
  messages: () =>
    ask<{ direction: string; failed: boolean; reply_seconds: number | null }>(
      `select direction, failed_at is not null as failed, reply_seconds from public.messages
       where lead_id = $1 order by sent_at, direction`,
      lead,
    ),
  /** The kinds that the person was told, oldest first. */
  told: async () =>
    (
      await ask<{ kind: string }>(
        `select params ->> 'kind' as kind from public.notifications
         where user_id = $1 and params ->> 'kind' <> 'lead.created' order by seq`,
        userId,
      )
    ).map(({ kind }) => kind),
});

/** A person in a project with one lead, and with a business of their own at Meta. */
async function personOf({ ask, graph, service, run, makeUser }: PersonParts, phone: string) {
  const userId = await makeUser();
  const made = await projectOf(ask, userId, phone);
  const account = graph.state.makeAccount(`Business of ${phone}`);
  const number = graph.state.newNumber(account).id;
  const token = graph.state.giveToken(account);
  const connect = (filled: Record<string, string> = { accountId: account.id, numberId: number }) =>
    service.connectByKey(userId, "whatsapp", token.value, filled);
  const connected = async () => {
    const failure = await connect();
    if (failure !== null) throw new Error(failure);
    await run();
  };
  const write = (body: string, more: object = {}) =>
    graph.phones.write({ from: phone, number, body, ...more });
  const chat = () => service.loadLeadChat(userId, made.lead);
  const rows = rowsOf(ask, userId, made.lead);
  return { userId, phone, ...made, account, number, token, connect, connected, write, chat, ...rows };
}
