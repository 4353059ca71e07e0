"use client";

import { useUndoToast } from "@/components/ui/use-undo-toast";
import { dashboard } from "@/lib/settings/dashboard";
import { formModel } from "@/lib/settings/form/form-model";
import { valueAt as valueIn } from "@/lib/settings/patch";
import { defaultAt } from "@/lib/settings/sections";
import { usePlainValueWords } from "./plain-words";
import { ScopeChoice } from "./scope-choice";
import { SettingsCard } from "./settings-card";
import { SettingsPage } from "./settings-page";
import { useDashboardSettings } from "./settings-provider";
import type { Inherited } from "./use-back-words";
import { useUndoableEdit } from "./use-undoable-edit";

const groups = formModel(dashboard);
const rowCounts = groups.map(({ rows }) => rows.length);

/** Settings -> Dashboard, drawn from the declaration of the section. `scope` null: the values for all projects. */
export function DashboardSettingsForm({ scope }: { scope: string | null }) {
  const settings = useDashboardSettings(scope);
  const forAll = useDashboardSettings(null);
  /** A value of one project goes back to that of all projects, theirs to the default. */
  const inherited = (path: string): Inherited =>
    scope === null
      ? { value: defaultAt(dashboard, path), layer: "default" }
      : { value: valueIn(forAll.value, path) ?? null, layer: forAll.provenance[path] ?? "default" };
  const valueWords = usePlainValueWords();
  const { valueAt, edit, editGroup, reset } = useUndoableEdit(settings, useUndoToast(), valueWords);
  return (
    <SettingsPage
      page="settingsDashboard"
      freshness={settings.freshness}
      rowCounts={rowCounts}
      choice={<ScopeChoice scope={scope} />}
    >
      {groups.map((group) => (
        <SettingsCard
          key={group.key}
          group={group}
          valueAt={valueAt}
          provenance={settings.provenance}
          scope={scope === null ? "user" : "project"}
          inherited={inherited}
          onChange={edit}
          onChangeAll={editGroup}
          onReset={reset}
          valueWords={valueWords}
        />
      ))}
    </SettingsPage>
  );
}
