"use client";

import { useEffect, useState } from "react";
import { fetchResult } from "@/lib/fetch-result";
import type { TeamTimes } from "@/lib/leads/team-times/team-times";
import { paths } from "@/lib/paths";
import type { Result } from "@/lib/result";
import { isoOf } from "@/lib/time/wall-time";

/** The team's times of a stretch (Unix milliseconds); null while they are read. */
export function useTeamTimes(leadId: string, { from, to }: Readonly<{ from: number; to: number }>) {
  const url = paths.api.leadTimes({ lead: leadId, from: isoOf(from), to: isoOf(to) });
  const [read, setRead] = useState<{ url: string; answer: Result<TeamTimes> } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void fetchResult<TeamTimes>(url).then((answer) => isWanted && setRead({ url, answer }));
    return () => void (isWanted = false);
  }, [url]);
  return read?.url === url ? read.answer : null;
}
