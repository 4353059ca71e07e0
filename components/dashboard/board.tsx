"use client";

import { LayoutDashboard } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef, type ReactNode } from "react";
import { placedWidgets } from "@/components/dashboard/placement";
import { hasChart, type ViewMode, type ViewModes } from "@/components/dashboard/charts/view";
import { WidgetCard } from "@/components/dashboard/widget-card";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";
import type { DashboardSettings } from "@/lib/settings/dashboard";
import type { Widget } from "@/lib/settings/widgets";

/** The spacing inside the board; compact mode changes nothing else. */
const roomy =
  "gap-4 [--card-pad:calc(1.25rem*var(--tight))] [--row-gap:calc(0.875rem*var(--tight))] [--row-pad:calc(0.5625rem*var(--tight))]";
const dense =
  "gap-2.5 [--card-pad:calc(0.875rem*var(--tight))] [--row-gap:calc(0.5rem*var(--tight))] [--row-pad:calc(0.3125rem*var(--tight))]";

export type BoardProps = {
  settings: DashboardSettings;
  projectId: string;
  onHide: (widget: Widget) => void;
  viewModes: ViewModes;
  onViewModeChange: (widget: Widget, mode: ViewMode) => void;
  /** The content of a card: the widget, its skeleton, or the reason why there is none. */
  children: (widget: Widget) => ReactNode;
};

/** The grid of widgets in the person's layout. It needs no figures, so it shows before them. */
export function Board(props: BoardProps) {
  const { settings, projectId, onHide, viewModes, onViewModeChange, children } = props;
  const t = useTranslations("dashboard");
  const region = useRef<HTMLDivElement>(null);
  const { defaultView, compactMode } = settings.dashboard_preferences;
  const placed = placedWidgets(settings.widget_visibility, settings.widget_layout, defaultView);
  if (placed.length === 0) {
    return (
      <Card ref={region} tabIndex={-1}>
        <EmptyState
          icon={<LayoutDashboard />}
          title={t("allHidden.title")}
          action={
            <Link href={paths.settings.dashboard(projectId)} className={buttonClass()}>
              {t("allHidden.action")}
            </Link>
          }
        >
          {t("allHidden.body")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <div
      ref={region}
      tabIndex={-1}
      role="group"
      aria-label={t("board")}
      data-view={defaultView}
      className={cn("grid grid-cols-1 lg:grid-cols-8 xl:grid-cols-12", compactMode ? dense : roomy)}
    >
      {placed.map(({ widget, spans }) => (
        <WidgetCard
          key={widget}
          widget={widget}
          spans={spans}
          note={t.has(`notes.${widget}`) ? t(`notes.${widget}`) : undefined}
          onHide={() => onHide(widget)}
          mode={hasChart(widget, defaultView) ? viewModes[widget] : null}
          onModeChange={(mode) => onViewModeChange(widget, mode)}
          takeFocus={() => region.current?.focus()}
        >
          {children(widget)}
        </WidgetCard>
      ))}
    </div>
  );
}
