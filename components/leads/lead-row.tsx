"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { BantDots } from "@/components/leads/bant-dots";
import { HeatBadge } from "@/components/vocabulary/heat-mark";
import { hiddenAt } from "@/components/leads/lead-columns";
import { Money } from "@/components/leads/money";
import { cn } from "@/components/ui/cn";
import { useRelativeTime } from "@/components/ui/use-relative-time";
import { useNow } from "@/components/ui/use-now";
import type { LeadSummary } from "@/lib/leads/lead";
import { paths } from "@/lib/paths";

/** `age`: days since the first contact; null where the column is not shown. */
type LeadRowProps = { lead: LeadSummary; age: number | null };

/** A name is never cut: in a line of the other direction an ellipsis would hide its beginning. */
export function LeadRow({ lead, age }: LeadRowProps) {
  const t = useTranslations("leads");
  const ago = useRelativeTime();
  const now = useNow();
  return (
    // In WebKit a row is no frame for what is placed in it: without the clip the link would lie over the whole page.
    <tr className="relative transition-colors [clip-path:inset(0)] hover:bg-paper">
      <th scope="row" className="w-full max-w-0 py-(--cell-y) ps-5 pe-3 text-start font-normal">
        <Link
          href={paths.lead(lead.id)}
          className="block wrap-anywhere font-medium after:absolute after:inset-0 hover:underline"
        >
          <bdi dir="auto">{lead.name}</bdi>
        </Link>
        <span className="block wrap-anywhere text-sm text-ink-soft">
          <bdi dir="auto">{lead.company}</bdi>
        </span>
      </th>
      <td className="px-3 py-(--cell-y)">
        <HeatBadge heat={lead.heat} />
      </td>
      <td className={cn("px-3 py-(--cell-y)", hiddenAt("bant"))}>
        <BantDots bant={lead.bant} />
      </td>
      <td className={cn("px-3 py-(--cell-y) whitespace-nowrap text-ink-soft", hiddenAt("status"))}>
        {t(`status.${lead.status}`)}
      </td>
      <td className={cn("px-3 py-(--cell-y) whitespace-nowrap text-ink-soft", hiddenAt("channel"))}>
        {t(`channels.${lead.channel}`)}
      </td>
      <td className={cn("px-3 py-(--cell-y) text-end font-medium whitespace-nowrap", hiddenAt("value"))}>
        <Money sum={lead.value} />
      </td>
      {age !== null && (
        <td className={cn("px-3 py-(--cell-y) text-end whitespace-nowrap", hiddenAt("age"))}>
          {t("age.days", { count: age })}
        </td>
      )}
      <td className="py-(--cell-y) ps-3 pe-5 text-end whitespace-nowrap text-ink-soft">
        <time dateTime={lead.last_activity_at}>
          {ago(new Date(lead.last_activity_at), { now, style: "narrow" })}
        </time>
      </td>
    </tr>
  );
}
