"use client";

import { useUndoToast } from "@/components/ui/use-undo-toast";
import { pageOfColumn, type SettingsPageName } from "@/lib/pages";
import { formModel } from "@/lib/settings/form/form-model";
import { preferences } from "@/lib/settings/preferences";
import { defaultAt } from "@/lib/settings/sections";
import { FormatsExample } from "./formats-example";
import { LongControl } from "./long-control";
import { SettingsCard } from "./settings-card";
import { SettingsPage } from "./settings-page";
import { useAppPreferences } from "./settings-provider";
import { useUndoableEdit } from "./use-undoable-edit";
import { useValueWords } from "./value-words";

type PreferencesFormProps = { page?: SettingsPageName };

/**
 * A page of the settings drawn from the declaration: a card for each column of the preferences that lib/pages.ts says
 * is on the page. Each setting takes effect at once.
 */
export function PreferencesForm({ page = "settingsPreferences" }: PreferencesFormProps) {
  const settings = useAppPreferences();
  const valueWords = useValueWords();
  const { valueAt, edit, reset } = useUndoableEdit(settings, useUndoToast(), valueWords);
  const groups = groupsOn(page);
  return (
    <SettingsPage
      page={page}
      freshness={settings.freshness}
      rowCounts={groups.map(({ rows }) => rows.length)}
    >
      {groups.map((group) => (
        <SettingsCard
          key={group.key}
          group={group}
          valueAt={valueAt}
          provenance={settings.provenance}
          scope="user"
          inherited={(path) => ({ value: defaultAt(preferences, path), layer: "default" })}
          onChange={edit}
          onReset={reset}
          valueWords={valueWords}
          More={LongControl}
        >
          {group.key === "data_preferences" && <FormatsExample />}
        </SettingsCard>
      ))}
    </SettingsPage>
  );
}

const model = formModel(preferences);
const groupsOn = (page: SettingsPageName) =>
  model.filter(({ key }) => pageOfColumn(preferences.name, key)?.name === page);
