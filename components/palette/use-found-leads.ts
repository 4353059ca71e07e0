"use client";

import { useEffect, useState } from "react";
import { fetchResult } from "@/lib/fetch-result";
import type { FoundLead } from "@/lib/leads/page";
import { longestSearch, shortestFind } from "@/lib/leads/query";
import { paths } from "@/lib/paths";

/** A person who types goes on within this time; the server is asked when they pause. */
export const pauseMs = 180;

type Answer = { text: string; leads: readonly FoundLead[]; failed: boolean };
const none: Answer = { text: "", leads: [], failed: false };

/**
 * The leads that a text names, from the server: one question for what stands there when the typing pauses. Until it is
 * answered the leads before it stay, where the text goes on from theirs. `looking`: the answer is still to come.
 */
export function useFoundLeads(text: string) {
  const [answer, setAnswer] = useState<Answer>(none);
  const asks = text.length >= shortestFind && text.length <= longestSearch;
  useEffect(() => {
    if (!asks) return;
    let left = false;
    const alarm = setTimeout(() => {
      void fetchResult<FoundLead[]>(paths.api.findLeads(text)).then((found) => {
        // Newer words have been typed: this answer is nobody's any more.
        if (!left) setAnswer({ text, leads: found.ok ? found.value : [], failed: !found.ok });
      });
    }, pauseMs);
    return () => {
      left = true;
      clearTimeout(alarm);
    };
  }, [asks, text]);
  if (!asks) return { leads: none.leads, looking: false, failed: false };
  const stands = answer.text !== "" && text.startsWith(answer.text);
  return {
    leads: stands ? answer.leads : none.leads,
    looking: answer.text !== text,
    failed: answer.text === text && answer.failed,
  };
}
