import { Flame, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { HeatFilter } from "@/components/leads/heat-filter";
import { LeadUnavailable } from "@/components/leads/lead-unavailable";
import { LeadsTable } from "@/components/leads/leads-table";
import { PageHeader } from "@/components/ui/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Heat } from "@/lib/vocabulary/heat";
import { writeCursor, type LeadPage } from "@/lib/leads/page";
import { paths } from "@/lib/paths";
import type { Result } from "@/lib/result";
import { LeadsPages } from "./leads-pages";

type LeadsScreenProps = {
  projectId: string;
  heat: Heat | null;
  /** Whether the page begins at the newest lead. */
  isFirst: boolean;
  page: Result<LeadPage>;
};

export function LeadsScreen({ projectId, heat, isFirst, page }: LeadsScreenProps) {
  const t = useTranslations("leads");
  return (
    <div className="mx-auto max-w-page">
      <PageHeader title={t("title")} description={t("description")} />
      <div className="mt-4 mb-3">
        <HeatFilter projectId={projectId} heat={heat} />
      </div>
      <LeadsBody page={page} projectId={projectId} heat={heat} />
      <LeadsPages
        projectId={projectId}
        heat={heat}
        isFirst={isFirst}
        next={page.ok ? page.value.next : null}
      />
    </div>
  );
}

function LeadsBody({ page, projectId, heat }: Omit<LeadsScreenProps, "isFirst">) {
  const t = useTranslations("leads");
  const filtered = heat !== null;
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
    return (
      <Card>
        <EmptyState icon={<Flame />} title={t(filtered ? "emptyFiltered.title" : "empty.title")}>
          {t(filtered ? "emptyFiltered.body" : "empty.body")}
        </EmptyState>
      </Card>
    );
  }
  const address = (before?: string) => paths.leads(projectId, heat ?? undefined, before);
  const { next } = page.value;
  return <LeadsTable leads={leads} list={address()} next={next && address(writeCursor(next))} />;
}
