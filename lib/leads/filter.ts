import { bantMarks } from "@/lib/vocabulary/bant";
import { heats } from "@/lib/vocabulary/heat";
import { channels } from "./channel";

/**
 * What a lead may count for, and of what in particular: the words of `private.count_rules`, which says there what each
 * means and when a lead counts for it. Without a part, `came`, `qualified`, `meetings` and `waiting` are words of their
 * own, and each other kind is all of its parts together.
 */
const kinds = {
  came: ["reached", "warm", "qualified", "met", "won"],
  open: heats,
  bant: bantMarks,
  qualified: [],
  meetings: [],
  deals: channels,
  waiting: [],
  cooled: [...bantMarks, "none"],
} as const satisfies Record<string, readonly string[]>;

export type CountKind = keyof typeof kinds;
export type CountPart<Kind extends CountKind = CountKind> = (typeof kinds)[Kind][number];

/** Of what the leads of a list are: `parts` of a kind, none for the whole kind. Ascending in the order of the kind. */
export type Counted = { [Kind in CountKind]: { kind: Kind; parts: readonly CountPart<Kind>[] } }[CountKind];

/**
 * The leads that a figure counts: those that count for it from `from` on and before `to`, ISO instants on a quarter of an
 * hour. Who opens it in another zone sees the same leads.
 */
export type LeadFilter = { counted: Counted; from: string; to: string };

const quarterMs = 900_000;
const isKind = (text: string): text is CountKind => Object.hasOwn(kinds, text);

/** The words of `private.count_rules` that a filter asks for. */
export function countWords({ kind, parts }: Counted): string[] {
  const named: readonly string[] = parts.length > 0 || kind === "came" ? parts : kinds[kind];
  return named.length > 0 ? named.map((part) => `${kind}:${part}`) : [kind];
}

/** As it stands in an address: `counts=open:hot,burning&from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z`. */
export const writeFilter = ({ counted: { kind, parts }, from, to }: LeadFilter) => ({
  counts: parts.length > 0 ? `${kind}:${parts.join(",")}` : kind,
  from,
  to,
});

type Asked = Partial<Record<"counts" | "from" | "to", string | string[] | undefined>>;

/** The filter in an address; null for none, and for anything that is none. */
export function readFilter({ counts, from, to }: Asked): LeadFilter | null {
  if (typeof counts !== "string" || typeof from !== "string" || typeof to !== "string") return null;
  const counted = readCounted(counts);
  return counted && isInstant(from) && isInstant(to) && Date.parse(from) < Date.parse(to)
    ? { counted, from, to }
    : null;
}

function readCounted(text: string): Counted | null {
  const [kind = "", list] = text.split(":", 2);
  if (!isKind(kind)) return null;
  const asked = list?.split(",") ?? [];
  const of = <Kind extends CountKind>(one: Kind, all: readonly CountPart<Kind>[]) => {
    const parts = all.filter((part) => asked.includes(part));
    return parts.length === asked.length ? { kind: one, parts } : null;
  };
  switch (kind) {
    case "came":
      return of(kind, kinds.came);
    case "open":
      return of(kind, kinds.open);
    case "bant":
      return of(kind, kinds.bant);
    case "deals":
      return of(kind, kinds.deals);
    case "cooled":
      return of(kind, kinds.cooled);
    case "qualified":
    case "meetings":
    case "waiting":
      return of(kind, []);
  }
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && Date.parse(text) % quarterMs === 0;
}
