"use client";

import { useArrange } from "@/components/dashboard/arrange/use-arrange";
import { BoardSkeleton } from "@/components/dashboard/board-skeleton";
import { DashboardView } from "@/components/dashboard/dashboard-view";
import type { TargetsEditor } from "@/components/dashboard/widgets/targets-editor";
import { useAutoRefresh } from "@/components/dashboard/use-auto-refresh";
import { useAsked } from "@/components/dashboard/use-asked";
import { useFigures } from "@/components/dashboard/use-figures";
import { useSession } from "@/components/session/session-context";
import { useDashboardSettings, useSettingsRestore } from "@/components/settings/settings-provider";
import type { Panels } from "@/lib/leads/panels";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Result } from "@/lib/result";
import type { DashboardSettings } from "@/lib/settings/dashboard";
import { breakpoints, widgets } from "@/lib/settings/widgets";

type DashboardScreenProps = {
  projectId: string;
  panels: Promise<Result<Panels>>;
  setTargets: TargetsEditor["setProject"];
};

/** A project's dashboard in the layout and view of the person. */
export function DashboardScreen({ projectId, panels, setTargets }: DashboardScreenProps) {
  const { value: settings, freshness, ...editor } = useDashboardSettings(projectId);
  const arrange = useArrange(settings, { ...editor, everywhere: useEverywhere() });
  const { state, keep } = useSession();
  const figures = useFigures(projectId, useAsked(settings), panels);
  const { autoRefresh, refreshInterval } = settings.dashboard_preferences;
  useAutoRefresh(autoRefresh ? refreshInterval : null, figures.refresh);

  // Before the device has said what it remembers, the defaults would show widgets that the person has hidden.
  if (freshness.status === "looking") return <BoardSkeleton />;
  return (
    <DashboardView
      projectId={projectId}
      settings={settings}
      figures={figures}
      arrange={arrange}
      onPeriodChange={(period) => editor.edit("dashboard_preferences.period", period)}
      onWidgetPeriodChange={(widget, period) =>
        editor.edit(`dashboard_preferences.widgetPeriods.${widget}`, period)
      }
      targets={{
        setOwn: (ownTargets) => void editor.editPatch({ dashboard_preferences: { ownTargets } }),
        setProject: setTargets,
      }}
      viewModes={state.ui_state.viewModes}
      onViewModeChange={(widget, mode) => keep({ ui_state: { viewModes: { [widget]: mode } } })}
    />
  );
}

/** Stores a layout for all projects, and takes each project's own away; null where there is one project. */
function useEverywhere() {
  const change = useSettingsRestore();
  const { projects } = useWorkspace();
  if (projects.length < 2) return null;
  return (layout: DashboardSettings["widget_layout"]) =>
    change(
      [null, ...projects.map(({ id }) => id)].flatMap((projectId) =>
        breakpoints.flatMap((breakpoint) =>
          widgets.map((widget) => ({
            section: "dashboard" as const,
            projectId,
            path: `widget_layout.${breakpoint}.${widget}`,
            value: projectId === null ? layout[breakpoint][widget] : null,
          })),
        ),
      ),
      "ui",
    );
}
