import { fail, ok, type Result } from "@/lib/result";

/** Longer than the server waits for Meta, so that what stopped it is known. */
const timeoutMs = 90_000;

/** What a lead sent beside words. `isShown`: the browser shows or plays it; else it is to be saved. */
export async function fetchMedia(url: string): Promise<Result<{ content: Blob; isShown: boolean }>> {
  try {
    const response = await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) {
      const body: Result<never> = await response.json();
      return body.ok === false ? body : fail("unavailable");
    }
    const isShown = response.headers.get("content-disposition")?.startsWith("inline") === true;
    return ok({ content: await response.blob(), isShown });
  } catch {
    return fail("unavailable");
  }
}
