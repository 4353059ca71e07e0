"use client";

import { useFormats } from "@/components/ui/use-formats";
import { useNow } from "@/components/ui/use-now";
import { daysBetween } from "@/lib/time/civil-days";
import type { LeadSummary } from "@/lib/leads/lead";

/** Days since the first contact, by the calendar of the reader's zone; a clock that runs behind counts none. */
export function useLeadAge(): (lead: Pick<LeadSummary, "created_at">) => number {
  const { zone } = useFormats();
  const now = useNow();
  return ({ created_at }) => Math.max(0, daysBetween(created_at, now, zone));
}
