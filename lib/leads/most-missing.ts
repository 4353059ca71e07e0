import type { Panel } from "@/lib/leads/panels";
import { bantMarks, type BantMark } from "@/lib/vocabulary/bant";

/** The BANT mark that most of the leads lack that went cold, the first of equals; null where none lacks any. */
export function mostMissing(missing: Panel<"insights">["wentCold"]["missing"]): BantMark | null {
  const [most] = bantMarks.toSorted((a, b) => missing[b] - missing[a]);
  return most !== undefined && missing[most] > 0 ? most : null;
}
