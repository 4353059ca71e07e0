"use client";

import { Board } from "@/components/dashboard/board";
import { DashboardHeader } from "@/components/dashboard/dashboard-header";
import type { DashboardViewProps } from "@/components/dashboard/dashboard-with-figures";
import { PanelSkeleton } from "@/components/dashboard/panel-skeleton";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { wokenPart } from "@/components/ui/woken-part";

/** The charts and lists of all widgets are a third of the dashboard's code, and stand drawn before it comes. */
const WithFigures = wokenPart(
  fetchedEarly(() => import("./dashboard-with-figures").then((module) => module.DashboardWithFigures)),
);

/** The dashboard: the settings draw the grid at once, and the figures stream into it. */
export function DashboardView(props: DashboardViewProps) {
  const { figures: _, targets: __, onPeriodChange, ...board } = props;
  const period = board.settings.dashboard_preferences.period;
  const waiting = (
    <div aria-busy="true">
      <DashboardHeader
        projectId={board.projectId}
        arrange={board.arrange}
        period={period}
        onPeriodChange={onPeriodChange}
      />
      <Board {...board}>{(widget) => <PanelSkeleton widget={widget} />}</Board>
    </div>
  );
  return <WithFigures className="mx-auto max-w-board" fallback={waiting} of={props} />;
}
