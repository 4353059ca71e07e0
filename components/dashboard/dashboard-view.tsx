"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Suspense, use, useEffect } from "react";
import { Board, type BoardProps } from "@/components/dashboard/board";
import { DashboardHeader } from "@/components/dashboard/dashboard-header";
import { PanelError } from "@/components/dashboard/panel-error";
import { PanelSkeleton } from "@/components/dashboard/panel-skeleton";
import { RefreshButton } from "@/components/dashboard/refresh-button";
import type { TargetsEditor } from "@/components/dashboard/widgets/targets-editor";
import { viewOf } from "@/components/dashboard/charts/view";
import { useSaveWidget } from "@/components/dashboard/use-save-widget";
import { WidgetContent } from "@/components/dashboard/widget-content";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { covers, isSamePeriod, type Asked } from "@/lib/leads/asked";
import type { Panels } from "@/lib/leads/panels";
import type { Result } from "@/lib/result";
import type { PeriodChoice } from "@/lib/vocabulary/periods";

export type DashboardViewProps = Omit<BoardProps, "children" | "busy"> & {
  figures: {
    answer: Promise<Result<Panels>>;
    pending: boolean;
    failed: boolean;
    refresh: () => void;
    wanted: Asked;
  };
  onPeriodChange: (period: PeriodChoice) => void;
  targets: Omit<TargetsEditor, "onChanged">;
};

/** The dashboard: the settings draw the grid at once, and the figures stream into it. */
export function DashboardView({ figures, onPeriodChange, targets, ...board }: DashboardViewProps) {
  const period = board.settings.dashboard_preferences.period;
  const head = { projectId: board.projectId, arrange: board.arrange, period, onPeriodChange };
  const waiting = (
    <div aria-busy="true">
      <DashboardHeader {...head} />
      <Board {...board}>{(widget) => <PanelSkeleton widget={widget} />}</Board>
    </div>
  );
  return (
    <div className="mx-auto max-w-board">
      <Suspense fallback={waiting}>
        <Loaded figures={figures} onPeriodChange={onPeriodChange} targets={targets} {...board} />
      </Suspense>
    </div>
  );
}

function Loaded({ figures, onPeriodChange, targets, ...board }: DashboardViewProps) {
  const { projectId, settings, viewModes, arrange } = board;
  const result = use(figures.answer);
  const { refresh, wanted } = figures;
  const isShort = result.ok && !covers(result.value.asked, wanted);
  // Other days, another clock, or a widget that has been shown again: asked for at once.
  useEffect(() => {
    if (isShort) refresh();
  }, [isShort, refresh]);
  const save = useSaveWidget(result.ok ? result.value : null, settings);
  if (!result.ok && result.error.code !== "unavailable") return <NoAccess />;
  const { defaultView: view, period } = settings.dashboard_preferences;
  const isOfOtherDays = result.ok && !isSamePeriod(result.value.asked, wanted);
  return (
    <>
      <DashboardHeader
        projectId={projectId}
        arrange={arrange}
        period={period}
        shown={result.ok ? result.value.period : undefined}
        onPeriodChange={onPeriodChange}
      >
        {result.ok && (
          <RefreshButton
            at={result.value.at}
            pending={figures.pending}
            failed={figures.failed}
            onRefresh={figures.refresh}
          />
        )}
      </DashboardHeader>
      <Board {...board} busy={isOfOtherDays} onSave={save}>
        {(widget) =>
          result.ok ? (
            <WidgetContent
              widget={widget}
              panels={result.value}
              view={viewOf(widget, view, viewModes)}
              projectId={projectId}
              settings={settings}
              targets={{ ...targets, onChanged: refresh }}
            />
          ) : (
            <PanelError pending={figures.pending} onRetry={figures.refresh} />
          )
        }
      </Board>
    </>
  );
}

function NoAccess() {
  const t = useTranslations("dashboard.noAccess");
  return (
    <Card>
      <EmptyState icon={<Lock />} title={t("title")}>
        {t("body")}
      </EmptyState>
    </Card>
  );
}
