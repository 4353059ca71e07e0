"use client";

import { useFormats } from "@/components/ui/use-formats";
import { useRelativeTime } from "@/components/ui/use-relative-time";

type TimeAgoProps = { at: string; now: Date };

const minuteMs = 60_000;

/** How long ago a notification came, in the reader's language; the tooltip has the moment in the reader's zone. */
export function TimeAgo({ at, now }: TimeAgoProps) {
  const { fullMoment } = useFormats();
  const ago = useRelativeTime();
  const then = new Date(at);
  // Below a minute the text would name seconds that do not change; and a clock that is behind must not give "in 3 s".
  const shown = now.getTime() - then.getTime() < minuteMs ? now : then;
  return (
    <time dateTime={at} title={fullMoment(then)} className="shrink-0 text-sm text-ink-faint">
      {ago(shown, { now, style: "short" })}
    </time>
  );
}
