import { Flame, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { CountedFilter } from "@/components/leads/counted-filter";
import { HeatFilter } from "@/components/leads/heat-filter";
import { LeadUnavailable } from "@/components/leads/lead-unavailable";
import { LeadsTable } from "@/components/leads/leads-table";
import { PageHeader } from "@/components/ui/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Heat } from "@/lib/vocabulary/heat";
import { writeFilter, type LeadFilter } from "@/lib/leads/filter";
import { writeCursor, type LeadPage } from "@/lib/leads/page";
import { paths } from "@/lib/paths";
import type { Result } from "@/lib/result";
import { LeadsPages } from "./leads-pages";

type LeadsScreenProps = {
  projectId: string;
  heat: Heat | null;
  /** The figure whose leads these are. */
  filter: LeadFilter | null;
  /** Whether the page begins at the newest lead. */
  isFirst: boolean;
  page: Result<LeadPage>;
};

export function LeadsScreen({ projectId, heat, filter, isFirst, page }: LeadsScreenProps) {
  const t = useTranslations("leads");
  return (
    <div className="mx-auto max-w-page">
      <PageHeader title={t("title")} description={t("description")} />
      <div className="mt-4 mb-3 grid gap-2">
        {filter && <CountedFilter projectId={projectId} heat={heat} filter={filter} />}
        <HeatFilter projectId={projectId} heat={heat} filter={filter} />
      </div>
      <LeadsBody page={page} projectId={projectId} heat={heat} filter={filter} />
      <LeadsPages
        projectId={projectId}
        heat={heat}
        filter={filter}
        isFirst={isFirst}
        next={page.ok ? page.value.next : null}
      />
    </div>
  );
}

function LeadsBody({ page, projectId, heat, filter }: Omit<LeadsScreenProps, "isFirst">) {
  const t = useTranslations("leads");
  const filtered = filter ? "counted" : heat ? "heat" : null;
  if (!page.ok && page.error.code === "unavailable") return <LeadUnavailable />;
  if (!page.ok) {
    return (
      <Card>
        <EmptyState icon={<Lock />} title={t("noAccess.title")}>
          {t("noAccess.body")}
        </EmptyState>
      </Card>
    );
  }
  const { leads } = page.value;
  if (leads.length === 0) {
    const state = filtered
      ? ({ counted: "emptyCounted", heat: "emptyFiltered" } as const)[filtered]
      : "empty";
    return (
      <Card>
        <EmptyState icon={<Flame />} title={t(`${state}.title`)}>
          {t(`${state}.body`)}
        </EmptyState>
      </Card>
    );
  }
  const address = (before?: string) =>
    paths.leads(projectId, heat ?? undefined, before, filter ? writeFilter(filter) : undefined);
  const { next } = page.value;
  return <LeadsTable leads={leads} list={address()} next={next && address(writeCursor(next))} />;
}
