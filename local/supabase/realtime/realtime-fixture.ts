import type { SupabaseClient } from "@supabase/supabase-js";
import { createTestDatabase } from "../../test-database";
import { issueToken, startTestSupabase, stockClient } from "../../test-supabase";

const POLICIES = `
  create policy "people listen to their own channel" on realtime.messages for select to authenticated
    using (extension = 'broadcast' and realtime.topic() = 'user:' || (select auth.uid())::text);
  create policy "people speak in the open room" on realtime.messages for insert to authenticated
    with check (extension = 'broadcast' and realtime.topic() = 'room:open');
  create policy "people listen to the open room" on realtime.messages for select to authenticated
    using (extension = 'broadcast' and realtime.topic() = 'room:open');
`;

/** A platform where people may listen to `user:<their id>`, and both listen and speak in `room:open`. */
export async function startRealtimeFixture() {
  const database = await createTestDatabase({ migrations: false });
  await database.pool.query(POLICIES);
  const supabase = await startTestSupabase(database);
  const clients: SupabaseClient[] = [];

  /** A stock client with its own socket; without `person`, it has the publishable key alone. */
  const online = async (person?: string, token?: () => Promise<string>) => {
    const client = stockClient(supabase, person ? (token ?? (() => issueToken(person))) : undefined);
    clients.push(client);
    // Without `setAuth` the first join may be sent without the person's token.
    await client.realtime.setAuth();
    return client;
  };
  const send = (topic: string, event: string, payload: object, isPrivate = true) =>
    database.pool.query("select realtime.send($1::jsonb, $2, $3, $4)", [payload, event, topic, isPrivate]);
  const disconnectAll = async () => {
    for (const client of clients.splice(0)) {
      await client.removeAllChannels();
      await client.realtime.disconnect();
    }
  };
  const stop = async () => {
    await supabase.stop();
    await database.drop();
  };
  return { database, supabase, online, send, disconnectAll, stop };
}

export type RealtimeFixture = Awaited<ReturnType<typeof startRealtimeFixture>>;

export function privateChannel(
  client: SupabaseClient,
  topic: string,
  broadcast: { ack?: boolean; self?: boolean } = {},
) {
  return client.channel(topic, { config: { private: true, broadcast } });
}
