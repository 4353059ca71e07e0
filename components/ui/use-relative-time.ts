import { useFormatter } from "next-intl";

type Reference = { now: Date; style?: "long" | "short" | "narrow"; unit?: "day" };

/** Unicode's Hebrew repeats in brackets the number that its word has said: "two days ago (2)". */
const repeated = /\s\(\d+\)/;

/** How long ago something was, in the reader's words. */
export function useRelativeTime() {
  const format = useFormatter();
  return (at: Date, reference: Reference) => format.relativeTime(at, reference).replace(repeated, "");
}
