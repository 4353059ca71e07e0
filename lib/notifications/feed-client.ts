import type { LiveCredentials } from "@/lib/live/token-source";
import { paths } from "@/lib/paths";
import { fail, type Result } from "@/lib/result";
import type { FeedAnswer } from "./notification";

const timeoutMs = 10_000;

/** A GET route that answers a `Result`. No answer, or one that is not ours, is `unavailable`. */
async function read<T>(url: string): Promise<Result<T>> {
  try {
    const response = await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(timeoutMs) });
    const body: Result<T> = await response.json();
    return typeof body.ok === "boolean" ? body : fail("unavailable");
  } catch {
    return fail("unavailable");
  }
}

/** `userId` is who the page was made for; a device where somebody else has signed in since answers `wrong_user`. */
export const loadFeed = (userId: string, afterSeq: number) =>
  read<FeedAnswer>(paths.api.notifications(userId, afterSeq));

export async function loadCredentials(userId: string): Promise<LiveCredentials> {
  const answer = await read<LiveCredentials>(paths.api.realtimeToken(userId));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}
