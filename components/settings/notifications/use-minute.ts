"use client";

import { useNow } from "next-intl";
import { useEffect, useState } from "react";

const minuteMs = 60_000;
const minuteOf = (now: Date) => new Date(Math.floor(now.getTime() / minuteMs) * minuteMs).toISOString();

/**
 * The minute it is, as an instant: a new one each minute, and nothing is drawn anew in between. All changes of a
 * schedule fall on whole minutes.
 */
export function useMinute(): string {
  const opened = useNow();
  const [minute, setMinute] = useState(() => minuteOf(opened));
  useEffect(() => {
    const timer = setInterval(() => setMinute(minuteOf(new Date())), 1_000);
    return () => clearInterval(timer);
  }, []);
  return minute;
}
