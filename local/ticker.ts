import pg from "pg";

export type TickerOptions = Readonly<{
  /** Connection string of a role that may ask whether something is due. */
  databaseUrl: string;
  /** The route that delivers. */
  route: string;
  secret: string;
  everyMs: number;
}>;

/**
 * Stands in for pg_cron with pg_net: asks the database whether a delivery is due, and if so calls the app's route, one
 * call at a time. A database or an app that does not answer is asked again at the next tick.
 */
export function startTicker({ databaseUrl, route, secret, everyMs }: TickerOptions) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, connectionTimeoutMillis: 2_000 });
  // The database may be stopped under an idle connection.
  pool.on("error", () => undefined);
  const ended = new AbortController();
  let busy: Promise<void> | null = null;

  async function tick() {
    const { rows } = await pool.query<{ due: boolean }>("select public.delivery_is_due() as due");
    if (!rows[0]?.due) return;
    const headers = { authorization: `Bearer ${secret}` };
    const answer = await fetch(route, { method: "POST", headers, signal: ended.signal });
    await answer.text();
  }
  const timer = setInterval(() => {
    busy ??= tick()
      .catch(() => undefined)
      .finally(() => (busy = null));
  }, everyMs);

  const stop = async () => {
    clearInterval(timer);
    ended.abort();
    await busy;
    await pool.end();
  };
  return { stop };
}
