import { createServer } from "node:http";
import { join } from "node:path";
import { HOST } from "../../local/ports";
import { JWT_SECRET, PUBLISHABLE_KEY, SECRET_KEY } from "../../local/supabase/keys";
import { root } from "../../scripts/root";
import { serveApp } from "../../scripts/serve";
import { addresses } from "./addresses";

/**
 * An app of a test's own on the shared platform, which may be stopped without taking it from the others. Playwright
 * numbers the tests that run at once, so that each gets a port of its own.
 */
const port = Math.max(...Object.values(addresses.ports)) + 1 + Number(process.env.TEST_PARALLEL_INDEX ?? "0");

const settings = {
  NEXT_PUBLIC_SUPABASE_URL: addresses.api,
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: PUBLISHABLE_KEY,
  SUPABASE_SECRET_KEY: SECRET_KEY,
  SUPABASE_JWT_SECRET: JWT_SECRET,
  COOKIE_NAMESPACE: `second-${port}`,
  SITE_URL: `http://localhost:${port}`,
};

export const secondApp = {
  url: `http://localhost:${port}`,
  port,
  env: settings,
  start: (distDir = ".next", env: Record<string, string> = settings) =>
    serveApp({
      mode: "start",
      port,
      distDir,
      logFile: join(root, ".data", `e2e-${addresses.ports.app}`, `second-app-${port}.log`),
      env,
    }),
};

/** As it is before anybody has set anything, even where this machine has a project of its own in `.env.local`. */
export const nothingSet = Object.fromEntries(
  ["URL", "PUBLISHABLE_KEY", "ANON_KEY"].flatMap((name) => [
    [`NEXT_PUBLIC_SUPABASE_${name}`, ""],
    [`SUPABASE_${name}`, ""],
  ]),
);

/** What stands at the app's address while only the gateway in front of it is up. */
export async function startGatewayAlone(): Promise<{ stop(): Promise<void> }> {
  const server = createServer((_, response) => void response.writeHead(503).end("Service Unavailable"));
  await new Promise<void>((resolve) => server.listen(port, HOST, resolve));
  return {
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
