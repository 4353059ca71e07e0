import { HOST } from "../ports";
import { listenToDatabase } from "./database-listener";
import { createFaults, type Faults } from "./faults";
import { startGateway } from "./gateway";
import { JWT_SECRET, PUBLISHABLE_KEY, SECRET_KEY } from "./keys";
import { type Realtime, startRealtime } from "./realtime/server";
import { type RestAndAuthOptions, startRestAndAuth } from "./rest-and-auth";
import { surviveOutages } from "./survive-outages";

export type SupabaseOptions = RestAndAuthOptions &
  Readonly<{
    /** 0 takes any free port. */
    port: number;
    joinErrorDelayMs?: number;
  }>;

export type Supabase = Readonly<{
  /** The address that Supabase clients call the project's URL. */
  url: string;
  keys: Readonly<{ publishable: string; secret: string; jwtSecret: string }>;
  realtime: Pick<Realtime, "cutSockets" | "refuseSockets">;
  faults: Pick<Faults, "set" | "mend">;
  stop(): Promise<void>;
}>;

/** Serves everything that a Supabase project serves at its address, on a bootstrapped database. */
export async function startSupabase(options: SupabaseOptions): Promise<Supabase> {
  const services = await surviveOutages(() => startRestAndAuth(options));
  const realtime = await startRealtime({ ...options, jwtSecret: JWT_SECRET });
  const listener = await listenToDatabase(
    options.databaseUrl,
    {
      local_realtime: realtime.announce,
      // A schema that could not be read, because the database has just gone, is read by the next pool of connections.
      pgrst: () => void services.reloadSchema().catch(options.onError ?? (() => undefined)),
    },
    { onLost: services.databaseLost, onBack: services.databaseBack },
  );
  const faults = createFaults();
  const server = await startGateway(faults.inFrontOf(services), options.port);
  realtime.attach(server);
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : options.port;
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await realtime.close();
    await closed;
    await listener.close();
    await services.close();
  };
  return {
    url: `http://${HOST}:${port}`,
    keys: { publishable: PUBLISHABLE_KEY, secret: SECRET_KEY, jwtSecret: JWT_SECRET },
    realtime,
    faults,
    stop,
  };
}
