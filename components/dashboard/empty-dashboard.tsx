import { useTranslations } from "next-intl";
import { StartCard } from "@/components/leads/start/start-card";
import type { AddingActions } from "@/components/leads/start/use-adding";
import { PageHeader } from "@/components/ui/page-header";

type EmptyDashboardProps = { projectId: string; adds: boolean; actions: AddingActions };

/** The dashboard of a project without a lead. */
export function EmptyDashboard(props: EmptyDashboardProps) {
  const t = useTranslations("dashboard");
  return (
    <div className="mx-auto max-w-page">
      <PageHeader title={t("title")} />
      <div className="mt-6">
        <StartCard {...props} />
      </div>
    </div>
  );
}
