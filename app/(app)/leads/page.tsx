import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LeadsScreen } from "@/components/leads/leads-screen";
import { startProject } from "@/lib/bootstrap/start-project";
import { loadBootstrap } from "@/lib/bootstrap/store";
import { cookieName } from "@/lib/env";
import { isHeat } from "@/lib/vocabulary/heat";
import { readCursor } from "@/lib/leads/page";
import { loadLeads } from "@/lib/leads/service";
import { paths } from "@/lib/paths";
import { readDeviceId } from "@/lib/session/device-cookie";

type Search = { project?: string | string[]; heat?: string | string[]; before?: string | string[] };
type PageProps = { searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leads"))("title") };
}

/** `?heat=` narrows the list, `?before=` is where its page begins. */
export default async function LeadsPage({ searchParams }: PageProps) {
  const { project, heat, before } = await searchParams;
  const wanted = isHeat(heat) ? heat : null;
  if (typeof project !== "string") {
    const remembered = (await cookies()).get(cookieName("project"))?.value ?? null;
    const boot = await loadBootstrap(remembered, await readDeviceId());
    const start = boot.ok ? startProject(boot.value) : remembered;
    redirect(start ? paths.leads(start, wanted ?? undefined) : paths.start());
  }
  const cursor = readCursor(before);
  const page = await loadLeads(project, wanted, cursor);
  return <LeadsScreen projectId={project} heat={wanted} isFirst={cursor === null} page={page} />;
}
