"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useSyncStatus } from "@/components/settings/settings-provider";
import { createActivityList } from "@/lib/audit/activity-list";
import type { ActivityPage } from "@/lib/audit/event";
import type { ActivityFilter } from "@/lib/audit/filter";
import { onLiveResync, onSettingsHint } from "@/lib/live/hub";
import { all, listen } from "@/lib/live/page-events";
import type { Result } from "@/lib/result";
import { readPage } from "./read-activity";

/**
 * The entries under one filter, kept up to date: mount the component anew when the filter changes. `initial`: the
 * entries that the server read.
 */
export function useActivity(userId: string, filter: ActivityFilter, initial: Result<ActivityPage> | null) {
  const [list] = useState(() => createActivityList((before) => readPage(userId, filter, before), initial));
  const state = useSyncExternalStore(list.subscribe, list.state, list.state);
  useEffect(() => {
    if (list.state().page === null) void list.refresh();
    const refresh = () => void list.refresh();
    return all(onSettingsHint(refresh), onLiveResync(refresh), listen(window, ["online"], refresh));
  }, [list]);
  useOnceSaved(list.refresh);
  return { ...state, refresh: list.refresh, older: list.older };
}

/** Reads the entries again after this device has saved, whether or not a hint arrives. */
function useOnceSaved(act: () => Promise<void>) {
  const { waiting } = useSyncStatus();
  const wasWaiting = useRef(false);
  useEffect(() => {
    if (wasWaiting.current && waiting === 0) void act();
    wasWaiting.current = waiting > 0;
  }, [act, waiting]);
}
