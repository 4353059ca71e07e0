import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DashboardSettingsForm } from "@/components/settings/dashboard-settings-form";
import { projectIdOf } from "@/lib/opened-project";

type PageProps = { searchParams: Promise<{ project?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.dashboard"))("pageTitle") };
}

/** `?project=<id>`: the settings of that project alone; without it, those for all projects. */
export default async function DashboardSettingsPage({ searchParams }: PageProps) {
  const { project } = await searchParams;
  return <DashboardSettingsForm scope={typeof project === "string" ? projectIdOf(project) : null} />;
}
