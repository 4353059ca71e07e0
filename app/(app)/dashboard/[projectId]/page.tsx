import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { setPerformanceTargets } from "@/app/actions/targets";
import { DashboardScreen } from "@/components/dashboard/dashboard-screen";
import { NothingHere } from "@/components/navigation/nothing-here";
import { loadPanels } from "@/lib/leads/figures/service";
import { projectIdOf } from "@/lib/opened-project";

type PageProps = { params: Promise<{ projectId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboard"))("title") };
}

/**
 * The page does not await the panels: the grid is sent at once as the settings have it, and the panels stream into it.
 */
export default async function DashboardPage({ params }: PageProps) {
  const projectId = projectIdOf((await params).projectId);
  if (!projectId) return <NothingHere />;
  return (
    <DashboardScreen
      key={projectId}
      projectId={projectId}
      panels={loadPanels(projectId)}
      setTargets={setPerformanceTargets}
    />
  );
}
