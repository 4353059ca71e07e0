import { ChevronRight, Clock, FlameKindling, Snowflake, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { View } from "@/components/dashboard/charts/view";
import { mostMissing } from "@/lib/leads/most-missing";
import type { Panel, Panels } from "@/lib/leads/panels";
import { useFormats, useWallFormats } from "@/components/ui/use-formats";
import { useRelativeTime } from "@/components/ui/use-relative-time";
import { useNow } from "@/components/ui/use-now";
import { wholeSpan, type LeadsBehind } from "./figure-table";
import { MissingMarks, Medians } from "./insight-evidence";
import { LeadsLink } from "./leads-link";

type InsightsProps = { data: Panel<"insights">; period: Panels["period"]; view: View; projectId: string };

type Insight = {
  key: string;
  icon: LucideIcon;
  title: string;
  /** What it is known from. */
  body: string | null;
  /** Exactly the leads that it is about. */
  leads?: LeadsBehind;
  /** The same and a little more, drawn. */
  evidence?: ReactNode;
};

/** Notable facts, each with its evidence and a link to the leads in question. */
export function Insights({ data, period, view, projectId }: InsightsProps) {
  const insights = useInsights(data, period, projectId);
  return (
    <ul className="-my-1 flex grow flex-col divide-y divide-line">
      {insights.map(({ key, icon: Icon, title, body, leads, evidence }) => (
        <li key={key} className="relative flex grow items-start gap-3.5 py-(--row-pad)">
          <Icon aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 text-ink-soft" />
          <div className="min-w-0 grow">
            <p className="font-medium">
              <LeadsLink
                projectId={projectId}
                leads={leads}
                quiet
                className="after:absolute after:inset-0 after:rounded-sm"
              >
                {title}
              </LeadsLink>
            </p>
            {body && view !== "compact" && <p className="mt-0.5 text-ink-soft">{body}</p>}
            {view === "enhanced" && evidence}
          </div>
          {leads && leads.count > 0 && (
            <ChevronRight
              aria-hidden="true"
              className="mt-0.5 size-4 shrink-0 text-ink-faint rtl:-scale-x-100"
            />
          )}
        </li>
      ))}
    </ul>
  );
}

export function useInsights(data: Panel<"insights">, period: Panels["period"], projectId: string): Insight[] {
  const { burningWithoutMeeting, wentCold, replies } = data;
  const t = useTranslations("dashboard.insights");
  const bant = useTranslations("leads.bant");
  const format = useFormats();
  const ago = useRelativeTime();
  const now = useNow();
  // An hour of the person's day is that hour on every clock.
  const wall = useWallFormats();
  const hour = (from: number) => wall.time(new Date(now).setUTCHours(from, 0, 0, 0));
  const slot = (from: number) => t("slot", { from: hour(from), to: hour((from + 2) % 24) });
  const minutes = (seconds: number) =>
    format.number(Math.max(1, Math.round(seconds / 60)), {
      style: "unit",
      unit: "minute",
      unitDisplay: "short",
    });
  const { oldestAt } = burningWithoutMeeting;
  const mostly = mostMissing(wentCold.missing);
  return [
    {
      key: "burning",
      icon: FlameKindling,
      title: t("burning", { count: burningWithoutMeeting.leads }),
      body: oldestAt
        ? t("burningOldest", { when: ago(new Date(oldestAt), { now, unit: "day" }) })
        : t("burningNone"),
      leads: {
        counted: { kind: "waiting", parts: [] },
        ...wholeSpan(period),
        count: burningWithoutMeeting.leads,
      },
    },
    {
      key: "cold",
      icon: Snowflake,
      title: t("cold", { count: wentCold.leads }),
      body: mostly
        ? t("coldMissing", {
            mark: bant(mostly),
            part: format.number(wentCold.missing[mostly]),
            whole: format.number(wentCold.leads),
          })
        : null,
      leads: { counted: { kind: "cooled", parts: [] }, ...wholeSpan(period), count: wentCold.leads },
      evidence: <MissingMarks missing={wentCold.missing} span={wholeSpan(period)} projectId={projectId} />,
    },
    replies
      ? {
          key: "replies",
          icon: Clock,
          title: t("replies", { slot: slot(replies.fastest.fromHour) }),
          body: t("repliesBody", {
            fast: minutes(replies.fastest.medianSeconds),
            slow: minutes(replies.slowest.medianSeconds),
            slot: slot(replies.slowest.fromHour),
            count: format.number(replies.fastest.count + replies.slowest.count),
          }),
          evidence: (
            <Medians
              rows={[replies.fastest, replies.slowest].map(({ fromHour, medianSeconds }) => ({
                slot: slot(fromHour),
                seconds: medianSeconds,
                text: minutes(medianSeconds),
              }))}
            />
          ),
        }
      : { key: "replies", icon: Clock, title: t("repliesUnknown"), body: t("repliesUnknownBody") },
  ];
}
