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
    const at = merged.findIndex(
      (each) => row.collapse_key !== null && each.collapse_key === row.collapse_key,
    );
    const earlier = merged[at];
    if (earlier) merged[at] = { ...row, params: { ...row.params, from: startOf(earlier, row) } };
    else merged.push(row);
  }
  return merged;
}

/** Where the heat stood before both; where the later row stood if the lead is back where it was. */
function startOf(earlier: NoticeRow, later: NoticeRow) {
  const { from } = earlier.params;
  return isHeat(from) && from !== later.params.to ? from : (later.params.from ?? null);
}
