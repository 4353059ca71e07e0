import { ChevronRight, Clock, FlameKindling, Snowflake, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { View } from "@/components/dashboard/charts/view";
import type { Panel } from "@/lib/leads/panels";
import { paths } from "@/lib/paths";
import { useFormats, useWallFormats } from "@/components/ui/use-formats";
import { useRelativeTime } from "@/components/ui/use-relative-time";
import { useNow } from "@/components/ui/use-now";

type InsightsProps = { data: Panel<"insights">; view: View; projectId: string };

type Insight = {
  key: string;
  icon: LucideIcon;
  title: string;
  body: string | null;
  href?: ReturnType<typeof paths.leads> | undefined;
};

/** Notable facts, each with a link to the leads in question. */
export function Insights({ data, view, projectId }: InsightsProps) {
  const insights = useInsights(data, projectId);
  return (
    <ul className="-my-1 divide-y divide-line">
      {insights.map(({ key, icon: Icon, title, body, href }) => (
        <li key={key} className="relative flex items-start gap-3.5 py-(--row-pad)">
          <Icon aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 text-ink-soft" />
          <div className="min-w-0 grow">
            <p className="font-medium">
              {href ? (
                <Link href={href} className="after:absolute after:inset-0 after:rounded-sm hover:underline">
                  {title}
                </Link>
              ) : (
                title
              )}
            </p>
            {body && view !== "compact" && <p className="mt-0.5 text-ink-soft">{body}</p>}
          </div>
          {href && (
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

function useInsights(
  { burningWithoutMeeting, wentCold, replies }: Panel<"insights">,
  projectId: string,
): Insight[] {
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
  return [
    {
      key: "burning",
      icon: FlameKindling,
      title: t("burning", { count: burningWithoutMeeting.leads }),
      body: oldestAt
        ? t("burningOldest", { when: ago(new Date(oldestAt), { now, unit: "day" }) })
        : t("burningNone"),
      href: burningWithoutMeeting.leads > 0 ? paths.leads(projectId, "burning") : undefined,
    },
    {
      key: "cold",
      icon: Snowflake,
      title: t("cold", { count: wentCold.leads }),
      body: wentCold.mostlyMissing ? t("coldMissing", { mark: bant(wentCold.mostlyMissing) }) : null,
      href: wentCold.leads > 0 ? paths.leads(projectId, "cold") : undefined,
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
          }),
        }
      : { key: "replies", icon: Clock, title: t("repliesUnknown"), body: t("repliesUnknownBody") },
  ];
}
