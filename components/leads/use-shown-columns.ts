"use client";

import { leadColumns } from "@/components/leads/lead-columns";
import { useAppPreferences } from "@/components/settings/settings-provider";
import { useFeature } from "@/components/settings/use-feature";
import type { LeadSummary } from "@/lib/leads/lead";

/** The columns that the person wants to see and these leads have something in. */
export function useShownColumns(leads: readonly LeadSummary[]) {
  const wanted = useAppPreferences().value.data_preferences.leadColumns;
  const showsAge = useFeature("leadAge");
  // Not every business says whose a lead is, or when to write next.
  const holds = { owner: leads.some(({ owner }) => owner), nextStep: leads.some((lead) => lead.next_step) };
  return leadColumns.filter(({ key }) => {
    if (key === "lead" || key === "heat") return true;
    if (key === "age") return showsAge;
    return wanted[key] && (key === "owner" || key === "nextStep" ? holds[key] : true);
  });
}
