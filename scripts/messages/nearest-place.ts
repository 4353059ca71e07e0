import type { Places } from "./place-list";

type WhereUsed = (key: string) => string | null;

const folderOf = (file: string | null) => file?.slice(0, file.lastIndexOf("/")) ?? null;

/** The groups that a message is in, the smallest first: of `a.b.c` these are `a.b` and `a`. */
const groupsOf = (key: string): string[] => {
  const parts = key.split(".");
  return parts.slice(1).map((_, index) => parts.slice(0, parts.length - 1 - index).join("."));
};

/**
 * The page on which a message appears that the walk did not see (a fault, a refusal, an announcement): where most of its
 * group stand, of the smallest group that has more than its first word; else where most messages of its file's folder
 * stand; else where most of its first word do. Null where there is no such page.
 */
export function nearestPlace(places: Places, used: WhereUsed): (key: string) => string | null {
  const byGroup = newTally();
  const byFolder = newTally();
  for (const { page, keys } of places)
    for (const key of keys) {
      for (const group of groupsOf(key)) byGroup.count(group, page);
      byFolder.count(folderOf(used(key)), page);
    }
  return (key) => {
    const groups = groupsOf(key);
    const [whole] = groups.splice(-1);
    const near = groups.map((group) => byGroup.most(group)).find((page) => page !== null);
    return near ?? byFolder.most(folderOf(used(key))) ?? byGroup.most(whole ?? null);
  };
}

/** Counts how many messages of each group stand on which page. */
function newTally() {
  const counted = new Map<string, Map<string, number>>();
  return {
    count(group: string | null, page: string) {
      if (group === null) return;
      const pages = counted.get(group) ?? new Map<string, number>();
      counted.set(group, pages.set(page, (pages.get(page) ?? 0) + 1));
    },
    /** The page with most of a group; of several with as many the first. */
    most(group: string | null): string | null {
      const pages = group === null ? [] : [...(counted.get(group) ?? [])];
      return pages.toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
    },
  };
}
