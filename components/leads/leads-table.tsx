"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { AgeHeading, type AgeOrder } from "@/components/leads/age-heading";
import { useLeadAge } from "@/components/leads/lead-age";
import { LeadRow } from "@/components/leads/lead-row";
import { keepWalk } from "@/components/leads/use-walk";
import { useFeature } from "@/components/settings/use-feature";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { leadColumns } from "@/components/leads/lead-columns";
import type { LeadSummary } from "@/lib/leads/lead";
import type { Walk } from "@/lib/leads/walk";

/** `list`: its address; `next`: that of the page that follows. */
type LeadsTableProps = Pick<Walk, "list" | "next"> & { leads: LeadSummary[] };

/** The table of leads, ordered by their last activity; with the beta feature `leadAge` also by age. */
export function LeadsTable({ leads, list, next }: LeadsTableProps) {
  const t = useTranslations("leads");
  const showsAge = useFeature("leadAge");
  const [order, setOrder] = useState<AgeOrder>("none");
  const age = useLeadAge();
  const sign = { none: 0, descending: -1, ascending: 1 }[order];
  const shown = showsAge ? leads.toSorted((a, b) => sign * (age(a) - age(b))) : leads;
  const ids = shown.map(({ id }) => id).join("\n");
  useEffect(() => keepWalk({ list, next, ids: ids.split("\n") }), [list, next, ids]);
  return (
    <Card className="overflow-hidden">
      <table className="w-full">
        <caption className="sr-only">{t("caption", { count: leads.length })}</caption>
        <thead className="border-b border-line bg-paper">
          <tr>
            {leadColumns.map(({ key, hidden, atEnd }) =>
              key !== "age" ? (
                <th key={key} scope="col" className={cn(heading, atEnd ? "text-end" : "text-start", hidden)}>
                  {t(`columns.${key}`)}
                </th>
              ) : (
                showsAge && (
                  <AgeHeading key={key} className={cn(heading, hidden)} order={order} onChange={setOrder} />
                )
              ),
            )}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {shown.map((lead) => (
            <LeadRow key={lead.id} lead={lead} age={showsAge ? age(lead) : null} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

const heading = "px-3 py-2.5 text-xs font-medium whitespace-nowrap text-ink-faint first:ps-5 last:pe-5";
