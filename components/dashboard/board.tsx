"use client";

import { LayoutDashboard } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef, type ReactNode, type Ref } from "react";
import { hasWidths, placementsOf } from "@/components/dashboard/arrange/placement";
import type { Arrange } from "@/components/dashboard/arrange/use-arrange";
import { useDrag } from "@/components/dashboard/arrange/use-drag";
import { usePickUp } from "@/components/dashboard/arrange/use-pick-up";
import { useResize } from "@/components/dashboard/arrange/use-resize";
import { hasChart, type ViewMode, type ViewModes } from "@/components/dashboard/charts/view";
import { usePeriodWords } from "@/components/settings/period-words";
import { widgetParts } from "@/components/dashboard/widget-parts";
import { WidgetCard } from "@/components/dashboard/widget-card";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";
import type { DashboardSettings } from "@/lib/settings/dashboard";
import { asDashboard, type WidgetPeriod } from "@/lib/settings/dashboard-period";
import { hasPeriod, type PeriodWidget, type Widget } from "@/lib/settings/widgets";

/** The spacing inside the board; compact mode changes nothing else. */
const roomy =
  "gap-4 [--card-pad:calc(1.25rem*var(--tight))] [--row-gap:calc(0.875rem*var(--tight))] [--row-pad:calc(0.5625rem*var(--tight))]";
const dense =
  "gap-2.5 [--card-pad:calc(0.875rem*var(--tight))] [--row-gap:calc(0.5rem*var(--tight))] [--row-pad:calc(0.3125rem*var(--tight))]";

export type BoardProps = {
  settings: DashboardSettings;
  projectId: string;
  arrange: Arrange;
  viewModes: ViewModes;
  onViewModeChange: (widget: Widget, mode: ViewMode) => void;
  onWidgetPeriodChange: (widget: PeriodWidget, period: WidgetPeriod) => void;
  /** Saves what a widget shows as a file; null while it shows nothing. */
  onSave?: ((widget: Widget, as: "xlsx" | "csv") => void) | null;
  /** The figures are of other days than those that are chosen; the chosen ones are on their way. */
  busy?: boolean;
  /** The content of a card: the widget, its skeleton, or the reason why there is none. */
  children: (widget: Widget) => ReactNode;
};

/** The grid of widgets in the person's layout, to be arranged in place. It needs no figures, so it shows before them. */
export function Board(props: BoardProps) {
  const { settings, projectId, arrange, viewModes, onViewModeChange, busy = false, children } = props;
  const { onWidgetPeriodChange, onSave = null } = props;
  const t = useTranslations("dashboard");
  const region = useRef<HTMLDivElement>(null);
  const { breakpoint } = arrange;
  const { defaultView: view, compactMode, widgetPeriods } = settings.dashboard_preferences;
  const periodWords = usePeriodWords();
  /** The days of a widget, where they are not those of the dashboard. */
  function noteOf(widget: Widget) {
    if (t.has(`notes.${widget}`)) return t(`notes.${widget}`);
    const period = hasPeriod(widget) ? widgetPeriods[widget] : asDashboard;
    return period === asDashboard ? undefined : periodWords(period);
  }
  const drag = useDrag(region, arrange.move);
  const keys = usePickUp(arrange);
  const resize = useResize(region, arrange);
  const drafted = keys.held?.places ?? resize.places;
  const placed = placementsOf({ ...settings, view }, drafted && { breakpoint, places: drafted });
  const dropped = useRef<Widget | null>(null);
  // Where cards changed their places in the page, the one that was carried keeps the focus.
  useEffect(() => {
    if (keys.held) dropped.current = keys.held.widget;
    else if (dropped.current) {
      handleOf(region.current, dropped.current)?.focus();
      dropped.current = null;
    }
  }, [keys.held]);

  if (placed.size === 0) return <AllHidden ref={region} projectId={projectId} />;
  return (
    <div
      ref={region}
      tabIndex={-1}
      role="group"
      aria-label={t("board")}
      aria-busy={busy || undefined}
      data-view={view}
      className={cn(
        // It takes the focus where a card has gone: a ring round all cards would name none.
        "grid grid-cols-1 outline-none transition-opacity lg:grid-cols-8 xl:grid-cols-12",
        // A sheet of paper is as wide as a medium screen shows its cards, in a smaller hand.
        "print:grid-cols-8",
        compactMode ? dense : roomy,
        busy && "opacity-60",
      )}
    >
      {arrange.shown.map(({ widget }) => {
        const placement = placed.get(widget);
        return (
          placement && (
            <WidgetCard
              key={widget}
              widget={widget}
              placement={placement}
              note={noteOf(widget)}
              collapsed={arrange.isCollapsed(widget)}
              isHeld={keys.held?.widget === widget}
              moveHandle={{ ...drag.handle(widget), ...keys.handle(widget) }}
              resizeHandle={
                hasWidths(breakpoint, view) ? resize.handle(widget, placement[breakpoint].span) : null
              }
              menu={{
                mode: hasChart(widget, view) ? viewModes[widget] : null,
                onModeChange: (mode) => onViewModeChange(widget, mode),
                onHide: () => arrange.hide(widget),
                onMove: () => {
                  handleOf(region.current, widget)?.focus();
                  keys.pickUp(widget);
                },
                columns: hasWidths(breakpoint, view) ? arrange.columns : null,
                span: placement[breakpoint].span,
                onResize: (span) => arrange.resize(widget, span),
                collapsed: arrange.isCollapsed(widget),
                onCollapse: (collapsed) => arrange.collapse(widget, collapsed),
                period: hasPeriod(widget) ? widgetPeriods[widget] : null,
                onPeriodChange: (period) => hasPeriod(widget) && onWidgetPeriodChange(widget, period),
                onSave: onSave && widgetParts[widget].saved ? (as) => onSave(widget, as) : null,
                takeFocus: () => region.current?.focus(),
              }}
            >
              {children(widget)}
            </WidgetCard>
          )
        );
      })}
      <p role="status" className="sr-only">
        {keys.said}
      </p>
    </div>
  );
}

const handleOf = (board: HTMLElement | null, widget: Widget) =>
  board?.querySelector<HTMLElement>(`[data-widget="${widget}"] [data-move]`);

function AllHidden({ ref, projectId }: { ref: Ref<HTMLDivElement>; projectId: string }) {
  const t = useTranslations("dashboard.allHidden");
  return (
    <Card ref={ref} tabIndex={-1}>
      <EmptyState
        icon={<LayoutDashboard />}
        title={t("title")}
        action={
          <Link href={paths.settings.dashboard(projectId)} className={buttonClass()}>
            {t("action")}
          </Link>
        }
      >
        {t("body")}
      </EmptyState>
    </Card>
  );
}
