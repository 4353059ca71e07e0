import type { RestAndAuth } from "./rest-and-auth";

export type Survivor = RestAndAuth &
  Readonly<{
    /** Call when the connections to the database break. */
    databaseLost(): void;
    /** Call when the database answers again. */
    databaseBack(): void;
  }>;

type Pool = Readonly<{
  services: RestAndAuth;
  /** Null once the pool is lost. */
  answer(request: Request, peerAddress: string | null): Promise<Response | null>;
  lose(): void;
  /** Resolves when no request is under way. */
  settled(): Promise<unknown>;
}>;

/**
 * REST and Auth over a connection pool that is replaced after an outage. The client of @supabase/lite (postgres 3.4.9)
 * cannot be used once its connections broke: it writes to a closed socket outside any promise, and a connection that
 * was writing never sends again, so that a request waits for ever. Requests under way are answered at once, requests
 * during the outage do not touch the client, and a new pool is opened when the database is back.
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
      return (await current?.answer(request, peerAddress)) ?? unavailable();
    },
    reloadSchema: async () => (await present())?.services.reloadSchema(),
    databaseLost: () => void lose().catch(() => undefined),
    databaseBack: () => void (isUp = true),
    close: async () => {
      // Whoever stops the platform has cut the connections of its clients; what they asked for ends first.
      await (await present())?.settled();
      await lose();
      process.off("uncaughtException", ignoreLateFailure);
    },
  };
}

/**
 * Each request knows by itself how it ends. A race of each with one promise of the loss would keep all answers for as
 * long as nothing is lost.
 */
function makePool(services: RestAndAuth): Pool {
  const underWay = new Map<() => void, Promise<unknown>>();
  const answer = (request: Request, peerAddress: string | null) =>
    new Promise<Response | null>((resolve, reject) => {
      const giveUp = () => resolve(null);
      const ended = services.fetch(request, peerAddress).then(resolve, reject);
      underWay.set(
        giveUp,
        ended.finally(() => underWay.delete(giveUp)),
      );
    });
  const lose = () => [...underWay.keys()].forEach((giveUp) => giveUp());
  return { services, answer, lose, settled: () => Promise.all(underWay.values()) };
}

/** PostgREST's answer while it cannot reach its database. */
function unavailable(): Response {
  const message = "Database client error. Retrying the connection.";
  return Response.json({ code: "PGRST001", message, details: null, hint: null }, { status: 503 });
}

/**
 * Ignores exceptions of a lost pool's client, whose requests have been answered; nothing else uses that client. Any
 * other exception ends the process, as without this listener.
 */
function ignoreLateFailure(error: Error): void {
  if (/postgres.src.connection\.js/.test(error.stack ?? "")) return;
  if (process.listenerCount("uncaughtException") === 1) throw error;
}
