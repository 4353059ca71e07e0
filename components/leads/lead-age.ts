"use client";

import { useNow } from "next-intl";
import { useFormats } from "@/components/ui/use-formats";
import { daysBetween } from "@/lib/time/civil-days";
import type { LeadSummary } from "@/lib/leads/lead";

/** Days since the first contact, by the calendar of the reader's zone; a clock that runs behind counts none. */
export function useLeadAge(): (lead: Pick<LeadSummary, "created_at">) => number {
  const { timeZone } = useFormats();
  const now = useNow();
  return ({ created_at }) => Math.max(0, daysBetween(created_at, now, timeZone));
}
