import { useEffect, useEffectEvent } from "react";
import { startRefreshTimer, type RefreshWorld } from "@/components/dashboard/refresh-timer";
import { listen } from "@/lib/live/page-events";

const browser: RefreshWorld = {
  now: () => Date.now(),
  isHidden: () => document.hidden,
  onVisibility: (listener) => listen(document, ["visibilitychange"], listener),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** `null` refreshes never. A changed interval starts from zero. */
export function useAutoRefresh(intervalMs: number | null, refresh: () => void): void {
  const onDue = useEffectEvent(refresh);
  useEffect(
    () => (intervalMs === null ? undefined : startRefreshTimer(browser, intervalMs, onDue)),
    [intervalMs],
  );
}
