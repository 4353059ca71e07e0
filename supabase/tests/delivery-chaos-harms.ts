import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { isAlive } from "@/local/postgres/lock-file";
import type { TestServer } from "@/local/test-server";
import type { Crowd } from "./delivery-chaos-crowd";
import type { ChaosProvider } from "./delivery-chaos-provider";
import type { Workers } from "./delivery-chaos-ground";

export type Scene = Readonly<{
  server: TestServer;
  url: string;
  adminUrl: string;
  workers: Workers;
  provider: ChaosProvider;
  crowd: Crowd;
  random: () => number;
  leaseMs: number;
}>;

/** Runs a statement on a connection of its own, again and again until the database is there. */
export async function insist(url: string, sql: string, values: unknown[] = []): Promise<pg.QueryResult> {
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return await client.query(sql, values);
    } catch (thrown) {
      const code = thrown instanceof pg.DatabaseError ? (thrown.code ?? "") : "08000";
      // Away, starting, shutting down, full, or this connection was cut.
      if (!/^(08|57P|53)/.test(code)) throw thrown;
      await delay(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** Keeps a transaction open for a while. The database may end it before. */
async function hold(url: string, sql: string, ms: number): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("begin");
    await client.query(sql);
    await delay(ms);
  } catch {
    // What cuts it is another harm.
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Each does its harm and has ended it when it resolves. */
export const harms = {
  async kill({ workers, random }: Scene) {
    workers.any(random())?.kill("SIGKILL");
    await delay(60);
  },
  /** A worker that stands still until its lease is over, and then goes on where it was. */
  async freeze({ workers, random, leaseMs }: Scene) {
    const frozen = workers.any(random());
    frozen?.kill("SIGSTOP");
    await delay(leaseMs + 300);
    frozen?.kill("SIGCONT");
  },
  /** The server ends at once, without a word to anybody, and is started again. */
  async restart({ server, adminUrl }: Scene) {
    const { rows } = await insist(adminUrl, "show data_directory");
    const [pid] = (await readFile(join(rows[0].data_directory, "postmaster.pid"), "utf8")).split("\n");
    process.kill(Number(pid), "SIGQUIT");
    // Started while it still ends, it would be taken for running.
    while (isAlive(Number(pid))) await delay(20);
    await server.postgres.start();
  },
  async cutConnections({ adminUrl }: Scene) {
    await insist(
      adminUrl,
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'chaos worker'",
    );
  },
  /** A transaction with rows that somebody forgot to end. */
  async holdRows({ url }: Scene) {
    await hold(url, "select from private.deliveries where status = 'pending' limit 60 for update", 700);
  },
  async readAll({ url }: Scene) {
    const sql = `select count(*), sum(pg_column_size(d.*)) from private.deliveries d
      join public.notifications n on n.id = d.notification_id, generate_series(1, 20)`;
    await Promise.all([hold(url, sql, 300), hold(url, sql, 300)]);
  },
  /** Somebody takes every connection that is left. */
  async exhaust({ url }: Scene) {
    await Promise.all(Array.from({ length: 200 }, () => hold(url, "select 1", 600)));
  },
  /** So much that is urgent that it could keep everything else from going out. */
  async flood({ crowd }: Scene) {
    await crowd.tell(60, { urgentEach: 1 });
  },
  /** Everything is refused, and all that was refused comes back at once. */
  async storm({ provider }: Scene) {
    provider.feels("down");
    await delay(900);
    provider.feels("well");
  },
} as const;
export type Harm = keyof typeof harms;
