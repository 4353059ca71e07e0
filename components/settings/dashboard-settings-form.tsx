"use client";

import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shell/page-header";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import { dashboard } from "@/lib/settings/dashboard";
import { formModel } from "@/lib/settings/form-model";
import { valueAt } from "@/lib/settings/patch";
import { ScopeChoice } from "./scope-choice";
import { SettingsCard } from "./settings-card";
import { SettingsSkeleton } from "./settings-skeleton";
import { useDashboardSettings } from "./settings-provider";
import { useUndoableEdit } from "./use-undoable-edit";

const groups = formModel(dashboard);

/** Settings -> Dashboard, drawn from the declaration of the section. `scope` null: the values for all projects. */
export function DashboardSettingsForm({ scope }: { scope: string | null }) {
  const t = useTranslations("settings.dashboard");
  const { value, provenance, set, reset, freshness } = useDashboardSettings(scope);
  const at = (path: string) => valueAt(value, path) ?? null;
  const { change, changeAll, putBack } = useUndoableEdit({
    valueAt: at,
    set,
    reset,
    announce: useUndoToast(),
  });
  return (
    <div className="grid max-w-form grid-cols-[minmax(0,1fr)] gap-(--gap-y)">
      <PageHeader title={t("title")} description={t("description")} />
      <ScopeChoice scope={scope} />
      {freshness.status === "looking" ? (
        <SettingsSkeleton rowCounts={groups.map(({ rows }) => rows.length)} />
      ) : (
        groups.map((group) => (
          <SettingsCard
            key={group.key}
            group={group}
            valueAt={at}
            provenance={provenance}
            scope={scope === null ? "user" : "project"}
            onChange={change}
            onChangeAll={changeAll}
            onReset={putBack}
          />
        ))
      )}
    </div>
  );
}
