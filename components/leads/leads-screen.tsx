import { Flame, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { CountedFilter } from "@/components/leads/counted-filter";
import { HeatFilter } from "@/components/leads/heat-filter";
import { LeadUnavailable } from "@/components/leads/lead-unavailable";
import { LeadsTable } from "@/components/leads/leads-table";
import { LeadsToolbar } from "@/components/leads/leads-toolbar";
import { AddButtons } from "@/components/leads/start/add-buttons";
import { SamplesBanner } from "@/components/leads/start/samples-banner";
import { StartCard } from "@/components/leads/start/start-card";
import type { AddingActions } from "@/components/leads/start/use-adding";
import { PageHeader } from "@/components/ui/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { LeadCounts, LeadPage } from "@/lib/leads/page";
import type { LeadQuery } from "@/lib/leads/query";
import type { ProjectStart } from "@/lib/leads/start";
import type { Result } from "@/lib/result";
import { LeadsPages } from "./leads-pages";

type LeadsScreenProps = {
  projectId: string;
  query: LeadQuery;
  /** Whether the page begins at the first lead. */
  isFirst: boolean;
  page: Result<LeadPage>;
  /** Null where they could not be read. */
  counts: LeadCounts | null;
  start: ProjectStart | null;
  adding: AddingActions;
};

export function LeadsScreen({ projectId, query, isFirst, page, counts, start, adding }: LeadsScreenProps) {
  const t = useTranslations("leads");
  const total = counts && page.ok ? counts : null;
  if (start?.empty) {
    return (
      <div className="mx-auto max-w-page">
        <PageHeader title={t("title")} />
        <div className="mt-6">
          <StartCard projectId={projectId} adds={start.adds} actions={adding} />
        </div>
      </div>
    );
  }
  return (
    <div className="mx-auto max-w-page">
      <PageHeader
        title={t("title")}
        description={total && t(total.more ? "moreThan" : "total", { count: total.all })}
        actions={start?.adds && <AddButtons projectId={projectId} actions={adding} />}
      />
      {start?.adds && start.samples && (
        <div className="mt-4">
          <SamplesBanner projectId={projectId} actions={adding} />
        </div>
      )}
      <div className="mt-4 mb-3 grid gap-2">
        {query.filter && <CountedFilter projectId={projectId} query={query} filter={query.filter} />}
        <LeadsToolbar projectId={projectId} query={query} leads={page.ok ? page.value.leads : []} />
        <HeatFilter projectId={projectId} query={query} counts={total} />
      </div>
      <LeadsBody projectId={projectId} query={query} page={page} />
      <LeadsPages
        projectId={projectId}
        query={query}
        isFirst={isFirst}
        next={page.ok ? page.value.next : null}
      />
    </div>
  );
}

/** Why a list is empty: the narrowest of what narrows it is named. */
const emptiness = ({ search, filter, heat }: LeadQuery) =>
  search ? "emptySearch" : filter ? "emptyCounted" : heat ? "emptyFiltered" : "empty";

function LeadsBody({ projectId, query, page }: Pick<LeadsScreenProps, "projectId" | "query" | "page">) {
  const t = useTranslations("leads");
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
  if (page.value.leads.length === 0) {
    const state = emptiness(query);
    return (
      <Card>
        <EmptyState icon={<Flame />} title={t(`${state}.title`)}>
          {t(`${state}.body`)}
        </EmptyState>
      </Card>
    );
  }
  return <LeadsTable projectId={projectId} query={query} page={page.value} />;
}
