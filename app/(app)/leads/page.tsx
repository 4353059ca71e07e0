import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LeadsScreen } from "@/components/leads/leads-screen";
import { cookieName } from "@/lib/env";
import { isHeat } from "@/lib/vocabulary/heat";
import { loadLeads } from "@/lib/leads/service";
import { paths } from "@/lib/paths";

type PageProps = { searchParams: Promise<{ project?: string | string[]; heat?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leads"))("title") };
}

export default async function LeadsPage({ searchParams }: PageProps) {
  const { project, heat } = await searchParams;
  if (typeof project !== "string") {
    const remembered = (await cookies()).get(cookieName("project"))?.value;
    redirect(remembered ? paths.leads(remembered) : paths.start());
  }
  const wanted = isHeat(heat) ? heat : null;
  return <LeadsScreen projectId={project} heat={wanted} leads={await loadLeads(project, wanted)} />;
}
