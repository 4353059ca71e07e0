import { HOST } from "../ports";
import { startGateway } from "./gateway";
import { JWT_SECRET, PUBLISHABLE_KEY, SECRET_KEY } from "./keys";
import { type RestAndAuthOptions, startRestAndAuth } from "./rest-and-auth";

export type SupabaseOptions = RestAndAuthOptions & Readonly<{ /** 0 takes any free port. */ port: number }>;

export type Supabase = Readonly<{
  /** What the clients call the project's URL. */
  url: string;
  keys: Readonly<{ publishable: string; secret: string; jwtSecret: string }>;
  stop(): Promise<void>;
}>;

/** What a Supabase project serves over HTTP, on a database that has been bootstrapped. */
export async function startSupabase(options: SupabaseOptions): Promise<Supabase> {
  const services = await startRestAndAuth(options);
  const server = await startGateway(services, options.port);
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : options.port;
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    await services.close();
  };
  return {
    url: `http://${HOST}:${port}`,
    keys: { publishable: PUBLISHABLE_KEY, secret: SECRET_KEY, jwtSecret: JWT_SECRET },
    stop,
  };
}
