"use client";

import { LeadCell } from "@/components/leads/lead-cell";
import type { ColumnKey, leadColumns } from "@/components/leads/lead-columns";
import { cn } from "@/components/ui/cn";
import type { LeadSummary } from "@/lib/leads/lead";

type LeadRowProps = { lead: LeadSummary; columns: readonly (typeof leadColumns)[number][] };

const looks: Partial<Record<ColumnKey, string>> = {
  bant: "",
  heat: "",
  value: "font-medium",
  age: "",
};

export const LeadRow = ({ lead, columns }: LeadRowProps) => (
  // In WebKit a row is no frame for what is placed in it: without the clip the link would lie over the whole page.
  <tr className="relative break-inside-avoid transition-colors [clip-path:inset(0)] hover:bg-paper">
    {columns.map(({ key, hidden, atEnd }) =>
      key === "lead" ? (
        <th key={key} scope="row" className="w-full max-w-0 py-(--cell-y) ps-5 pe-3 text-start font-normal">
          <LeadCell column={key} lead={lead} />
        </th>
      ) : (
        <td
          key={key}
          className={cn(
            "px-3 py-(--cell-y) whitespace-nowrap last:pe-5",
            looks[key] ?? "text-ink-soft",
            atEnd && "text-end",
            hidden,
          )}
        >
          <LeadCell column={key} lead={lead} />
        </td>
      ),
    )}
  </tr>
);
