import { score, type SearchWords } from "@/lib/settings/form/search";

/** A group of commands in the palette, in the order in which they stand without a query. */
export type Group<Item> = { key: string; items: readonly Item[] };

/** `best`: how well its best command answers the query; the same for all groups without one. */
export type RankedGroup<Item> = Group<Item> & { best: number };

/** A command in the form that the search scores: its title, and its note as its group. */
export const wordsOfCommand = ({ title, note = "" }: { title: string; note?: string }): SearchWords => ({
  title,
  group: note,
  page: "",
  help: "",
  also: [],
  options: [],
});

/**
 * Returns the commands that match the query, best first in each group: "dark" finds the command that sets the dark theme,
 * "theme" finds the setting. Without a query returns all of them unchanged.
 */
export function answers<Item>(
  groups: readonly Group<Item>[],
  wordsOf: (item: Item) => SearchWords,
  query: string,
): RankedGroup<Item>[] {
  const asked = query.trim() !== "";
  return groups.map(({ key, items }) => {
    if (!asked) return { key, items, best: 0 };
    const scored = items
      .map((item) => ({ item, found: score(wordsOf(item), query) }))
      .filter(({ found }) => found > 0)
      .sort((a, b) => b.found - a.found);
    return { key, items: scored.map(({ item }) => item), best: scored[0]?.found ?? 0 };
  });
}

/** The group with the best answer first, those with equally good ones as they are given; none without an answer. */
export const bestFirst = <Item>(groups: readonly RankedGroup<Item>[]): RankedGroup<Item>[] =>
  groups.filter(({ items }) => items.length > 0).sort((a, b) => b.best - a.best);
