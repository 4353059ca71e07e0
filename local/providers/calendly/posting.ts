import { request as plainly } from "node:http";
import { request as encrypted } from "node:https";
import { Socket } from "node:net";

/** A signal of an abort after so many milliseconds. */
export type Limit = (ms: number) => AbortSignal;

type Posted = Readonly<{
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** To a host that lets nobody in: the connection never comes up. */
  isShut: boolean;
}>;

/** So long the service waits for a connection, and then for an answer. */
const connectMs = 10_000;
const readMs = 15_000;

/** Posts something, once; answers the status, null where no connection came up or no answer came in time. */
export const post = ({ url, headers, body, isShut }: Posted, limit: Limit): Promise<number | null> =>
  new Promise((resolve) => {
    const sending = (url.startsWith("https:") ? encrypted : plainly)(url, {
      method: "POST",
      headers: { ...headers, "content-length": Buffer.byteLength(body) },
      // Each has a connection of its own: the limits are of each.
      agent: false,
      ...(isShut && { createConnection: () => new Socket() }),
    });
    let waiting = new AbortController();
    const end = (status: number | null) => {
      waiting.abort();
      resolve(status);
      sending.destroy();
    };
    /** Waits no longer than so, and no longer for what was waited for before. */
    const wait = (ms: number) => {
      waiting.abort();
      waiting = new AbortController();
      const over = limit(ms);
      over.addEventListener("abort", () => end(null), { once: true, signal: waiting.signal });
      if (over.aborted) end(null);
    };
    sending.on("error", () => end(null));
    // A redirect is an answer like any other, and not followed.
    sending.on("response", ({ statusCode = 0 }) => end(statusCode));
    sending.on("socket", (socket) => socket.once("connect", () => wait(readMs)));
    wait(connectMs);
    sending.end(body);
  });
