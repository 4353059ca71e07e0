import { memberPages } from "@/lib/pages";
import { paths } from "@/lib/paths";
import { isHeat, type Heat } from "@/lib/vocabulary/heat";
import { isLeadOrder, leadSorts, type LeadOrder, type LeadSort } from "@/lib/vocabulary/lead-list";
import { readFilter, writeFilter, type LeadFilter } from "./filter";

/** What a list of leads shows, and in what order. `filter`: the figure whose leads these are. */
export type LeadQuery = {
  heat: Heat | null;
  filter: LeadFilter | null;
  search: string | null;
  order: LeadOrder;
};

export const usualOrder: LeadOrder = "-activity";
export const longestSearch = 100;
/** A search over all projects: fewer letters occur in almost every name. */
export const shortestFind = 2;

type Asked = Partial<Record<"heat" | "q" | "sort" | "counts" | "from" | "to", string | string[] | undefined>>;

/** What an address asks for; what it does not understand it leaves out. */
export function readQuery(asked: Asked): LeadQuery {
  const search = typeof asked.q === "string" ? asked.q.trim().slice(0, longestSearch) : "";
  return {
    heat: isHeat(asked.heat) ? asked.heat : null,
    filter: readFilter(asked),
    search: search || null,
    order: isLeadOrder(asked.sort) ? asked.sort : usualOrder,
  };
}

/** The address of a list, and of the page of it that begins at `before` (`writeCursor`). */
export const leadsAddress = (
  projectId: string,
  { heat, filter, search, order }: LeadQuery,
  before?: string,
) =>
  paths.leads(projectId, heat ?? undefined, before, filter ? writeFilter(filter) : undefined, {
    q: search ?? undefined,
    sort: order === usualOrder ? undefined : order,
  });

/**
 * Where an address of the list that names no project leads: the same list of `project`. Null for any other address.
 * `address`: a path with its query.
 */
export function listWithProject(address: string, project: string) {
  const [path, query] = address.split("?");
  const asked = Object.fromEntries(new URLSearchParams(query));
  return path === memberPages.leads.address && !asked.project
    ? leadsAddress(project, readQuery(asked))
    : null;
}

export const isAscending = (order: LeadOrder): boolean => !order.startsWith("-");

export function sortOf(order: LeadOrder): LeadSort {
  const name = order.replace("-", "");
  return leadSorts.find((sort) => sort === name) ?? "activity";
}

/** The order that a press on a column asks for: first its usual way, then the other. */
export function orderAfter(now: LeadOrder, pressed: LeadSort): LeadOrder {
  const [first, other]: [LeadOrder, LeadOrder] =
    pressed === "name" ? ["name", "-name"] : [`-${pressed}`, pressed];
  return now === first ? other : first;
}
