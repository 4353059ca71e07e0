export type Rate = Readonly<{ take(): { isOver: boolean; headers: Record<string, string> } }>;

/** A limit for each second, told in the headers of every answer. */
export function createRate(perSecond: number, now: () => number): Rate {
  let second = 0;
  let used = 0;
  return {
    take() {
      const current = Math.floor(now() / 1_000);
      if (current !== second) [second, used] = [current, 0];
      used += 1;
      const isOver = used > perSecond;
      const headers = {
        "ratelimit-limit": String(perSecond),
        "ratelimit-remaining": String(Math.max(0, perSecond - used)),
        "ratelimit-reset": "1",
        ...(isOver && { "retry-after": "1" }),
      };
      return { isOver, headers };
    },
  };
}
