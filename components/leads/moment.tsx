"use client";

import { useFormatter, useNow } from "next-intl";
import { useSyncExternalStore } from "react";
import { useRelativeTime } from "@/components/ui/use-relative-time";

const never = () => () => {};
const readerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const serverZone = () => "UTC";

/** An instant and, where it helps, how long ago it was. The server writes UTC; the browser then writes the reader's own zone. */
export function Moment({ at, ago = false, className }: { at: string; ago?: boolean; className?: string }) {
  const format = useFormatter();
  const sinceThen = useRelativeTime();
  const now = useNow();
  const timeZone = useSyncExternalStore(never, readerZone, serverZone);
  const date = new Date(at);
  return (
    <time dateTime={at} className={className}>
      {format.dateTime(date, "moment", { timeZone })}
      {ago && ` · ${sinceThen(date, { now })}`}
    </time>
  );
}
