import type { NotificationCategory } from "@/lib/vocabulary/categories";
import { channels, type Channel } from "@/lib/vocabulary/channels";
import { heats, type Heat } from "@/lib/vocabulary/heat";

/** The facts of a notification: its kind and what it is about. */
export type Params = Readonly<Record<string, unknown>>;

export type Values = Readonly<Record<string, string | number>>;

/**
 * A message (in namespace `notifications.kinds`) and its values. `words` are keys of `notifications.words`, put
 * into the sentence in the reader's language; `times` are instants, written in the reader's zone and formats.
 */
export type Told = {
  title: { key: string; values: Values; person?: string };
  line: {
    key: string;
    words: Readonly<Record<string, string>>;
    values?: Values;
    times?: Readonly<Record<string, string>>;
  };
  look: { icon: "heat"; heat: Heat } | { icon: "bell" };
};

/**
 * What a row of the kind says in the columns of these names, in English where it is words. ICU messages in the values of
 * `params`, of plain arguments and `select`: SQL renders them (scripts/generate/message-sql.ts).
 */
type Stored = Readonly<
  Record<"type" | "priority" | "title" | "message" | "action_url" | "collapse_key", string>
>;

export type Kind = Readonly<{
  /** The switch that silences it in the notification settings. */
  category: NotificationCategory;
  /** The channels that may carry it. */
  channels: readonly Channel[];
  /** The channels on which no switch, threshold, mute or pause holds it back. */
  mandatory: readonly Channel[];
  /** An unread row of the same `collapse_key` becomes part of a new one for so many seconds. 0: each stands for itself. */
  collapseSeconds: number;
  /** For how many seconds it is worth telling, or the fact that holds the instant (ISO 8601) at which it no longer is. */
  lifetime: number | Readonly<{ until: string }>;
  /** The fact that holds the heat of the lead, which a person's threshold is compared with; null: no threshold holds it back. */
  heat: string | null;
  /** What a mail about it does to a calendar (RFC 5546); most kinds do nothing to it. */
  calendar?: "REQUEST" | "CANCEL";
  stored: Stored;
  /** Facts of the kind, to be told in every language by a test. */
  sample: Params;
  tell(params: Params): Told | null;
}>;

const minute = 60;
const day = 24 * 60 * minute;

/** What happens to one lead, or with one person, within so many seconds is one line. */
export const burst = 10 * minute;
/** What was told is worth telling for so many seconds. */
export const month = 30 * day;
export const week = 7 * day;
export const hour = 60 * minute;

/** Every channel may carry it, and switches decide. */
export const everywhere = { channels, mandatory: [] } as const;

export const heatOf = (value: unknown): Heat | undefined => heats.find((heat) => heat === value);

export const textOf = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null;

/** A whole number of params; `otherwise` where there is none. */
export const countOf = (value: unknown, otherwise: number): number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : otherwise;

/** An instant of params as ISO 8601; null for anything else. */
export const instantOf = (value: unknown): string | null =>
  typeof value === "string" &&
  /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(value) &&
  !isNaN(Date.parse(value))
    ? value
    : null;
