import { fail, type Result } from "./result";

const timeoutMs = 10_000;

/**
 * What a read route of this app answers (`readRoute`), asked for by a running page. No answer, or one that is not the
 * app's own, is `unavailable`: the network is gone, or something on the way answered in its stead.
 */
export async function fetchResult<T>(url: string): Promise<Result<T>> {
  try {
    const response = await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(timeoutMs) });
    const body: Result<T> = await response.json();
    return typeof body.ok === "boolean" ? body : fail("unavailable");
  } catch {
    return fail("unavailable");
  }
}
