"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { LeadRow } from "@/components/leads/lead-row";
import { SortHeading } from "@/components/leads/sort-heading";
import { useShownColumns } from "@/components/leads/use-shown-columns";
import { keepWalk } from "@/components/leads/use-walk";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { writeCursor } from "@/lib/leads/cursor";
import type { LeadPage } from "@/lib/leads/page";
import { leadsAddress, type LeadQuery } from "@/lib/leads/query";

type LeadsTableProps = { projectId: string; query: LeadQuery; page: LeadPage };

/** A page of leads in the order that the server sorted them. From here a person walks through them. */
export function LeadsTable({ projectId, query, page: { leads, next } }: LeadsTableProps) {
  const t = useTranslations("leads");
  const columns = useShownColumns(leads);
  const list = leadsAddress(projectId, query);
  const further = next && leadsAddress(projectId, query, writeCursor(next));
  const ids = leads.map(({ id }) => id).join("\n");
  useEffect(() => keepWalk({ list, next: further, ids: ids.split("\n") }), [list, further, ids]);
  return (
    <Card className="@container overflow-hidden print:overflow-visible">
      <table className="w-full">
        <caption className="sr-only">{t("caption", { count: leads.length })}</caption>
        <thead className="border-b border-line bg-paper">
          <tr>
            {columns.map(({ key, hidden, atEnd, sort }) => {
              const look = cn(heading, hidden);
              const words = t(`columns.${key}`);
              return sort ? (
                <SortHeading
                  key={key}
                  {...{ sort, words, projectId, query, atEnd }}
                  className={look}
                  turned={key === "age"}
                />
              ) : (
                <th key={key} scope="col" className={cn(look, atEnd ? "text-end" : "text-start")}>
                  {words}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {leads.map((lead) => (
            <LeadRow key={lead.id} lead={lead} columns={columns} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

const heading = "px-3 py-2.5 text-xs font-medium whitespace-nowrap text-ink-faint first:ps-5 last:pe-5";
