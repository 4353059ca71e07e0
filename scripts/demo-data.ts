import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { refusal } from "../local/refusal";
import type { Platform } from "./local";
import { root } from "./root";

/** The demo's people. Accounts with a password are made by the Auth service, never by SQL. */
const people = [
  { email: "owner@demo.local", name: "Olivia Owner" },
  { email: "member@demo.local", name: "Mika Member" },
  { email: "outsider@demo.local", name: "Odeya Outsider" },
];
const password = "demo-demo-demo";

/** Makes the accounts that are missing and applies supabase/seed.sql, which leaves data that stands alone. */
export async function seedDemo(platform: Platform): Promise<void> {
  const client = new pg.Client({ connectionString: platform.urls.db });
  await client.connect();
  try {
    const emails = people.map(({ email }) => email);
    const known = await client.query<{ email: string }>(
      "select email from auth.users where email = any($1)",
      [emails],
    );
    const missing = people.filter(({ email }) => !known.rows.some((row) => row.email === email));
    for (const person of missing) await signUp(platform, person);
    await client.query(await readFile(join(root, "supabase/seed.sql"), "utf8"));
  } finally {
    await client.end();
  }
}

async function signUp(platform: Platform, { email, name }: { email: string; name: string }): Promise<void> {
  const answer = await fetch(`${platform.urls.api}/auth/v1/signup`, {
    method: "POST",
    headers: { apikey: platform.keys.publishable, "content-type": "application/json" },
    body: JSON.stringify({ email, password, data: { name } }),
  });
  if (!answer.ok)
    throw refusal(`The account ${email} could not be made: ${answer.status} ${await answer.text()}`);
}
