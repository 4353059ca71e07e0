"use client";

import { useUndoToast } from "@/components/ui/use-undo-toast";
import { formModel } from "@/lib/settings/form/form-model";
import { preferences } from "@/lib/settings/preferences";
import { FormatsExample } from "./formats-example";
import { SettingsCard } from "./settings-card";
import { SettingsPage } from "./settings-page";
import { useAppPreferences } from "./settings-provider";
import { useUndoableEdit } from "./use-undoable-edit";

/** What is connected has a page of its own: Settings -> Integrations. */
const groups = formModel(preferences).filter(({ key }) => key !== "integration_settings");
const rowCounts = groups.map(({ rows }) => rows.length);

/** Settings -> Preferences, drawn from the declaration of the section. Each takes effect at once. */
export function PreferencesForm() {
  const settings = useAppPreferences();
  const { valueAt, edit, reset } = useUndoableEdit(settings, useUndoToast());
  return (
    <SettingsPage page="preferences" freshness={settings.freshness} rowCounts={rowCounts}>
      {groups.map((group) => (
        <SettingsCard
          key={group.key}
          group={group}
          valueAt={valueAt}
          provenance={settings.provenance}
          scope="user"
          onChange={edit}
          onReset={reset}
        >
          {group.key === "data_preferences" && <FormatsExample />}
        </SettingsCard>
      ))}
    </SettingsPage>
  );
}
