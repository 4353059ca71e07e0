import { leadsAddress, readQuery } from "@/lib/leads/query";
import { openedProject, projectIdOf as idOf } from "@/lib/opened-project";
import { idAt, isAddressOf, memberPages, settingsPages } from "@/lib/pages";
import { paths } from "@/lib/paths";

/** The pages that a person is led back to: those of a signed-in person. */
const returnPages = { ...memberPages, ...settingsPages };
type ReturnPage = keyof typeof returnPages;
const isReturnPage = (key: string): key is ReturnPage => Object.hasOwn(returnPages, key);
const returnPageNames = Object.keys(returnPages).filter(isReturnPage);

/** A page that people return to, with the project, lead or filter that was chosen on it. */
export type Place = {
  page: ReturnPage;
  projectId: string | null;
  leadId: string | null;
  /** The heat the list of leads was narrowed to. */
  heat: string | null;
  /** The order of the list of leads. */
  order: string | null;
};

const origin = "http://app.invalid";

/** The place at an address within the app; null for an address that people do not return to. */
export function placeOf(path: string): Place | null {
  const url = URL.canParse(path, origin) ? new URL(path, origin) : null;
  if (url?.origin !== origin) return null;
  const page = returnPageNames.find((name) => isAddressOf(returnPages[name], url.pathname));
  if (!page) return null;
  return {
    page,
    projectId: openedProject(url),
    leadId: page === "lead" ? idOf(idAt(memberPages.lead, url.pathname)) : null,
    heat: page === "leads" ? url.searchParams.get("heat") : null,
    order: page === "leads" ? url.searchParams.get("sort") : null,
  };
}

/**
 * The address of the place that a stored path names, built anew from its parts, so that stored text never becomes an
 * address. Null where the path names no place, or a project that the person is not in (any more).
 */
export function returnAddress(path: string, projectIds: readonly string[]) {
  const place = placeOf(path);
  if (!place) return null;
  const { page, projectId, leadId, heat, order } = place;
  if (projectId !== null && !projectIds.includes(projectId)) return null;
  if (page === "lead") return leadId && paths.lead(leadId);
  if (page === "dashboard") return projectId && paths.dashboard(projectId);
  if (page === "leads")
    return (
      projectId && leadsAddress(projectId, readQuery({ heat: heat ?? undefined, sort: order ?? undefined }))
    );
  if (page === "notifications") return paths.notifications();
  return paths.settings.page(settingsPages[page].address, projectId ?? undefined);
}
