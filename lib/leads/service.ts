import "server-only";
import { cache } from "react";
import { readAsPerson } from "@/lib/action";
import type { Asked } from "@/lib/leads/asked";
import type { LeadCursor } from "@/lib/leads/page";
import type { LeadQuery } from "@/lib/leads/query";
import { createLeadsStore } from "@/lib/leads/store";
import { dashboard } from "@/lib/settings/dashboard";
import { layersOf } from "@/lib/settings/layers";
import { preferences } from "@/lib/settings/preferences";
import { resolve } from "@/lib/settings/resolve";
import { createSettingsStore } from "@/lib/settings/store";
import { panelsFor, widgets } from "@/lib/settings/widgets";
import type { SettingsRow } from "@/lib/settings/wire";
import { weekStartFor } from "@/lib/time/formats";

/** What a person's settings ask for in a project. */
export function askedBy(rows: readonly SettingsRow[], projectId: string): Asked {
  const of = (section: string) => rows.filter((row) => row.section === section);
  const shown = resolve(dashboard, layersOf(of("dashboard"), projectId)).value;
  const person = resolve(preferences, layersOf(of("preferences"), null)).value;
  const { timezone, firstDayOfWeek } = person.data_preferences;
  return {
    panels: panelsFor(widgets.filter((widget) => shown.widget_visibility[widget])),
    period: shown.dashboard_preferences.period,
    zone: timezone,
    weekStart: weekStartFor(person.interface_settings.language, firstDayOfWeek),
  };
}

/** The figures that the person's settings ask for, today. */
export const loadPanels = (projectId: string) =>
  readAsPerson(async (client) => {
    const rows = await createSettingsStore(client).readSettings(projectId);
    return createLeadsStore(client).panels(projectId, askedBy(rows, projectId), Date.now());
  });

/** A page of a list with the counts of the whole; `counts` is null where they could not be read. */
export async function loadLeads(projectId: string, query: LeadQuery, before: LeadCursor | null) {
  const [page, counts] = await Promise.all([
    readAsPerson((client) => createLeadsStore(client).list(projectId, query, before)),
    readAsPerson((client) => createLeadsStore(client).count(projectId, query)),
  ]);
  return { page, counts: counts.ok ? counts.value : null };
}

/** The title and the body of one request share the answer. */
export const loadLead = cache((leadId: string) =>
  readAsPerson((client) => createLeadsStore(client).detail(leadId)),
);
