import { score, type SearchWords } from "@/lib/settings/form/search";

/** A group of the palette: what it holds, in its order while nothing is asked. */
export type Group<Item> = { key: string; items: readonly Item[] };

/** A command as the search reads it: its name, and where it belongs. */
export const wordsOfCommand = ({ title, note = "" }: { title: string; note?: string }): SearchWords => ({
  title,
  group: note,
  page: "",
  help: "",
  options: [],
});

/**
 * What answers the query, best first within each group, and the groups by their best answer: whoever writes `dark`
 * wants it dark, whoever writes `theme` wants the setting. Without a query: everything, as it stands.
 */
export function answers<Item>(
  groups: readonly Group<Item>[],
  wordsOf: (item: Item) => SearchWords,
  query: string,
): Group<Item>[] {
  const asked = query.trim() !== "";
  return groups
    .map(({ key, items }) => {
      if (!asked) return { key, items, best: 0 };
      const scored = items
        .map((item) => ({ item, found: score(wordsOf(item), query) }))
        .filter(({ found }) => found > 0)
        .sort((a, b) => b.found - a.found);
      return { key, items: scored.map(({ item }) => item), best: scored[0]?.found ?? 0 };
    })
    .filter(({ items }) => items.length > 0)
    .sort((a, b) => b.best - a.best);
}
