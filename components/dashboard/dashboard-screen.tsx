"use client";

import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { BoardSkeleton } from "@/components/dashboard/board-skeleton";
import { DashboardView } from "@/components/dashboard/dashboard-view";
import { useAutoRefresh } from "@/components/dashboard/use-auto-refresh";
import { useFigures } from "@/components/dashboard/use-figures";
import { useSession } from "@/components/session/session-context";
import { useDashboardSettings } from "@/components/settings/settings-provider";
import type { Panels } from "@/lib/leads/panels";
import type { Result } from "@/lib/result";
import type { Widget } from "@/lib/settings/widgets";

type DashboardScreenProps = { projectId: string; panels: Promise<Result<Panels>> };

/** A project's dashboard in the layout and view of the person. */
export function DashboardScreen({ projectId, panels }: DashboardScreenProps) {
  const { value: settings, freshness, edit } = useDashboardSettings(projectId);
  const { state, keep } = useSession();
  const figures = useFigures(projectId, panels);
  const { autoRefresh, refreshInterval } = settings.dashboard_preferences;
  useAutoRefresh(autoRefresh ? refreshInterval : null, figures.refresh);

  const t = useTranslations("dashboard.card");
  const common = useTranslations("common");
  const titles = useTranslations("settings.fields");
  const hide = (widget: Widget) => {
    const undo = edit(`widget_visibility.${widget}`, false);
    toast(t("hidden", { widget: titles(`${widget}.title`) }), {
      action: { label: common("undo"), onClick: undo },
    });
  };
  // Before the device has said what it remembers, the defaults would show widgets that the person has hidden.
  if (freshness.status === "looking") return <BoardSkeleton />;
  return (
    <DashboardView
      projectId={projectId}
      settings={settings}
      figures={figures}
      onHide={hide}
      viewModes={state.ui_state.viewModes}
      onViewModeChange={(widget, mode) => keep({ ui_state: { viewModes: { [widget]: mode } } })}
    />
  );
}
