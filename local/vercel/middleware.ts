import { request as ask } from "node:http";
import { HOST } from "../ports";
import type { Instance } from "./functions";
import type { Asked } from "./match";

/** What a middleware says to the router, by the headers of its answer; the rest of them are the browser's. */
const forRouter = /^x-middleware-/;
const bodyHeaders = ["content-length", "transfer-encoding"];
const override = "x-middleware-override-headers";

/**
 * Asks the middleware. It either answers the request itself, or lets it pass with the headers that the function behind
 * it is to see and those that the browser is to get.
 */
export async function askMiddleware(
  { port }: Instance,
  { method, path, query, headers }: Asked,
): Promise<Response | { request: Headers; response: Headers }> {
  const answer = await new Promise<Response>((resolve, reject) => {
    // The body stays with the router, which gives it to the function behind.
    const told = Object.fromEntries([...headers].filter(([name]) => !bodyHeaders.includes(name)));
    const sent = ask({ host: HOST, port, method, path: addressOf(path, query), headers: told });
    sent.once("error", reject);
    sent.once("response", (got) => {
      const chunks: Buffer[] = [];
      got.on("data", (chunk: Buffer) => chunks.push(chunk));
      got.once("end", () => {
        const pairs = Object.entries(got.headersDistinct).flatMap(([name, values = []]) =>
          values.map((value): [string, string] => [name, value]),
        );
        resolve(
          new Response(chunks.length > 0 ? Buffer.concat(chunks) : null, {
            status: got.statusCode,
            headers: pairs,
          }),
        );
      });
    });
    sent.end();
  });
  if (!answer.headers.has("x-middleware-next")) return answer;
  const request = new Headers(headers);
  const named = answer.headers.get(override)?.split(",") ?? [];
  if (answer.headers.has(override))
    for (const name of headers.keys()) if (!named.includes(name)) request.delete(name);
  for (const name of named) {
    const value = answer.headers.get(`x-middleware-request-${name}`);
    if (value === null) request.delete(name);
    else request.set(name, value);
  }
  // How long the body is, the middleware was not told.
  for (const name of bodyHeaders) {
    const value = headers.get(name);
    if (value === null) request.delete(name);
    else request.set(name, value);
  }
  const cookies = answer.headers.get("x-middleware-set-cookie");
  if (cookies) request.set("x-middleware-set-cookie", cookies);
  const response = new Headers([...answer.headers].filter(([name]) => !forRouter.test(name)));
  response.delete("content-length");
  return { request, response };
}

export const addressOf = (path: string, query: URLSearchParams): string =>
  `${path}${query.size > 0 ? `?${query}` : ""}`;
