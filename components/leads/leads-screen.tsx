import { Flame, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { HeatFilter } from "@/components/leads/heat-filter";
import { LeadUnavailable } from "@/components/leads/lead-unavailable";
import { LeadsTable } from "@/components/leads/leads-table";
import { PageHeader } from "@/components/ui/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Heat } from "@/lib/vocabulary/heat";
import type { LeadSummary } from "@/lib/leads/lead";
import type { Result } from "@/lib/result";

type LeadsScreenProps = { projectId: string; heat: Heat | null; leads: Result<LeadSummary[]> };

export function LeadsScreen({ projectId, heat, leads }: LeadsScreenProps) {
  const t = useTranslations("leads");
  return (
    <div className="mx-auto max-w-page">
      <PageHeader title={t("title")} description={t("description")} />
      <div className="mt-4 mb-3">
        <HeatFilter projectId={projectId} heat={heat} />
      </div>
      <LeadsBody leads={leads} filtered={heat !== null} />
    </div>
  );
}

function LeadsBody({ leads, filtered }: { leads: LeadsScreenProps["leads"]; filtered: boolean }) {
  const t = useTranslations("leads");
  if (!leads.ok && leads.error.code === "unavailable") return <LeadUnavailable />;
  if (!leads.ok) {
    return (
      <Card>
        <EmptyState icon={<Lock />} title={t("noAccess.title")}>
          {t("noAccess.body")}
        </EmptyState>
      </Card>
    );
  }
  if (leads.value.length === 0) {
    return (
      <Card>
        <EmptyState icon={<Flame />} title={t(filtered ? "emptyFiltered.title" : "empty.title")}>
          {t(filtered ? "emptyFiltered.body" : "empty.body")}
        </EmptyState>
      </Card>
    );
  }
  return <LeadsTable leads={leads.value} />;
}
