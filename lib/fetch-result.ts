import { fail, type Result } from "./result";

const timeoutMs = 10_000;

/**
 * The answer of a read route of this app (`readRoute`), for a running page. No answer, or a foreign one (from a proxy
 * or a hotel's sign-in page), is `unavailable`.
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
