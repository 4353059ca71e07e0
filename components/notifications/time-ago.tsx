"use client";

import { useFormatter } from "next-intl";
import { useRelativeTime } from "@/components/ui/use-relative-time";

type TimeAgoProps = { at: string; now: Date };

const minuteMs = 60_000;

/** How long ago, in the reader's language; the moment itself, in the reader's zone, on hover. */
export function TimeAgo({ at, now }: TimeAgoProps) {
  const format = useFormatter();
  const ago = useRelativeTime();
  const then = new Date(at);
  // Below a minute it would count seconds and stand still; a clock that runs behind must not say "in 3 s".
  const shown = now.getTime() - then.getTime() < minuteMs ? now : then;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <time
      dateTime={at}
      title={format.dateTime(then, { dateStyle: "medium", timeStyle: "short", timeZone })}
      className="shrink-0 text-sm text-ink-faint"
    >
      {ago(shown, { now, style: "narrow" })}
    </time>
  );
}
