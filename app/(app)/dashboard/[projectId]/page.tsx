import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DashboardScreen } from "@/components/dashboard/dashboard-screen";
import { loadPanels } from "@/lib/leads/service";

type PageProps = { params: Promise<{ projectId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboard"))("title") };
}

/** The figures are not awaited: the grid stands at once, as the settings want it, and they stream into it. */
export default async function DashboardPage({ params }: PageProps) {
  const { projectId } = await params;
  return <DashboardScreen key={projectId} projectId={projectId} panels={loadPanels(projectId)} />;
}
