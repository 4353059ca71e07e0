import { randomUUID } from "node:crypto";
import type pg from "pg";
import { z } from "zod";
import { PUBLISHABLE_KEY } from "../../local/supabase/keys";
import { addresses } from "./addresses";

export type Person = {
  name: string;
  email: string;
  password: string;
  userId: string;
  accessToken: string;
};

/** A person with a client and a project of their own, made through the Auth and REST APIs as a browser would. */
export type Owner = Person & { clientId: string; projectId: string };

/** As the app names the browser of the tests to Auth: another name would be a new device, which people are told of. */
export const browserName = "Chrome on Linux";

export const password = "a-long-enough-password";

const signedUp = z.object({ access_token: z.string(), user: z.object({ id: z.uuid() }) });
const workspace = z.object({ client_id: z.uuid(), project_id: z.uuid() });

async function post(path: string, body: unknown, token = PUBLISHABLE_KEY): Promise<unknown> {
  const headers = {
    apikey: PUBLISHABLE_KEY,
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "user-agent": browserName,
  };
  const answer = await fetch(`${addresses.api}${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

export const newEmail = (name: string) => `${name.toLowerCase()}-${randomUUID().slice(0, 8)}@test.local`;

/** An account that belongs to nobody yet, with `metadata` beside its name. */
export async function signUp(name: string, metadata: Record<string, string> = {}): Promise<Person> {
  const email = newEmail(name);
  const data = { name, ...metadata };
  const answer = signedUp.parse(await post("/auth/v1/signup", { email, password, data }));
  return { name, email, password, userId: answer.user.id, accessToken: answer.access_token };
}

/** `lead: false`: nobody has written to the project yet, which has one card instead of a dashboard. */
export async function newOwner(name: string, { lead = true } = {}): Promise<Owner> {
  const person = await signUp(name);
  const names = { name: `${name} & Co`, project: `${name}'s project` };
  const made = workspace.parse(await post("/rest/v1/rpc/create_workspace", names, person.accessToken));
  const owner = { ...person, clientId: made.client_id, projectId: made.project_id };
  if (lead) {
    const leads = [{ id: randomUUID(), name: "First of all" }];
    await post("/rest/v1/rpc/add_leads", { project_id: owner.projectId, leads }, person.accessToken);
  }
  return owner;
}

/** Takes `person` into the project; invitations are a screen of a later day. */
export async function addMember(
  db: pg.Pool,
  owner: Owner,
  person: Person,
  role: "member" | "viewer" = "member",
) {
  await db.query("insert into public.client_members (client_id, user_id) values ($1, $2)", [
    owner.clientId,
    person.userId,
  ]);
  await db.query("insert into public.project_members (project_id, user_id, role) values ($1, $2, $3)", [
    owner.projectId,
    person.userId,
    role,
  ]);
}

/** Connects providers, what sends the person's mails at first: their settings come with that. */
export async function connect(db: pg.Pool, { userId }: Person, providers = ["email"]): Promise<void> {
  await db.query(
    "insert into public.integration_connections (user_id, provider, kind) select $1, p, 'personal' from unnest($2::text[]) p",
    [userId, providers],
  );
}

/** A lead of the project; returns its id. */
export async function addLead(db: pg.Pool, projectId: string, name: string, heat = "warm"): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `insert into public.leads (project_id, name, channel, heat, created_at)
     values ($1, $2, 'web', $3, now() - interval '1 day') returning id`,
    [projectId, name, heat],
  );
  return z.uuid().parse(rows[0]?.id);
}

/** Somebody judges a lead, on a page of their own. */
export const judgeLead = (person: Person, leadId: string, judgement: Record<string, string | boolean>) =>
  post("/rest/v1/rpc/judge_lead", { lead_id: leadId, judgement }, person.accessToken);
