"use client";

import { useFormats } from "@/components/ui/use-formats";
import { useRelativeTime } from "@/components/ui/use-relative-time";

type TimeAgoProps = { at: string; now: Date };

const minuteMs = 60_000;

/** How long ago, in the reader's language; the moment itself, in the reader's zone, on hover. */
export function TimeAgo({ at, now }: TimeAgoProps) {
  const { fullMoment } = useFormats();
  const ago = useRelativeTime();
  const then = new Date(at);
  // Below a minute it would count seconds and stand still; a clock that runs behind must not say "in 3 s".
  const shown = now.getTime() - then.getTime() < minuteMs ? now : then;
  return (
    <time dateTime={at} title={fullMoment(then)} className="shrink-0 text-sm text-ink-faint">
      {ago(shown, { now, style: "narrow" })}
    </time>
  );
}
