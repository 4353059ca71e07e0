import type { RestAndAuth } from "./rest-and-auth";

export type Survivor = RestAndAuth &
  Readonly<{
    /** Tells that the connections to the database broke. */
    databaseLost(): void;
    /** Tells that the database answers again. */
    databaseBack(): void;
  }>;

type Pool = Readonly<{
  services: RestAndAuth;
  /** Resolves when the pool is given up. */ lost: Promise<null>;
  lose(): void;
}>;

/**
 * REST and Auth over a pool that is replaced after an outage. The client that @supabase/lite uses cannot be trusted
 * once its connections broke (postgres 3.4.9): it writes to a closed socket outside any promise, and a connection that
 * had something to write then never sends again, so that a request waits for ever. Requests under way are answered
 * at once, those during the outage do not touch the client, and a new pool is opened when the database is back.
 */
export async function surviveOutages(open: () => Promise<RestAndAuth>): Promise<Survivor> {
  let isUp = true;
  let pool: Promise<Pool> | null = Promise.resolve(makePool(await open()));
  process.on("uncaughtException", ignoreLateFailure);

  async function present(): Promise<Pool | null> {
    if (!isUp) return null;
    const opening = (pool ??= open().then(makePool));
    return opening.catch(() => {
      if (pool === opening) pool = null;
      return null;
    });
  }
  async function drop(): Promise<void> {
    const dropped = await pool;
    dropped?.lose();
    await dropped?.services.close();
  }
  const lose = () => {
    isUp = false;
    const dropping = drop();
    pool = null;
    return dropping;
  };
  return {
    fetch: async (request, peerAddress) => {
      const current = await present();
      const answer =
        current && (await Promise.race([current.services.fetch(request, peerAddress), current.lost]));
      return answer ?? unavailable();
    },
    reloadSchema: async () => (await present())?.services.reloadSchema(),
    databaseLost: () => void lose().catch(() => undefined),
    databaseBack: () => void (isUp = true),
    close: async () => {
      await lose();
      process.off("uncaughtException", ignoreLateFailure);
    },
  };
}

function makePool(services: RestAndAuth): Pool {
  let lose = () => {};
  const lost = new Promise<null>((resolve) => (lose = () => resolve(null)));
  return { services, lost, lose };
}

/** As PostgREST answers when it cannot reach its database. */
function unavailable(): Response {
  const message = "Database client error. Retrying the connection.";
  return Response.json({ code: "PGRST001", message, details: null, hint: null }, { status: 503 });
}

/**
 * Of the client of a pool that is lost: its requests have been answered. Nothing else here uses that client. Any other
 * exception ends the process, as it would without us.
 */
function ignoreLateFailure(error: Error): void {
  if (/postgres.src.connection\.js/.test(error.stack ?? "")) return;
  if (process.listenerCount("uncaughtException") === 1) throw error;
}
