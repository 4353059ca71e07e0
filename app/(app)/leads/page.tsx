import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LeadsScreen } from "@/components/leads/leads-screen";
import { startProject } from "@/lib/bootstrap/start-project";
import { loadBootstrap } from "@/lib/bootstrap/store";
import { cookieName } from "@/lib/env";
import { isHeat } from "@/lib/vocabulary/heat";
import { readFilter, writeFilter } from "@/lib/leads/filter";
import { readCursor } from "@/lib/leads/page";
import { loadLeads } from "@/lib/leads/service";
import { paths } from "@/lib/paths";
import { readDeviceId } from "@/lib/session/device-cookie";

type Search = Partial<Record<"project" | "heat" | "before" | "counts" | "from" | "to", string | string[]>>;
type PageProps = { searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leads"))("title") };
}

/** `?heat=` and `?counts=` narrow the list, `?before=` is where its page begins. */
export default async function LeadsPage({ searchParams }: PageProps) {
  const search = await searchParams;
  const { project, heat, before } = search;
  const filter = readFilter(search);
  const wanted = isHeat(heat) ? heat : null;
  if (typeof project !== "string") {
    const remembered = (await cookies()).get(cookieName("project"))?.value ?? null;
    const boot = await loadBootstrap(remembered, await readDeviceId());
    const start = boot.ok ? startProject(boot.value) : remembered;
    redirect(
      start
        ? paths.leads(start, wanted ?? undefined, undefined, filter ? writeFilter(filter) : undefined)
        : paths.start(),
    );
  }
  const cursor = readCursor(before);
  const page = await loadLeads(project, wanted, cursor, filter);
  return (
    <LeadsScreen projectId={project} heat={wanted} filter={filter} isFirst={cursor === null} page={page} />
  );
}
