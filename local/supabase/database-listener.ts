import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";

export type DatabaseListener = Readonly<{ close(): Promise<void> }>;

const RETRY_MS = 100;

/**
 * One connection that listens to notifications until `close` and reconnects after the database stops. Notifications in
 * between are lost, as on the hosted platform.
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
    // `end` follows each error and reconnects.
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
