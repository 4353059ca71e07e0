import { openedProject, projectIdOf as idOf } from "@/lib/opened-project";
import { paths } from "@/lib/paths";

const settingsPages = {
  settingsDashboard: paths.settings.dashboard,
  settingsNotifications: paths.settings.notifications,
  settingsPreferences: paths.settings.preferences,
  settingsIntegrations: paths.settings.integrations,
  settingsActivity: paths.settings.activity,
};

/** A page that people return to, with the project, lead or filter that was chosen on it. */
export type Place = {
  page: "dashboard" | "leads" | "lead" | keyof typeof settingsPages;
  projectId: string | null;
  leadId: string | null;
  /** The heat the list of leads was narrowed to. */
  heat: string | null;
};

const pages: readonly (readonly [RegExp, Place["page"]])[] = [
  [/^\/dashboard\/[^/]+$/, "dashboard"],
  [/^\/leads$/, "leads"],
  [/^\/leads\/[^/]+$/, "lead"],
  [/^\/settings\/dashboard$/, "settingsDashboard"],
  [/^\/settings\/notifications$/, "settingsNotifications"],
  [/^\/settings\/preferences$/, "settingsPreferences"],
  [/^\/settings\/integrations$/, "settingsIntegrations"],
  [/^\/settings\/activity$/, "settingsActivity"],
];

const origin = "http://app.invalid";

/** The place at an address within the app; null for an address that people do not return to. */
export function placeOf(path: string): Place | null {
  const url = URL.canParse(path, origin) ? new URL(path, origin) : null;
  const page = url?.origin === origin && pages.find(([pattern]) => pattern.test(url.pathname))?.[1];
  if (!url || !page) return null;
  return {
    page,
    projectId: openedProject(url),
    leadId: page === "lead" ? idOf(url.pathname.split("/")[2]) : null,
    heat: page === "leads" ? url.searchParams.get("heat") : null,
  };
}

/**
 * The address of the place that a stored path names, built anew from its parts, so that stored text never becomes an
 * address. Null where the path names no place, or a project that the person is not in (any more).
 */
export function returnAddress(path: string, projectIds: readonly string[]) {
  const place = placeOf(path);
  if (!place) return null;
  const { page, projectId, leadId, heat } = place;
  if (projectId !== null && !projectIds.includes(projectId)) return null;
  if (page === "lead") return leadId && paths.lead(leadId);
  if (page === "dashboard") return projectId && paths.dashboard(projectId);
  if (page === "leads") return projectId && paths.leads(projectId, heat ?? undefined);
  if (page === "settingsDashboard") return paths.settings.dashboard(projectId ?? undefined);
  return settingsPages[page]();
}
