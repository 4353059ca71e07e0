"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { rowsOf } from "@/components/dashboard/arrange/arrangement";
import { shownPlaces } from "@/components/dashboard/arrange/placement";
import { useDashboardSettings } from "@/components/settings/settings-provider";
import { gridColumns } from "@/lib/settings/dashboard-layout";
import { isDrawn, type Widget } from "@/lib/settings/widgets";

/** Beside the settings of the dashboard: what is on it and where, on a wide screen, as the switches stand. A decoration. */
export function DashboardPreview() {
  const t = useTranslations("settings");
  const { value, freshness } = useDashboardSettings(useSearchParams().get("project"));
  if (freshness.status === "looking") return null;
  const shown = shownPlaces({ ...value, view: value.dashboard_preferences.defaultView }, "lg");
  return (
    <figure aria-hidden="true" className="rounded-lg border border-line bg-card p-3">
      <div className="grid grid-cols-12 gap-1.5">
        {rowsOf(shown, gridColumns.lg)
          .flat()
          .map(({ widget, span }) => (
            <Sketch key={widget} widget={widget} span={span} title={t(`fields.${widget}.title`)} />
          ))}
      </div>
      <figcaption className="pt-2.5 text-sm text-ink-soft">
        {t("dashboard.preview", { count: shown.length })}
      </figcaption>
    </figure>
  );
}

type SketchProps = { widget: Widget; span: number; title: string };

const Sketch = ({ widget, span, title }: SketchProps) => (
  <div
    style={{ gridColumn: `span ${span}` }}
    className="grid min-w-0 content-between gap-2 rounded-xs border border-line bg-paper p-1.5"
  >
    <p className="truncate text-[0.625rem] leading-3 text-ink-soft">{title}</p>
    {isDrawn(widget) ? (
      <div className="flex h-6 items-end gap-1 forced-color-adjust-none">
        {bars.map((height, index) => (
          <span
            key={index}
            style={{ height: `${height}%` }}
            className="w-full rounded-t-xs bg-chart opacity-60"
          />
        ))}
      </div>
    ) : (
      <div className="grid h-6 content-end gap-1.5 forced-color-adjust-none">
        <span className="h-0.5 w-4/5 bg-line-control" />
        <span className="h-0.5 w-3/5 bg-line-control" />
      </div>
    )}
  </div>
);

const bars = [40, 75, 55, 100, 65];
