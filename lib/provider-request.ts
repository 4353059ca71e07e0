/**
 * What a provider said, or that it said nothing. `refused`: no connection, so that the request was certainly not taken.
 * `network`, `timeout`: nobody knows whether it was.
 */
export type Asked =
  | Readonly<{ answered: true; status: number; headers: Headers; body: unknown }>
  | Readonly<{ answered: false; fault: "refused" | "network" | "timeout" }>;

export type Ask = (url: string, init: RequestInit, signal: AbortSignal) => Promise<Asked>;

const timeoutMs = 10_000;

/** One request, never repeated, no redirect followed: credentials go to the host that they are for. */
export const asking =
  (limitMs = timeoutMs): Ask =>
  async (url, init, signal) => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
    try {
      const answer = await fetch(url, { ...init, signal: limit, redirect: "manual", cache: "no-store" });
      return {
        answered: true,
        status: answer.status,
        headers: answer.headers,
        body: jsonOf(await answer.text()),
      };
    } catch (error) {
      return { answered: false, fault: limit.aborted ? "timeout" : faultOf(error) };
    }
  };

/** What happens before a byte was sent. */
const unsent = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

function faultOf(error: unknown): "refused" | "network" {
  const cause = error instanceof Error ? error.cause : null;
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : null;
  return typeof code === "string" && unsent.has(code) ? "refused" : "network";
}

/** The JSON of an answer; null for anything else, such as the page of a proxy. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
