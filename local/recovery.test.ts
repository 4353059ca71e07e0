import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asPostgres, bootstrap } from "./bootstrap";
import { startTestServer, type TestServer } from "./test-server";
import { startSupabase, type Supabase } from "./supabase/supabase";
import { createQueue, issueToken, stockClient, subscribe } from "./test-supabase";

let server: TestServer;
let supabase: Supabase;

beforeAll(async () => {
  server = await startTestServer();
  await bootstrap(server.url);
  await sql(`
    create table public.note (id int primary key);
    grant select on public.note to authenticated;
    insert into public.note values (1);
    create policy "people listen to their own channel" on realtime.messages for select to authenticated
      using (realtime.topic() = 'user:' || (select auth.uid())::text);`);
  supabase = await startSupabase({
    databaseUrl: server.url,
    port: 0,
    siteUrl: "http://localhost:3000",
    smtpPort: null,
    jwtExpirySeconds: 3600,
  });
});
afterAll(async () => {
  await supabase.stop();
  await server.stop();
});

async function sql(text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: asPostgres(server.url) });
  await client.connect();
  await client.query(text, values);
  await client.end();
}

describe("when the database stops and comes back", () => {
  it("requests fail at once, and succeed again once the database is back", async () => {
    const client = stockClient(supabase, () => issueToken(randomUUID()));
    expect((await client.from("note").select()).data).toEqual([{ id: 1 }]);
    await server.postgres.stop();
    const { error, status } = await client.from("note").select();
    expect(error).not.toBeNull();
    expect(status).toBeGreaterThanOrEqual(500);
    await server.postgres.start();
    await expect
      .poll(async () => (await client.from("note").select()).data, { timeout: 5_000 })
      .toEqual([{ id: 1 }]);
  });

  it("requests under way are answered, and no later request waits for a broken connection", async () => {
    // Plain fetch, because the stock client retries after a 503.
    const headers = {
      apikey: supabase.keys.publishable,
      authorization: `Bearer ${await issueToken(randomUUID())}`,
    };
    const ask = async () => (await fetch(`${supabase.url}/rest/v1/note`, { headers })).status;
    const burst = () => Promise.all(Array.from({ length: 30 }, ask));
    for (let round = 0; round < 3; round += 1) {
      const underWay = burst();
      await ask();
      await server.postgres.stop();
      await underWay;
      expect(new Set(await burst())).toEqual(new Set([503]));
      await server.postgres.start();
      await expect.poll(ask, { timeout: 5_000 }).toBe(200);
      expect(new Set(await burst())).toEqual(new Set([200]));
    }
  });

  it("an open channel stays open and receives later commits", async () => {
    const me = randomUUID();
    const client = stockClient(supabase, () => issueToken(me));
    await client.realtime.setAuth();
    const channel = client.channel(`user:${me}`, { config: { private: true } });
    const heard = createQueue<number>();
    channel.on("broadcast", { event: "hint" }, ({ payload }) => heard.push(payload.seq));
    const statuses = subscribe(channel);
    expect((await statuses.next()).status).toBe("SUBSCRIBED");
    await server.postgres.stop();
    await server.postgres.start();
    await expect
      .poll(
        async () => {
          await sql("select realtime.send(jsonb_build_object('seq', 1), 'hint', $1, true)", [`user:${me}`]);
          return heard.pending();
        },
        { timeout: 5_000 },
      )
      .toContain(1);
    expect(statuses.pending()).toEqual([]);
    await client.removeAllChannels();
  });
});
