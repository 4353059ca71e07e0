"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { fetchResult } from "@/lib/fetch-result";
import { onLeadHint, onLiveResync } from "@/lib/live/hub";
import type { Talk } from "@/lib/leads/talk";
import { lineFrom, withEarlier, withNewest, type TalkLine } from "@/lib/leads/talk-line";
import { paths } from "@/lib/paths";

const loadTalk = (leadId: string, before: Record<string, string> = {}) =>
  fetchResult<Talk>(paths.api.leadTalk(leadId, before));

/**
 * A lead's conversation as this page shows it: the first page came with it, the newest is read again whenever something
 * was said, and what is older when it is asked for. `failed`: the last time that was asked for could not be read.
 */
export function useTalk(leadId: string, initial: Talk) {
  const [line, setLine] = useState<TalkLine>(() => lineFrom(initial));
  const [loading, setLoading] = useState(false);
  const [failed, setFailed] = useState(false);

  const renew = useEffectEvent(async () => {
    const newest = await loadTalk(leadId);
    if (newest.ok) setLine((now) => withNewest(now, newest.value));
  });
  useEffect(() => {
    const stop = [
      onLeadHint((hint) => void (hint.lead_id === leadId && renew())),
      onLiveResync(() => void renew()),
    ];
    return () => stop.forEach((end) => end());
  }, [leadId]);

  async function loadEarlier() {
    if (loading || line.next === null) return;
    setLoading(true);
    const page = await loadTalk(leadId, line.next);
    setLoading(false);
    setFailed(!page.ok);
    if (page.ok) setLine((now) => withEarlier(now, page.value));
  }
  async function refresh() {
    const newest = await loadTalk(leadId);
    if (newest.ok) setLine((now) => withNewest(now, newest.value));
  }
  return { line, loading, failed, loadEarlier: () => void loadEarlier(), refresh };
}
