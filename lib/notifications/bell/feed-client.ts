import { fetchResult } from "@/lib/fetch-result";
import type { LiveCredentials } from "@/lib/live/token-keeper";
import { paths } from "@/lib/paths";
import type { FeedAnswer } from "@/lib/notifications/notification";

/** `userId` is the person the page was made for: `wrong_user` if another person has signed in on the device since. */
export const loadFeed = (userId: string, afterSeq: number) =>
  fetchResult<FeedAnswer>(paths.api.notifications(userId, afterSeq));

export async function loadCredentials(userId: string): Promise<LiveCredentials> {
  const answer = await fetchResult<LiveCredentials>(paths.api.realtimeToken(userId));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}
