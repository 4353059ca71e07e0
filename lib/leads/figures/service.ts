import "server-only";
import { readAsPerson } from "@/lib/action";
import type { Asked } from "@/lib/leads/asked";
import { createFiguresStore } from "@/lib/leads/figures/store";
import { dashboard } from "@/lib/settings/dashboard";
import { figuresFor } from "@/lib/settings/dashboard-figures";
import { layersOf } from "@/lib/settings/layers";
import { preferences } from "@/lib/settings/preferences";
import { resolve } from "@/lib/settings/resolve";
import { createSettingsStore } from "@/lib/settings/store";
import type { SettingsRow } from "@/lib/settings/wire";
import { weekStartFor } from "@/lib/time/formats";

/** What a person's settings ask for in a project. */
export function askedBy(rows: readonly SettingsRow[], projectId: string): Asked {
  const of = (section: string) => rows.filter((row) => row.section === section);
  const shown = resolve(dashboard, layersOf(of("dashboard"), projectId)).value;
  const person = resolve(preferences, layersOf(of("preferences"), null)).value;
  const { timezone, firstDayOfWeek } = person.data_preferences;
  return {
    ...figuresFor(shown),
    zone: timezone,
    weekStart: weekStartFor(person.interface_settings.language, firstDayOfWeek),
  };
}

/** The figures that the person's settings ask for, today. */
export const loadPanels = (projectId: string) =>
  readAsPerson(async (client) => {
    const rows = await createSettingsStore(client).readSettings(projectId);
    return createFiguresStore(client).panels(projectId, askedBy(rows, projectId), Date.now());
  });
