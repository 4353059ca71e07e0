import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import pg from "pg";
import { createTestDatabase } from "../../test-database";
import { startTestSupabase } from "../../test-supabase";

/** Whoever asks: the publishable key alone, a signed-in person, or the secret key. */
export type Caller = "anon" | "person" | "service";

export type Request = Readonly<{
  as?: Caller;
  method?: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Below /rest/v1/. */
  path: string;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}>;

type Stack = Readonly<{
  apiUrl: string;
  databaseUrl: string;
  publishableKey: string;
  secretKey: string;
  stop(): Promise<void>;
}>;

/**
 * The stack that the environment names with what `supabase status --output env` prints, each name after `STACK_`; a local
 * platform of its own where it names none.
 */
async function openStack(): Promise<Stack> {
  const { STACK_API_URL, STACK_DB_URL, STACK_PUBLISHABLE_KEY, STACK_SECRET_KEY } = process.env;
  if (STACK_API_URL && STACK_DB_URL && STACK_PUBLISHABLE_KEY && STACK_SECRET_KEY) {
    return {
      apiUrl: STACK_API_URL,
      databaseUrl: STACK_DB_URL,
      publishableKey: STACK_PUBLISHABLE_KEY,
      secretKey: STACK_SECRET_KEY,
      stop: async () => undefined,
    };
  }
  if (STACK_API_URL)
    throw new Error("STACK_API_URL needs STACK_DB_URL, STACK_PUBLISHABLE_KEY and STACK_SECRET_KEY");
  const database = await createTestDatabase({ migrations: false });
  const { url, keys, stop } = await startTestSupabase(database);
  return {
    apiUrl: url,
    databaseUrl: database.url,
    publishableKey: keys.publishable,
    secretKey: keys.secret,
    stop: async () => {
      await stop();
      await database.drop();
    },
  };
}

/** Opens a stack with the contract's tables and functions in it, and a person who has signed up by its Auth. */
export async function openContract() {
  const stack = await openStack();
  await prepare(stack, await readFile(new URL("./schema.sql", import.meta.url), "utf8"));
  const token = await signUp(stack);
  const keys: Record<Caller, Record<string, string>> = {
    anon: { apikey: stack.publishableKey },
    person: { apikey: stack.publishableKey, authorization: `Bearer ${token}` },
    service: { apikey: stack.secretKey },
  };

  async function ask({ as = "person", method, path, body, headers }: Request) {
    const answer = await fetch(`${stack.apiUrl}/rest/v1/${path}`, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: { "content-type": "application/json", ...keys[as], ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const value: unknown = text === "" ? null : JSON.parse(text);
    return { status: answer.status, body: value };
  }
  const isServed = async () => (await ask({ path: "contract_parent?select=id" })).status === 200;
  const stop = async () => {
    await prepare(stack);
    await stack.stop();
  };
  return { ask, isServed, stop };
}

export type ContractStack = Awaited<ReturnType<typeof openContract>>;

const removal = `
  drop table if exists public.contract_value, public.contract_child, public.contract_parent, public.contract_closed;
  drop function if exists public.contract_raise, public.contract_divide, public.contract_write, public.contract_answer, public.contract_kind;`;

/** Removes what the contract speaks of, also that of a run that was cut, and makes it anew where `sql` says how. */
async function prepare({ databaseUrl }: Stack, sql = ""): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(removal + sql);
  } finally {
    await client.end();
  }
}

async function signUp({ apiUrl, publishableKey }: Stack): Promise<string> {
  const answer = await fetch(`${apiUrl}/auth/v1/signup`, {
    method: "POST",
    headers: { apikey: publishableKey, "content-type": "application/json" },
    body: JSON.stringify({ email: `${randomUUID()}@example.com`, password: randomUUID() }),
  });
  const { access_token: token }: { access_token?: string } = await answer.json();
  if (!token)
    throw new Error(`The stack's Auth must sign people up without a mail; it answered ${answer.status}`);
  return token;
}
