import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { addLeads, takeBackLeads } from "@/app/actions/leads";
import { LeadsScreen } from "@/components/leads/leads-screen";
import { startProject } from "@/lib/bootstrap/start-project";
import { loadBootstrap } from "@/lib/bootstrap/store";
import { cookieName } from "@/lib/env";
import { readCursor } from "@/lib/leads/page";
import { leadsAddress, readQuery } from "@/lib/leads/query";
import { loadStart } from "@/lib/leads/added/service";
import { loadLeads } from "@/lib/leads/service";
import { paths } from "@/lib/paths";
import { readDeviceId } from "@/lib/session/device-cookie";

type Param = "project" | "heat" | "before" | "q" | "sort" | "counts" | "from" | "to";
type Search = Partial<Record<Param, string | string[]>>;
type PageProps = { searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leads"))("title") };
}

/** The address says what the list shows (lib/leads/query.ts); `?before=` is where its page begins. */
export default async function LeadsPage({ searchParams }: PageProps) {
  const search = await searchParams;
  const query = readQuery(search);
  if (typeof search.project !== "string") {
    const remembered = (await cookies()).get(cookieName("project"))?.value ?? null;
    const boot = await loadBootstrap(remembered, await readDeviceId());
    const start = boot.ok ? startProject(boot.value) : remembered;
    redirect(start ? leadsAddress(start, query) : paths.start());
  }
  const projectId = search.project;
  const before = readCursor(search.before);
  const [{ page, counts }, start] = await Promise.all([
    loadLeads(projectId, query, before),
    loadStart(projectId),
  ]);
  return (
    <LeadsScreen
      projectId={projectId}
      query={query}
      isFirst={before === null}
      page={page}
      counts={counts}
      start={start.ok ? start.value : null}
      adding={{ addLeads, takeBackLeads }}
    />
  );
}
