import Link from "next/link";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { BantDots } from "@/components/leads/bant-dots";
import { HeatBadge } from "@/components/leads/heat-mark";
import { money } from "@/components/leads/money";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import type { LeadSummary } from "@/lib/leads/lead";
import { paths } from "@/lib/paths";
import { useRelativeTime } from "@/components/ui/use-relative-time";

/** What a phone leaves out is on the lead's own page. */
const columns = [
  { key: "lead", hidden: "" },
  { key: "heat", hidden: "" },
  { key: "bant", hidden: "max-md:hidden" },
  { key: "status", hidden: "max-lg:hidden" },
  { key: "channel", hidden: "max-lg:hidden" },
  { key: "value", hidden: "max-sm:hidden" },
  { key: "activity", hidden: "" },
] as const;

const hiddenAt = (key: (typeof columns)[number]["key"]) =>
  columns.find((column) => column.key === key)?.hidden;
const atEnd = (key: string) => key === "value" || key === "activity";

export function LeadsTable({ leads }: { leads: LeadSummary[] }) {
  const t = useTranslations("leads");
  return (
    <Card className="overflow-hidden">
      <table className="w-full">
        <caption className="sr-only">{t("caption", { count: leads.length })}</caption>
        <thead className="border-b border-line bg-paper">
          <tr>
            {columns.map(({ key, hidden }) => (
              <th
                key={key}
                scope="col"
                className={cn(
                  "px-3 py-2.5 text-xs font-medium whitespace-nowrap text-ink-faint first:ps-5 last:pe-5",
                  atEnd(key) ? "text-end" : "text-start",
                  hidden,
                )}
              >
                {t(`columns.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {leads.map((lead) => (
            <LeadRow key={lead.id} lead={lead} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** A name is never cut: in a line of the other direction an ellipsis would take its beginning. */
function LeadRow({ lead }: { lead: LeadSummary }) {
  const t = useTranslations("leads");
  const format = useFormatter();
  const ago = useRelativeTime();
  const now = useNow();
  return (
    <tr className="relative transition-colors hover:bg-paper">
      <th scope="row" className="w-full max-w-0 py-3 ps-5 pe-3 text-start font-normal">
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
      <td className="px-3 py-3">
        <HeatBadge heat={lead.heat} />
      </td>
      <td className={cn("px-3 py-3", hiddenAt("bant"))}>
        <BantDots bant={lead.bant} />
      </td>
      <td className={cn("px-3 py-3 whitespace-nowrap text-ink-soft", hiddenAt("status"))}>
        {t(`status.${lead.status}`)}
      </td>
      <td className={cn("px-3 py-3 whitespace-nowrap text-ink-soft", hiddenAt("channel"))}>
        {t(`channels.${lead.channel}`)}
      </td>
      <td className={cn("px-3 py-3 text-end font-medium whitespace-nowrap", hiddenAt("value"))}>
        <bdi>{format.number(lead.value, money)}</bdi>
      </td>
      <td className="py-3 ps-3 pe-5 text-end whitespace-nowrap text-ink-soft">
        <time dateTime={lead.last_activity_at}>
          {ago(new Date(lead.last_activity_at), { now, style: "narrow" })}
        </time>
      </td>
    </tr>
  );
}
