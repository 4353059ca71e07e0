import { readFile } from "node:fs/promises";
import pg from "pg";
import { z } from "zod";
import { refusal } from "./refusal";

/** The parts of a running platform that seeding uses. */
export type SeedTarget = Readonly<{
  urls: Readonly<{ api: string; db: string }>;
  keys: Readonly<{ publishable: string }>;
}>;

/** The demo's people. Only the Auth service can make accounts with a password. */
const PEOPLE = [
  { email: "owner@demo.local", name: "Olivia Owner" },
  { email: "member@demo.local", name: "Mika Member" },
  { email: "outsider@demo.local", name: "Odeya Outsider" },
];
const PASSWORD = "demo-demo-demo";

/** Makes missing accounts and runs supabase/seed.sql, which does nothing on seeded data. Repeatable. */
export async function seed(platform: SeedTarget): Promise<void> {
  const sql = await readFile(new URL("../supabase/seed.sql", import.meta.url), "utf8");
  const client = new pg.Client({ connectionString: platform.urls.db });
  await client.connect();
  try {
    const known = await client.query<{ email: string }>("select email from auth.users");
    const emails = new Set(known.rows.map(({ email }) => email));
    for (const person of PEOPLE) if (!emails.has(person.email)) await signUp(platform, person);
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function signUp(
  { urls, keys }: SeedTarget,
  { email, name }: { email: string; name: string },
): Promise<void> {
  const answer = await fetch(`${urls.api}/auth/v1/signup`, {
    method: "POST",
    headers: { apikey: keys.publishable, "content-type": "application/json" },
    body: JSON.stringify({ email, password: PASSWORD, data: { name } }),
  });
  if (!answer.ok) {
    throw refusal(`The account ${email} could not be made: ${answer.status} ${await answer.text()}`);
  }
  // Signing up signs in as well: nobody is to find a device among theirs that they never had.
  const { access_token: token } = z.object({ access_token: z.string() }).parse(await answer.json());
  await fetch(`${urls.api}/auth/v1/logout?scope=local`, {
    method: "POST",
    headers: { apikey: keys.publishable, authorization: `Bearer ${token}` },
  });
}
