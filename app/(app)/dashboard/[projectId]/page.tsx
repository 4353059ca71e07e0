import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { addLeads, takeBackLeads } from "@/app/actions/leads";
import { setPerformanceTargets } from "@/app/actions/targets";
import { DashboardScreen } from "@/components/dashboard/dashboard-screen";
import { EmptyDashboard } from "@/components/dashboard/empty-dashboard";
import { NothingHere } from "@/components/navigation/nothing-here";
import { loadStart } from "@/lib/leads/added/service";
import { loadPanels } from "@/lib/leads/figures/service";
import { projectIdOf } from "@/lib/opened-project";

type PageProps = { params: Promise<{ projectId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboard"))("title") };
}

/**
 * The page does not await the panels: the grid is sent at once as the settings have it, and the panels stream into it. It
 * awaits whether there is a lead at all, because charts of nothing would be drawn and taken away.
 */
export default async function DashboardPage({ params }: PageProps) {
  const projectId = projectIdOf((await params).projectId);
  if (!projectId) return <NothingHere />;
  const panels = loadPanels(projectId);
  const start = await loadStart(projectId);
  if (start.ok && start.value.empty)
    return (
      <EmptyDashboard projectId={projectId} adds={start.value.adds} actions={{ addLeads, takeBackLeads }} />
    );
  return (
    <DashboardScreen
      key={projectId}
      projectId={projectId}
      panels={panels}
      setTargets={setPerformanceTargets}
    />
  );
}
