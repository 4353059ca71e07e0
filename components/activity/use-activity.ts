"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { createActivityFeed } from "@/lib/audit/feed";
import type { ActivityPage } from "@/lib/audit/event";
import type { ActivityFilter } from "@/lib/audit/filter";
import { onLiveResync, onSettingsHint } from "@/lib/live/hub";
import type { Result } from "@/lib/result";
import { readPage } from "./read-activity";

/** The record under one filter, kept up with: mount it anew when the filter changes. `initial`: what the server read. */
export function useActivity(userId: string, filter: ActivityFilter, initial: Result<ActivityPage> | null) {
  const [feed] = useState(() => createActivityFeed((before) => readPage(userId, filter, before), initial));
  const state = useSyncExternalStore(feed.subscribe, feed.state, feed.state);
  useEffect(() => {
    if (feed.state().page === null) void feed.refresh();
    const refresh = () => void feed.refresh();
    const stops = [onSettingsHint(refresh), onLiveResync(refresh)];
    window.addEventListener("online", refresh);
    return () => {
      stops.forEach((stop) => stop());
      window.removeEventListener("online", refresh);
    };
  }, [feed]);
  return { ...state, refresh: feed.refresh, older: feed.older };
}
