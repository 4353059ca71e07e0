import { blocksOf } from "./zone-table";
import type { ZoneBlock } from "./zone";

/** The text of every zone that a value names anywhere within: what a page that shows the value has to carry. */
export const blocksIn = (value: unknown): ZoneBlock[] => blocksOf([...new Set(textsIn(value))]);

/** No name of a zone is longer. */
const longestName = 64;

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return value.length <= longestName ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
