"use client";

import { Lock, SlidersHorizontal } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Suspense, use, type ReactNode } from "react";
import { ArrangeButton } from "@/components/dashboard/arrange-button";
import { Board, type BoardProps } from "@/components/dashboard/board";
import { PanelError } from "@/components/dashboard/panel-error";
import { PanelSkeleton } from "@/components/dashboard/panel-skeleton";
import { RefreshButton } from "@/components/dashboard/refresh-button";
import { viewOf } from "@/components/dashboard/charts/view";
import { WidgetContent } from "@/components/dashboard/widget-content";
import { PageHeader } from "@/components/ui/page-header";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Panels } from "@/lib/leads/panels";
import { paths } from "@/lib/paths";
import type { Result } from "@/lib/result";

export type DashboardViewProps = Omit<BoardProps, "children"> & {
  figures: { answer: Promise<Result<Panels>>; pending: boolean; failed: boolean; refresh: () => void };
};

/** The dashboard: the settings draw the grid at once, and the figures stream into it. */
export function DashboardView({ figures, ...board }: DashboardViewProps) {
  const waiting = (
    <div aria-busy="true">
      <Header projectId={board.projectId} arrange={board.arrange} />
      <Board {...board}>{(widget) => <PanelSkeleton widget={widget} />}</Board>
    </div>
  );
  return (
    <div className="mx-auto max-w-[100rem]">
      <Suspense fallback={waiting}>
        <Loaded figures={figures} {...board} />
      </Suspense>
    </div>
  );
}

function Loaded({ figures, ...board }: DashboardViewProps) {
  const { projectId, settings, viewModes, arrange } = board;
  const result = use(figures.answer);
  if (!result.ok && result.error.code !== "unavailable") return <NoAccess />;
  const view = settings.dashboard_preferences.defaultView;
  return (
    <>
      <Header projectId={projectId} arrange={arrange}>
        {result.ok && (
          <RefreshButton
            at={result.value.at}
            pending={figures.pending}
            failed={figures.failed}
            onRefresh={figures.refresh}
          />
        )}
      </Header>
      <Board {...board}>
        {(widget) =>
          result.ok ? (
            <WidgetContent
              widget={widget}
              panels={result.value}
              view={viewOf(widget, view, viewModes)}
              projectId={projectId}
            />
          ) : (
            <PanelError pending={figures.pending} onRetry={figures.refresh} />
          )
        }
      </Board>
    </>
  );
}

type HeaderProps = Pick<BoardProps, "projectId" | "arrange"> & { children?: ReactNode };

function Header({ projectId, arrange, children }: HeaderProps) {
  const t = useTranslations("dashboard");
  return (
    <div className="mb-5">
      <PageHeader
        title={t("title")}
        actions={
          <>
            {children}
            <ArrangeButton arrange={arrange} />
            <Link href={paths.settings.dashboard(projectId)} className={buttonClass()}>
              <SlidersHorizontal aria-hidden="true" />
              {t("customize")}
            </Link>
          </>
        }
      />
    </div>
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
