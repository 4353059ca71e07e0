import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { HOST } from "../ports";

export type Reply = Readonly<{
  status: number;
  headers?: Readonly<Record<string, string>>;
  body: string | Buffer;
  /** After so many bytes of the body the connection breaks. */
  cutAfter?: number;
}>;

export const asJson = (status: number, value: unknown, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8", ...headers },
  body: JSON.stringify(value),
});

/**
 * Something that goes wrong with `times` requests of a stand-in, after the next `after` ones. `hang`: takes the request
 * and never answers; `cut`: breaks the connection. `path`: counts and meets only requests whose path ends so.
 */
export type Fault = Readonly<{ reply: Reply | "hang" | "cut"; times: number; after?: number; path?: string }>;

export type Faults = Readonly<{
  set(fault: Fault): void;
  /** The fault of this request, if it has one. */
  take(path?: string): Fault["reply"] | null;
}>;

export function createFaults(): Faults {
  let fault: Fault | null = null;
  return {
    set: (next) => void (fault = next),
    take(path = "") {
      if (!fault || fault.times <= 0 || !path.endsWith(fault.path ?? "")) return null;
      const { after = 0, times, reply } = fault;
      fault = after > 0 ? { ...fault, after: after - 1 } : { ...fault, times: times - 1 };
      return after > 0 ? null : reply;
    },
  };
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** A listener that answers what `answer` says, and 500 where it throws, with the reason on the console. */
export const listener =
  (answer: (request: IncomingMessage) => Promise<Reply | "hang" | "cut">): RequestListener =>
  (request, response) => {
    answer(request).then(
      (reply) => give(response, reply),
      (error: unknown) => {
        console.error(error);
        give(response, { status: 500, body: "" });
      },
    );
  };

function give(response: ServerResponse, reply: Reply | "hang" | "cut") {
  if (reply === "hang") return;
  if (reply === "cut") return void response.destroy();
  const { status, headers, body, cutAfter } = reply;
  if (cutAfter === undefined) return void response.writeHead(status, headers).end(body);
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.write(Buffer.from(body).subarray(0, cutAfter), () => response.destroy());
}

/** Listens on the loopback address; `port` 0 takes a free one. */
export async function listen(server: Server, port: number): Promise<{ port: number; stop(): Promise<void> }> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, resolve);
  });
  const address = server.address();
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return { port: address !== null && typeof address === "object" ? address.port : port, stop };
}
