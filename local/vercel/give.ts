import { existsSync, readFileSync } from "node:fs";
import { request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import { dirname, extname, join } from "node:path";
import { z } from "zod";
import { HOST } from "../ports";
import type { Instance } from "./functions";

const types: Record<string, string> = {
  ".js": "application/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Answers with a file; a type among `headers` beats the one its name says. */
export function giveFile(
  response: ServerResponse,
  file: string,
  status: number | null,
  headers: Headers,
): void {
  if (!headers.has("content-type"))
    headers.set("content-type", types[extname(file)] ?? "application/octet-stream");
  write(response, status ?? 200, headers);
  response.end(readFileSync(file));
}

export async function give(response: ServerResponse, answer: Response): Promise<void> {
  write(response, answer.status, answer.headers);
  response.end(Buffer.from(await answer.arrayBuffer()));
}

/** A repeated header stays repeated: each cookie is one. */
function write(response: ServerResponse, status: number, headers: Headers): void {
  headers.forEach((value, name) => name !== "set-cookie" && response.setHeader(name, value));
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("set-cookie", cookies);
  response.writeHead(status);
}

const rendered = z.object({
  fallback: z.object({ fsPath: z.string() }).nullable(),
  initialHeaders: z.record(z.string(), z.string()).optional(),
  initialStatus: z.number().optional(),
});

/** What the build rendered for a function's address, if it did. */
export function renderedAt(
  output: string,
  path: string,
): { file: string; status: number | null; headers: Headers } | null {
  const config = join(output, "functions", `${path}.prerender-config.json`);
  if (!existsSync(config)) return null;
  const { fallback, initialHeaders, initialStatus } = rendered.parse(
    JSON.parse(readFileSync(config, "utf8")),
  );
  if (!fallback) return null;
  const file = join(dirname(config), fallback.fsPath);
  return { file, status: initialStatus ?? null, headers: new Headers(initialHeaders) };
}

type Forwarded = Readonly<{ address: string; request: Headers; response: Headers; status: number | null }>;

/** Lets a function answer. What the router has for the browser is added, but where the function says otherwise. */
export function forward(
  { port }: Instance,
  from: IncomingMessage,
  to: ServerResponse,
  { address, request, response, status }: Forwarded,
): void {
  const sent = ask({
    host: HOST,
    port,
    method: from.method,
    path: address,
    headers: Object.fromEntries(request),
  });
  sent.once("response", (answer) => {
    const headers = new Headers(response);
    for (const [name, values = []] of Object.entries(answer.headersDistinct)) {
      if (name !== "set-cookie") headers.delete(name);
      for (const value of values) headers.append(name, value);
    }
    write(to, status ?? answer.statusCode ?? 500, headers);
    answer.pipe(to);
  });
  sent.once("error", (error) => to.destroy(error));
  to.once("close", () => sent.destroy());
  from.pipe(sent);
}
