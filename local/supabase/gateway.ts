import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { HOST } from "../ports";
import { allowAnyOrigin, preflight } from "./cross-origin";
import type { RestAndAuth } from "./rest-and-auth";

const SERVED = /^\/(rest|auth)\/v1(\/|$)/;

/**
 * Serves the platform at one address, as hosted: `/rest/v1` and `/auth/v1`; Realtime attaches `/realtime/v1` to the
 * returned server. Resolves once the server listens; port 0 takes any free port.
 */
export async function startGateway(services: Pick<RestAndAuth, "fetch">, port: number): Promise<Server> {
  const handle = getRequestListener(
    async (request, { incoming }) => {
      if (!SERVED.test(new URL(request.url).pathname)) return notFound();
      const answer = preflight(request);
      if (answer !== null) return answer;
      return allowAnyOrigin(await services.fetch(request, incoming.socket.remoteAddress ?? null));
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, resolve);
  });
  return server;
}

/** The hosted gateway's answer. */
function notFound(): Response {
  return Response.json({ message: "no Route matched with those values" }, { status: 404 });
}
