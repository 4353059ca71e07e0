"use client";

import { CalendarClock, PhoneCall } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { BantDots } from "@/components/leads/bant-dots";
import type { ColumnKey } from "@/components/leads/lead-columns";
import { Money } from "@/components/leads/money";
import { HeatBadge } from "@/components/vocabulary/heat-mark";
import { useFormats } from "@/components/ui/use-formats";
import { useNow } from "@/components/ui/use-now";
import { useRelativeTime } from "@/components/ui/use-relative-time";
import { useLeadAge } from "@/components/leads/lead-age";
import type { LeadSummary } from "@/lib/leads/lead";
import { paths } from "@/lib/paths";

/** What a column shows of a lead. A name is never cut: in a line of the other direction an ellipsis would hide its beginning. */
export function LeadCell({ column, lead }: { column: ColumnKey; lead: LeadSummary }) {
  const t = useTranslations("leads");
  const { date } = useFormats();
  const age = useLeadAge();
  switch (column) {
    case "lead":
      return <Name lead={lead} />;
    case "heat":
      return <HeatBadge heat={lead.heat} />;
    case "bant":
      return <BantDots bant={lead.bant} />;
    case "status":
      return t(`status.${lead.status}`);
    case "channel":
      return t(`channels.${lead.channel}`);
    case "owner":
      return <bdi>{lead.owner}</bdi>;
    case "nextStep":
      return <NextStep step={lead.next_step} />;
    case "value":
      return <Money sum={lead.value} />;
    case "age":
      return t("age.days", { count: age(lead) });
    case "created":
      return <time dateTime={lead.created_at}>{date(lead.created_at)}</time>;
    case "activity":
      return <Activity at={lead.last_activity_at} />;
  }
}

const Name = ({ lead }: { lead: LeadSummary }) => (
  <>
    <Link
      href={paths.lead(lead.id)}
      className="block wrap-anywhere font-medium after:absolute after:inset-0 hover:underline"
    >
      <bdi dir="auto">{lead.name}</bdi>
    </Link>
    <span className="block wrap-anywhere text-sm text-ink-soft">
      <bdi dir="auto">{lead.company}</bdi>
    </span>
  </>
);

function Activity({ at }: { at: string }) {
  const ago = useRelativeTime();
  const now = useNow();
  return <time dateTime={at}>{ago(new Date(at), { now, style: "short" })}</time>;
}

function NextStep({ step }: { step: LeadSummary["next_step"] }) {
  const t = useTranslations("leads.nextStep");
  const { moment } = useFormats();
  const now = useNow();
  if (step === null) return null;
  const Icon = step.kind === "meeting" ? CalendarClock : PhoneCall;
  const isLate = new Date(step.at) < now;
  return (
    <span
      title={t(step.kind)}
      className={isLate ? "inline-flex items-center gap-1.5 text-danger" : "inline-flex items-center gap-1.5"}
    >
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="sr-only">{t(isLate ? "late" : step.kind)} </span>
      <time dateTime={step.at}>{moment(step.at)}</time>
    </span>
  );
}
