import { existsSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { HOST } from "../ports";
import { readConfig } from "./config";
import { startFunctions } from "./functions";
import { forward, give, giveFile, renderedAt } from "./give";
import { addressOf, askMiddleware } from "./middleware";
import type { Asked } from "./match";
import { resolve } from "./resolve";

type Options = Parameters<typeof startFunctions>[0] & Readonly<{ port: number }>;

export type VercelServer = Readonly<{ url: string; stop(): Promise<void> }>;

/** Serves a build output as Vercel does: the phases of its routes, its files, its functions. */
export async function serveOutput(options: Options): Promise<VercelServer> {
  const config = readConfig(options.output);
  const functions = startFunctions(options);
  const files = new Map(
    Object.entries(config.overrides).map(([file, { path }]) => [`/${path ?? file}`, file]),
  );
  const fileAt = (path: string) => {
    const file = join(options.output, "static", files.get(decoded(path)) ?? decoded(path));
    return existsSync(file) && statSync(file).isFile() ? file : null;
  };
  const environment = {
    config,
    exists: (path: string) => fileAt(path) !== null || functions.exists(path),
    middleware: async (path: string, asked: Asked) => askMiddleware(await functions.at(path), asked),
  };

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? "/", "http://localhost");
    const method = request.method ?? "GET";
    const headers = arriving(request);
    const found = await resolve(environment, {
      method,
      path: url.pathname,
      query: url.searchParams,
      headers,
    });
    if (found.kind === "answer") return give(response, found.response);
    const file = fileAt(found.path);
    if (file) return giveFile(response, file, found.status, found.headers);
    const rendered = method === "GET" ? renderedAt(options.output, found.path) : null;
    if (rendered) return giveFile(response, rendered.file, rendered.status ?? found.status, rendered.headers);
    const instance = await functions.at(found.path);
    found.request.set("x-matched-path", found.headers.get("x-matched-path") ?? found.path);
    const address = addressOf(url.pathname, found.query);
    forward(instance, request, response, { ...found, address, response: found.headers });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(502).end(String(error)));
  });
  await new Promise<void>((ready) => server.listen(options.port, HOST, ready));
  return {
    url: `http://localhost:${options.port}`,
    async stop() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
      await functions.stop();
    },
  };
}

/** What Vercel writes of the browser, and lets no browser write. */
function arriving(request: IncomingMessage): Headers {
  const pairs = Object.entries(request.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const headers = new Headers(pairs);
  const address = request.socket.remoteAddress ?? "";
  for (const name of ["x-real-ip", "x-forwarded-for", "x-vercel-forwarded-for"]) headers.set(name, address);
  headers.set("x-forwarded-host", headers.get("host") ?? "");
  headers.set("x-forwarded-proto", "http");
  return headers;
}

const decoded = (path: string) => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};
