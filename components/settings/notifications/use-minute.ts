"use client";

import { useNow } from "next-intl";
import { useEffect, useState } from "react";

const minuteMs = 60_000;
const minuteOf = (now: Date) => new Date(Math.floor(now.getTime() / minuteMs) * minuteMs).toISOString();

/**
 * The present minute as an instant. A component that uses it renders again once a minute: schedules change on whole
 * minutes.
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
