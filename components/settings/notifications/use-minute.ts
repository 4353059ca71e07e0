"use client";

import { useNow } from "next-intl";

const minuteMs = 60_000;

/** The minute it is, as an instant: a new one each minute. All changes of a schedule fall on whole minutes. */
export function useMinute(): string {
  const now = useNow({ updateInterval: 1_000 });
  return new Date(Math.floor(now.getTime() / minuteMs) * minuteMs).toISOString();
}
