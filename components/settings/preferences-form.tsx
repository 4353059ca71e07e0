"use client";

import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shell/page-header";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import { formModel } from "@/lib/settings/form-model";
import { valueAt } from "@/lib/settings/patch";
import { preferences } from "@/lib/settings/preferences";
import { FormatsExample } from "./formats-example";
import { SettingsCard } from "./settings-card";
import { useAppPreferences } from "./settings-provider";
import { SettingsSkeleton } from "./settings-skeleton";
import { useUndoableEdit } from "./use-undoable-edit";

/** What is connected has a page of its own: Settings -> Integrations. */
const groups = formModel(preferences).filter(({ key }) => key !== "integration_settings");

/** Settings -> Preferences, drawn from the declaration of the section. Each takes effect at once. */
export function PreferencesForm() {
  const t = useTranslations("settings.preferences");
  const { value, provenance, set, reset, freshness } = useAppPreferences();
  const at = (path: string) => valueAt(value, path) ?? null;
  const { change, putBack } = useUndoableEdit({ valueAt: at, set, reset, announce: useUndoToast() });
  return (
    <div className="grid max-w-form grid-cols-[minmax(0,1fr)] gap-(--gap-y)">
      <PageHeader title={t("title")} description={t("description")} />
      {freshness.status === "looking" ? (
        <SettingsSkeleton rowCounts={groups.map(({ rows }) => rows.length)} />
      ) : (
        groups.map((group) => (
          <SettingsCard
            key={group.key}
            group={group}
            valueAt={at}
            provenance={provenance}
            scope="user"
            onChange={change}
            onReset={putBack}
          >
            {group.key === "data_preferences" && <FormatsExample />}
          </SettingsCard>
        ))
      )}
    </div>
  );
}
