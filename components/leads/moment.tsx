"use client";

import { useFormats } from "@/components/ui/use-formats";
import { useRelativeTime } from "@/components/ui/use-relative-time";
import { useNow } from "@/components/ui/use-now";

/** An instant on the clock of the reader's zone and, where it helps, how long ago it was. */
export function Moment({ at, ago = false, className }: { at: string; ago?: boolean; className?: string }) {
  const { moment } = useFormats();
  const sinceThen = useRelativeTime();
  const now = useNow();
  return (
    <time dateTime={at} className={className}>
      {moment(at)}
      {ago && ` · ${sinceThen(new Date(at), { now })}`}
    </time>
  );
}
