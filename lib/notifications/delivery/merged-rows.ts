import { isHeat } from "@/lib/vocabulary/heat";
import type { NoticeRow } from "./answers";

/**
 * The rows of one message, oldest first, with those that say the same of one thing told once: of several changes of a
 * lead's heat the last one, from where the heat stood before the first.
 */
export function mergedRows(some: NoticeRow, ...others: NoticeRow[]): [NoticeRow, ...NoticeRow[]] {
  const [first = some, ...rest] = [some, ...others].sort((one, other) => one.seq - other.seq);
  const merged: [NoticeRow, ...NoticeRow[]] = [first];
  for (const row of rest) {
    const at = merged.findIndex((each) => saysTheSame(each, row));
    const earlier = merged[at];
    if (earlier) merged[at] = toldAnew(earlier, row);
    else merged.push(row);
  }
  return merged;
}

const saysTheSame = (one: NoticeRow, other: NoticeRow): boolean =>
  one.collapse_key !== null &&
  one.collapse_key === other.collapse_key &&
  one.params.kind === other.params.kind;

/** The later row, from where the heat stood before both; as it is if the lead is back where it was. */
function toldAnew(earlier: NoticeRow, later: NoticeRow): NoticeRow {
  const { from } = earlier.params;
  if (!isHeat(from) || from === later.params.to) return later;
  return { ...later, params: { ...later.params, from } };
}
