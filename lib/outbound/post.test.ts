import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { posting, type PostParts } from "./post";

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server on this machine; answers its port. */
async function listening(answer: Parameters<typeof createServer>[1]): Promise<number> {
  const made = createServer(answer);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = made.address();
  if (address === null || typeof address === "string") throw new Error("it listens on a port");
  return address.port;
}

const given = { headers: { "content-type": "text/plain" }, body: "Grüße" };
const post = (url: string, parts: PostParts = {}) =>
  posting({ allowed: [], resolve: async () => ["127.0.0.1"], ...parts })(
    url,
    given,
    new AbortController().signal,
  );

it("goes to the address that was judged, under its name, and the name is asked for once", async () => {
  const seen: unknown[] = [];
  const port = await listening((request, response) => {
    seen.push(request.headers.host);
    request.on("data", (chunk) => seen.push(String(chunk)));
    request.on("end", () => response.writeHead(429, { "retry-after": "7" }).end("later"));
  });
  let asked = 0;
  const resolve = async () => ((asked += 1), asked === 1 ? ["127.0.0.1"] : ["10.0.0.1"]);
  const url = `http://no-such-name.example:${port}/in`;
  expect(await post(url, { allowed: [`no-such-name.example:${port}`], resolve })).toEqual({
    answered: true,
    status: 429,
    retryAfter: "7",
    text: "later",
  });
  expect(seen).toEqual([`no-such-name.example:${port}`, "Grüße"]);
  expect(asked).toBe(1);
});

it("follows no redirect", async () => {
  let asked = 0;
  const port = await listening((_request, response) => {
    asked += 1;
    response.writeHead(307, { location: "/elsewhere" }).end();
  });
  expect(await post(`http://127.0.0.1:${port}/`, { allowed: [`127.0.0.1:${port}`] })).toMatchObject({
    status: 307,
  });
  expect(asked).toBe(1);
});

it("reads no more of an answer than it may", async () => {
  const port = await listening((_request, response) => {
    response.writeHead(200);
    const more = () =>
      void (response.writable && response.write("x".repeat(1_000), () => setImmediate(more)));
    more();
  });
  const answer = await post(`http://127.0.0.1:${port}/`, {
    allowed: [`127.0.0.1:${port}`],
    mostBytes: 5_000,
  });
  expect(answer).toEqual({ answered: true, status: 200, retryAfter: null, text: "x".repeat(5_000) });
});

it("waits no longer than it may: for an answer, and for a name", async () => {
  const port = await listening(() => undefined);
  const timeout = { answered: false, fault: "timeout" };
  const allowed = [`127.0.0.1:${port}`];
  expect(await post(`http://127.0.0.1:${port}/`, { allowed, limitMs: 50 })).toEqual(timeout);
  const never = () => new Promise<never>(() => undefined);
  expect(await post("https://slow.example/", { resolve: never, limitMs: 50 })).toEqual(timeout);
});

it("says where nobody listens", async () => {
  const port = await listening(() => undefined);
  await new Promise((resolve) => server?.close(resolve));
  expect(await post(`http://127.0.0.1:${port}/`, { allowed: [`127.0.0.1:${port}`] })).toEqual({
    answered: false,
    fault: "refused",
  });
});

it.each([
  ["http://hooks.example/", "port"],
  ["https://hooks.example:22/", "port"],
  ["https://hooks.example/", "private"],
  ["https://0x7f.1/", "private"],
  ["https://[::ffff:127.0.0.1]/", "private"],
  ["https://a:b@hooks.example/", "malformed"],
  ["ftp://hooks.example/", "malformed"],
  ["file:///etc/passwd", "malformed"],
  ["hooks", "malformed"],
])("sends nothing to %s: %s", async (url, why) => {
  expect(await post(url)).toEqual({ answered: false, fault: "barred", why });
});

it("goes without TLS to nobody but stand-ins", async () => {
  const resolve = async () => ["93.184.215.14"];
  expect(await post("http://hooks.example:443/", { resolve })).toEqual({
    answered: false,
    fault: "barred",
    why: "malformed",
  });
});
