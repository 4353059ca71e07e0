"use client";

import { SlidersHorizontal } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { ArrangeButton } from "@/components/dashboard/arrange-button";
import type { BoardProps } from "@/components/dashboard/board";
import { OwnDays } from "@/components/dashboard/own-days";
import { buttonClass } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { useFormats } from "@/components/ui/use-formats";
import { periodOf } from "@/lib/leads/period";
import { useNow } from "@/components/ui/use-now";
import type { Panels } from "@/lib/leads/panels";
import { paths } from "@/lib/paths";
import { periodPresets, type PeriodChoice } from "@/lib/vocabulary/periods";

type DashboardHeaderProps = Pick<BoardProps, "projectId" | "arrange"> & {
  period: PeriodChoice;
  /** The days of the figures on the screen, once there are some. */
  shown?: Panels["period"] | undefined;
  onPeriodChange: (period: PeriodChoice) => void;
  children?: ReactNode;
};

/** The title of the dashboard, the days that it counts, and what can be done with it as a whole. */
export function DashboardHeader(props: DashboardHeaderProps) {
  const { projectId, arrange, period, shown, onPeriodChange, children } = props;
  const t = useTranslations("dashboard");
  const [choosing, setChoosing] = useState(false);
  const preset = choosing ? "own" : period.preset;
  function choose(name: string) {
    const chosen = periodPresets.find((one) => one === name);
    setChoosing(chosen === "own");
    if (chosen && chosen !== "own") onPeriodChange({ preset: chosen, from: "", to: "" });
  }
  return (
    <div className="mb-5">
      <PageHeader
        title={t("title")}
        description={<ShownDays period={period} shown={shown} />}
        actions={
          <>
            <Select
              aria-label={t("period.label")}
              value={preset}
              onChange={(event) => choose(event.target.value)}
            >
              {periodPresets.map((one) => (
                <option key={one} value={one}>
                  {t(`period.presets.${one}`)}
                </option>
              ))}
            </Select>
            {children}
            <ArrangeButton arrange={arrange} />
            <Link
              href={paths.settings.dashboard(projectId)}
              title={t("customize")}
              className={cn(buttonClass(), "max-sm:px-2.5")}
            >
              <SlidersHorizontal aria-hidden="true" />
              <span className="max-sm:sr-only">{t("customize")}</span>
            </Link>
          </>
        }
      />
      {preset === "own" && (
        <OwnDays
          key={`${period.from} ${period.to}`}
          from={period.from}
          to={period.to}
          onChoose={(days) => {
            setChoosing(false);
            onPeriodChange({ preset: "own", ...days });
          }}
        />
      )}
    </div>
  );
}

/** The days of the figures or, until there are some, those that are asked for: nothing below moves when they come. */
function ShownDays({ period, shown }: Pick<DashboardHeaderProps, "period" | "shown">) {
  const t = useTranslations("dashboard.period");
  const format = useFormats();
  const now = useNow();
  const { bounds, days } = shown
    ? { bounds: [...shown.starts, shown.ends].map((at) => Date.parse(at)), days: shown.days }
    : periodOf(period, now.getTime(), format);
  const [starts = 0, ends = 0] = [bounds[0], bounds.at(-1)];
  const first = format.date(starts);
  // The last day is the one before the period ends.
  return (
    <span role="status">{days === 1 ? first : t("range", { from: first, to: format.date(ends - 1) })}</span>
  );
}
