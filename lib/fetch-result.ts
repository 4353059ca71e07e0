import { fail, type Result } from "./result";
import { hearAnswer } from "./server-clock";

const timeoutMs = 10_000;

/**
 * The answer of a read route of this app (`readRoute`), for a running page. No answer, or a foreign one (from a proxy
 * or a hotel's sign-in page), is `unavailable`.
 */
export async function fetchResult<T>(url: string): Promise<Result<T>> {
  try {
    const response = await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(timeoutMs) });
    const body: Result<T> = await response.json();
    if (typeof body.ok !== "boolean") return fail("unavailable");
    hearAnswer(response);
    return body;
  } catch {
    return fail("unavailable");
  }
}
