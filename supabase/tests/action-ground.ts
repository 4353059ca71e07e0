import { randomUUID } from "node:crypto";
import { vi } from "vitest";
import { z } from "zod";
import type { Supabase } from "@/local/supabase/supabase";
import type { JsonObject } from "@/lib/settings/json";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { issueToken, startTestSupabase, stockClient } from "@/local/test-supabase";
import { carrySignIn } from "./request-cookies";
import { createWorld, type World } from "./world";

export const password = "a password of nobody";

/** The platform with everybody who asks in it, and the ways to be one of them in the next request. */
export type ActionGround = Readonly<{
  database: TestDatabase;
  supabase: Supabase;
  world: World;
  /** The owner of `world`, signed in. Answers who that is; so do the others. */
  beOwner(): Promise<string>;
  /** Somebody with an account and nothing else. */
  beNewcomer(): Promise<string>;
  /** The same, let into the world's project: nothing is stored of theirs yet. */
  beNewMember(): Promise<string>;
  /** Somebody whose account was made by Auth itself, with `password`, with the tokens that Auth gave. */
  beAccount(): Promise<{ userId: string; email: string }>;
  /** The same, signed in by the link of a mail a moment ago. */
  beRecovered(): Promise<string>;
  /** Nobody: who is not signed in. `email` is that of an account with `password`. */
  beVisitor(): Promise<{ userId: string; email: string }>;
  /** What the latest link mailed to an account carries. */
  mailedToken(userId: string): Promise<string>;
  stop(): Promise<void>;
}>;

/** An input that an action would take now, and what it may then change. */
export type Taken = Readonly<{
  input: JsonObject;
  /** Whose rows may change. */
  caller: string;
}>;

export type ActionInput = Readonly<{
  action: string;
  /** It takes a list of inputs and answers each in its place. */
  takesList?: true;
  /** Makes the ground such that the input would be taken; each time anew, for it may be taken once only. */
  prepare(ground: ActionGround): Promise<Taken>;
  /** The tables that it writes. */
  writes: readonly string[];
  /** The paths, as dotted prefixes, whose strings are stored as they stand. */
  keeps?: readonly string[];
}>;

function tellActions({ url, keys }: Supabase) {
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_URL", url);
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY", keys.publishable);
  vi.stubEnv("SUPABASE_JWT_SECRET", keys.jwtSecret);
}

async function clear(supabase: Supabase, database: TestDatabase) {
  vi.unstubAllEnvs();
  await supabase.stop();
  await database.drop();
}

/** Makes accounts by Auth itself, and reads what it mails them. */
function accountsOf(supabase: Supabase, database: TestDatabase) {
  async function newAccount() {
    const email = `${randomUUID()}@test.local`;
    const { data } = await stockClient(supabase).auth.signUp({ email, password });
    if (!data.session) throw new Error("an account is signed in once it is made");
    return { userId: data.session.user.id, email, tokens: data.session };
  }
  async function mailedToken(userId: string) {
    const { rows } = await database.pool.query("select recovery_token from auth.users where id = $1", [
      userId,
    ]);
    return z.string().min(1).parse(rows[0]?.recovery_token);
  }
  return { newAccount, mailedToken };
}

/** A platform of its own, and the server's actions told where it is until `stop`. */
export async function createActionGround(): Promise<ActionGround> {
  const database = await createTestDatabase();
  const world = await createWorld(database.pool);
  const supabase = await startTestSupabase(database);
  tellActions(supabase);
  const withToken = async (userId: string) => {
    carrySignIn({ access_token: await issueToken(userId), refresh_token: "none" });
    return userId;
  };
  const { newAccount, mailedToken } = accountsOf(supabase, database);
  return {
    database,
    supabase,
    world,
    beOwner: () => withToken(world.people.owner),
    beNewcomer: async () => withToken(await createUser(database.pool)),
    async beNewMember() {
      const userId = await createUser(database.pool);
      await database.pool.query(
        "insert into public.project_members (project_id, user_id, role) values ($1, $2, 'member')",
        [world.projectId, userId],
      );
      return withToken(userId);
    },
    async beAccount() {
      const { userId, email, tokens } = await newAccount();
      carrySignIn(tokens);
      return { userId, email };
    },
    async beRecovered() {
      const { userId, email } = await newAccount();
      const client = stockClient(supabase);
      await client.auth.resetPasswordForEmail(email);
      const { data } = await client.auth.verifyOtp({
        token_hash: await mailedToken(userId),
        type: "recovery",
      });
      carrySignIn(data.session);
      return userId;
    },
    async beVisitor() {
      const { userId, email } = await newAccount();
      carrySignIn(null);
      return { userId, email };
    },
    mailedToken,
    stop: () => clear(supabase, database),
  };
}

/** Ids of what no caller of the ground may see or change. */
export async function ofOthers({ database: { pool }, world }: ActionGround) {
  const leads = await pool.query(
    "insert into public.leads (project_id, name) values ($1, 'Far away') returning id",
    [world.foreignProjectId],
  );
  const notifications = await pool.query("select id from public.notifications where user_id = $1", [
    world.people.exMember,
  ]);
  const id = z.object({ id: z.uuid() });
  return {
    foreignLeadId: id.parse(leads.rows[0]).id,
    theirNotifications: notifications.rows.map((row) => id.parse(row).id),
  };
}
