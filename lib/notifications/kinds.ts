import { channels, type Channel, type OutgoingChannel } from "@/lib/vocabulary/channels";
import type { Heat } from "@/lib/vocabulary/heat";
import { conversations } from "./kinds/conversations";
import { heatOf, type Kind, type Told } from "./kinds/kind";
import { leadNews } from "./kinds/lead-news";
import { meetings } from "./kinds/meetings";
import { platform } from "./kinds/platform";
import type { Notification } from "./notification";

export { instantOf, textOf, type Kind, type Told } from "./kinds/kind";

/**
 * Every kind of notification, declared once. A row carries its kind and the facts in `params`; a kind says which message
 * tells them. Whoever makes one names a kind and its params, and the generated `private.notification_text()` and
 * `private.kind_rules()` say the rest.
 */
export const kinds: ReadonlyMap<string, Kind> = new Map([
  ...leadNews,
  ...conversations,
  ...meetings,
  ...platform,
]);

/** Null where this build does not know the kind or its facts: the row's English text is shown instead. */
export function tell(row: Pick<Notification, "params">): Told | null {
  const { kind } = row.params;
  return typeof kind === "string" ? (kinds.get(kind)?.tell(row.params) ?? null) : null;
}

/** What a mail about such facts does to a calendar; null: nothing. */
export const calendarOf = ({ kind }: Notification["params"]): Kind["calendar"] | null =>
  (typeof kind === "string" && kinds.get(kind)?.calendar) || null;

/**
 * What a kind says to the rules of delivery: the channels that may carry it, those on which nothing holds it back, and
 * the heat that thresholds are compared with. A kind that this build does not know may go everywhere, and has no heat.
 */
export function rulesOf({ kind: name, ...params }: Notification["params"]): {
  channels: readonly OutgoingChannel[];
  mandatory: readonly Channel[];
  heat: Heat | null;
} {
  const kind = typeof name === "string" ? kinds.get(name) : undefined;
  return {
    channels: (kind?.channels ?? channels).filter((channel) => channel !== "inApp"),
    mandatory: kind?.mandatory ?? [],
    heat: (kind?.heat && heatOf(params[kind.heat])) || null,
  };
}
