import "server-only";
import { z } from "zod";
import { adminClient } from "@/lib/supabase/admin";
import { dataOf } from "@/lib/supabase/refusal";
import type { PersonClient } from "@/lib/supabase/session";
import type { Connection } from "./contract/connection";
import type { Booking } from "./contract/duties";
import { answersTo } from "./contract/answers";
import { asConnection, events, facts, old, row } from "./rows";

export type { Facts } from "./rows";

const timeoutMs = 8_000;

const columns =
  "id, user_id, provider, kind, status, problem, account, details, scopes, expires_at, last_success_at, last_event_at, due_at, dead_events";

/** The person's own connections; row-level security decides. Throws refusals. */
export async function listConnections(client: PersonClient): Promise<Connection[]> {
  const rows = dataOf(await client.from("integration_connections").select(columns));
  return z.array(row).parse(rows).map(asConnection);
}

export type NewConnection = Readonly<{
  user_id: string;
  provider: string;
  kind: "oauth" | "personal";
  account: Record<string, string | null>;
  scopes: string[];
  tokens: string;
  expires_at?: string;
  notifies: boolean;
}>;

export type Report = Readonly<{
  ok: boolean;
  version: number;
  reconnect?: boolean;
  problem?: string;
  details?: Readonly<Record<string, unknown>>;
  wait_seconds: number;
}>;

type Admin = NonNullable<ReturnType<typeof adminClient>>;
const limit = () => AbortSignal.timeout(timeoutMs);

/**
 * What only the server may: nobody reads credentials by their own token. Null without a secret key. Its functions throw
 * refusals.
 */
export function connectionStore() {
  const client = adminClient();
  return client && { ...connections(client), ...tokensOf(client), ...newsOf(client) };
}

export type ConnectionStore = NonNullable<ReturnType<typeof connectionStore>>;

function connections(client: Admin) {
  /** null is an answer here. */
  const found = (asked: { data: unknown; error: { message: string } | null }) => {
    if (asked.error) throw new Error("connections cannot be read");
    return facts.nullable().parse(asked.data);
  };
  return {
    async byId(connection: string) {
      return found(await client.rpc("find_integration", { connection }).abortSignal(limit()));
    },
    async ofPerson(user_id: string, provider: string) {
      return found(await client.rpc("find_integration", { user_id, provider }).abortSignal(limit()));
    },
    async takePress(user_id: string) {
      dataOf(await client.rpc("take_integration_press", { user_id }).abortSignal(limit()));
    },
    async connect(given: NewConnection) {
      return facts.parse(dataOf(await client.rpc("connect_integration", given).abortSignal(limit())));
    },
    async note(connection: string, report: Report) {
      const { error } = await client
        .rpc("note_integration", { connection, report: JSON.parse(JSON.stringify(report)) })
        .abortSignal(limit());
      if (error) throw new Error("a connection's state was not kept");
    },
    async disconnect(connection: string) {
      dataOf(await client.rpc("disconnect_integration", { connection }).abortSignal(limit()));
    },
  };
}

/** A booking, and the event that told of it. */
export type ToldBooking = Readonly<{ booking: Booking | null; event?: number }>;

type NewTokens = Readonly<{ tokens: string; expires_at: string; scopes: string[] }>;

function tokensOf(client: Admin) {
  return {
    async lease(connection: string, version: number, seconds: number) {
      const asked = client.rpc("lease_tokens", { connection, version, seconds });
      return dataOf(await asked.abortSignal(limit()));
    },
    async storeTokens(connection: string, version: number, given: NewTokens) {
      const asked = client.rpc("store_tokens", { connection, version, ...given });
      return dataOf(await asked.abortSignal(limit()));
    },
    async listOld(key: string, after: string, most: number) {
      const asked = client.rpc("list_old_ciphertexts", { key, after, most });
      return old.parse(dataOf(await asked.abortSignal(limit())));
    },
    async replace(connection: string, before: string, after: string) {
      const asked = client.rpc("replace_ciphertext", { connection, before, after });
      return dataOf(await asked.abortSignal(limit()));
    },
  };
}

function newsOf(client: Admin) {
  return {
    async takeDue(most: number, lease_seconds: number) {
      const asked = client.rpc("take_due_integrations", { most, lease_seconds });
      return z.array(facts).parse(dataOf(await asked.abortSignal(limit())));
    },
    async hasten(connection: string) {
      dataOf(await client.rpc("hasten_integration", { connection }).abortSignal(limit()));
    },
    /** `changed`: what opens the connection is not `tokens` any more, and nothing was kept. */
    async keepEvent(connection: string, tokens: string, event_id: string, body: string) {
      const asked = client.rpc("keep_integration_event", { connection, tokens, event_id, body });
      return z.enum(["kept", "known", "changed"]).parse(dataOf(await asked.abortSignal(limit())));
    },
    async takeEvents(most: number, lease_seconds: number, most_attempts: number) {
      const asked = client.rpc("take_integration_events", { most, lease_seconds, most_attempts });
      return events.parse(dataOf(await asked.abortSignal(limit())));
    },
    /** What could not be worked in however often it was tried is tried anew; answers how many that are. */
    async retryEvents(connection: string) {
      return dataOf(await client.rpc("retry_integration_events", { connection }).abortSignal(limit()));
    },
    /** What each became: stored, old, unmatched, or an SQL state. A null booking only ends its event. */
    storeBookings: (connection: string, bookings: readonly ToldBooking[]) =>
      answersTo(bookings, async (items) =>
        dataOf(await client.rpc("store_bookings", { connection, items }).abortSignal(limit())),
      ),
  };
}
