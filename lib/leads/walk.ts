import type { paths } from "@/lib/paths";

/** A list of leads as a person last saw it: its address, its leads in their order, and the address where it goes on. */
export type Walk = { list: ListAddress; next: ListAddress | null; ids: readonly string[] };
type ListAddress = ReturnType<typeof paths.leads>;

/** Where a lead stands in a list: `at` counts from 1. `previous` and `next` are ids, null at the ends. */
export type Step = { at: number; of: number; previous: string | null; next: string | null };

/** Lines of text: neither an address nor an id holds a line break. */
export const writeWalk = ({ list, next, ids }: Walk): string => [list, next ?? "", ...ids].join("\n");

const isList = (text: string): text is ListAddress => text.startsWith("/leads?");

/** Null for what is no list of leads, as another build may have written it. */
export function readWalk(text: string | null): Walk | null {
  const [list = "", next = "", ...ids] = text?.split("\n") ?? [];
  if (!isList(list) || ids.length === 0) return null;
  return { list, next: isList(next) ? next : null, ids };
}

/** Null where the lead does not stand in the list. */
export function stepAt({ ids }: Walk, leadId: string): Step | null {
  const index = ids.indexOf(leadId);
  if (index < 0) return null;
  return { at: index + 1, of: ids.length, previous: ids[index - 1] ?? null, next: ids[index + 1] ?? null };
}
