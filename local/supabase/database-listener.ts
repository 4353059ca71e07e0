import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";

export type DatabaseListener = Readonly<{ close(): Promise<void> }>;

const RETRY_MS = 100;

/**
 * One connection that listens to notifications for as long as the platform runs: when the database stops it connects
 * again by itself. What was notified meanwhile is lost, as it is on the hosted platform.
 *
 * @returns once it listens
 */
export async function listenToDatabase(
  url: string,
  handlers: Readonly<Record<string, (payload: string) => void>>,
  outages: Readonly<{ onLost(): void; onBack(): void }> = {
    onLost: () => undefined,
    onBack: () => undefined,
  },
): Promise<DatabaseListener> {
  const closing = new AbortController();
  let client = await connect();

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({ connectionString: url, application_name: "realtime", keepAlive: true });
    next.on("notification", ({ channel, payload }) => handlers[channel]?.(payload ?? ""));
    // An error is followed by `end`, which is where a new connection is made.
    next.on("error", () => undefined);
    await next.connect();
    try {
      for (const channel of Object.keys(handlers)) await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await next.end();
      throw error;
    }
    next.once("end", () => void reconnect());
    return next;
  }
  async function reconnect(): Promise<void> {
    if (!closing.signal.aborted) outages.onLost();
    while (!closing.signal.aborted) {
      await delay(RETRY_MS);
      const next = await connect().catch(() => null);
      if (next === null) continue;
      client = next;
      outages.onBack();
      if (closing.signal.aborted) await next.end();
      return;
    }
  }
  const close = async () => {
    closing.abort();
    await client.end();
  };
  return { close };
}
