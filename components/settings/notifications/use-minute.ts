"use client";

import { useEffect, useState } from "react";
import { useNow } from "@/components/ui/use-now";
import { serverClock } from "@/lib/server-clock";

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
    const timer = setInterval(() => setMinute(minuteOf(new Date(serverClock.now()))), 1_000);
    return () => clearInterval(timer);
  }, []);
  return minute;
}
