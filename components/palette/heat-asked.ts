import { plain } from "@/lib/settings/form/search";
import { heats, type Heat } from "@/lib/vocabulary/heat";

/** What is asked of leads: the text to find them by, and the heat that they are to have; null where none is named. */
export type LeadsAsked = { text: string; heat: Heat | null };

/**
 * Reads "dana hot" and "hot dana": a heat at either end, in the reader's words or in English, with the text to find the lead
 * by. A heat alone is a text like any other, so that a lead of such a name is found.
 */
export function readLeadsAsked(query: string, wordOf: (heat: Heat) => string): LeadsAsked {
  const words = query.trim().split(/\s+/);
  const heatOf = (word: string | undefined) =>
    heats.find((heat) => word !== undefined && [heat, plain(wordOf(heat))].includes(plain(word))) ?? null;
  const last = words.length > 1 ? heatOf(words.at(-1)) : null;
  if (last) return { text: words.slice(0, -1).join(" "), heat: last };
  const first = words.length > 1 ? heatOf(words[0]) : null;
  return first ? { text: words.slice(1).join(" "), heat: first } : { text: query.trim(), heat: null };
}
