import { request as plainRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as secureRequest } from "node:https";
import { reachOf, type Address, type Barred, type Reach, type ReachParts } from "./public-address";

/**
 * What became of a request to an address that a person gave. `barred`: nothing was sent, and nothing will be. `refused`: no
 * connection. `network`, `timeout`: nobody knows whether it was taken. `retryAfter`: as the header has it.
 */
export type Posted =
  | Readonly<{ answered: true; status: number; retryAfter: string | null; text: string }>
  | Readonly<{ answered: false; fault: "refused" | "network" | "timeout" }>
  | Readonly<{ answered: false; fault: "barred"; why: Barred }>;

export type Post = (
  url: string,
  given: Readonly<{ headers: Readonly<Record<string, string>>; body: string }>,
  signal: AbortSignal,
) => Promise<Posted>;

export type PostParts = Partial<ReachParts> & Readonly<{ limitMs?: number; mostBytes?: number }>;

/** Of web servers alone: a request to another port asks whether a service is there. */
const webPorts = [443, 8443];

/** Where an address that a person gave may be reached. Https alone, but for what is named in OUTBOUND_ALLOWED_HOSTS. */
export async function reachOfUrl(text: string, parts: Partial<ReachParts> = {}): Promise<Reach> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    return { ok: false, why: "malformed" };
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  const reach = await reachOf(url.hostname, port, { ports: webPorts, ...parts });
  return reach.ok && !reach.isAllowed && url.protocol === "http:" ? { ok: false, why: "malformed" } : reach;
}

/**
 * Posts to addresses that people give: by https and to public addresses only, no redirect followed, never repeated, for
 * `limitMs` at most and with `mostBytes` of the answer read. The name is resolved once, and the connection goes to what was
 * judged: a name that means another address a moment later gains nothing.
 */
export const posting =
  ({ limitMs = 10_000, mostBytes = 64 * 1024, ...parts }: PostParts = {}): Post =>
  async (url, { headers, body }, signal) => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
    const reach = await within(limit, reachOfUrl(url, parts));
    if (reach === null) return { answered: false, fault: "timeout" };
    if (!reach.ok) return { answered: false, fault: "barred", why: reach.why };
    const options = { method: "POST", headers, signal: limit, agent: false, lookup: always(reach.addresses) };
    return sent(new URL(url), options, body, mostBytes).catch(
      (thrown: unknown) => ({ answered: false, fault: limit.aborted ? "timeout" : faultOf(thrown) }) as const,
    );
  };

/** Null once the time is up: a name server that does not answer holds up nobody. */
const within = <T>(limit: AbortSignal, work: Promise<T>): Promise<T | null> =>
  Promise.race([
    work,
    new Promise<null>((resolve) => {
      if (limit.aborted) resolve(null);
      limit.addEventListener("abort", () => resolve(null), { once: true });
    }),
  ]);

/** Answers the addresses that were judged, whatever the name means by now. */
const always =
  (addresses: readonly [Address, ...Address[]]): NonNullable<RequestOptions["lookup"]> =>
  (_name, { all }, answer) => {
    const [first] = addresses;
    return all ? answer(null, [...addresses]) : answer(null, first.address, first.family);
  };

async function sent(url: URL, options: RequestOptions, body: string, mostBytes: number): Promise<Posted> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = url.protocol === "https:" ? secureRequest : plainRequest;
    request(url, options, resolve).on("error", reject).end(body);
  });
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    chunks.push(Buffer.from(chunk));
    bytes += chunks.at(-1)?.length ?? 0;
    // What is more than anybody reads is not waited for.
    if (bytes >= mostBytes) break;
  }
  response.destroy();
  const text = Buffer.concat(chunks).subarray(0, mostBytes).toString("utf8");
  const retryAfter = response.headers["retry-after"] ?? null;
  return { answered: true, status: response.statusCode ?? 0, retryAfter, text };
}

/** What happens before a byte was sent. */
const unsent = new Set(["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH"]);

function faultOf(thrown: unknown): "refused" | "network" {
  const code = typeof thrown === "object" && thrown !== null && "code" in thrown ? thrown.code : null;
  return typeof code === "string" && unsent.has(code) ? "refused" : "network";
}
