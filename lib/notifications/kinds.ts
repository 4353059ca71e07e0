import type { NotificationCategory } from "@/lib/vocabulary/categories";
import { heats, type Heat } from "@/lib/vocabulary/heat";
import type { Notification } from "./notification";

/**
 * A message (in namespace `notifications.kinds`) and its values. `words` are keys of `notifications.words`, put
 * into the sentence in the reader's language.
 */
export type Told = {
  title: { key: string; values: Record<string, string>; person?: string };
  line: { key: string; words: Record<string, string> };
  look: { icon: "heat"; heat: Heat } | { icon: "bell" };
};

/**
 * What a row of the kind says in the columns of these names, in English where it is words. ICU messages in the values of
 * `params`, of plain arguments and `select`: SQL renders them (scripts/generate/message-sql.ts).
 */
type Stored = Readonly<
  Record<"type" | "priority" | "title" | "message" | "action_url" | "collapse_key", string>
>;

export type Kind = {
  /** The switch that silences it in the notification settings. */
  category: NotificationCategory;
  stored: Stored;
  /** Facts of the kind, to be told in every language by a test. */
  sample: Notification["params"];
  tell(params: Notification["params"]): Told | null;
};

/** `success` where the heat rises between two values, else `info`. */
function rises(from: string, to: string): string {
  const hotter = (heat: Heat) => heats.slice(heats.indexOf(heat) + 1);
  const cases = heats.slice(0, -1).map((heat) => {
    const ends = hotter(heat).map((end) => `${end} {success}`);
    return `${heat} {{${to}, select, ${[...ends, "other {info}"].join(" ")}}}`;
  });
  return `{${from}, select, ${cases.join(" ")} other {info}}`;
}

export const heatOf = (value: unknown) => heats.find((heat) => heat === value);

const leadHeat: Kind = {
  category: "heatProgressions",
  stored: {
    type: rises("from", "to"),
    priority: "{to, select, burning {high} other {normal}}",
    title: "{lead_name} is now {to}",
    message: "Heat went from {from} to {to}.",
    action_url: "/leads/{lead_id}",
    collapse_key: "lead.heat:{lead_id}",
  },
  sample: { lead_name: "Dana Levi", from: "cold", to: "burning" },
  tell({ lead_name: name, from, to }) {
    const [before, after] = [heatOf(from), heatOf(to)];
    if (typeof name !== "string" || !before || !after) return null;
    return {
      title: { key: "leadHeat.title", values: { to: after }, person: name },
      line: { key: "leadHeat.line", words: { from: `heat.${before}`, to: `heat.${after}` } },
      look: { icon: "heat", heat: after },
    };
  },
};

/**
 * Every kind of notification, declared once. A row carries its kind and the facts in `params`; a kind says which message
 * tells them. A trigger names a kind and its params, and the generated `private.notification_text()` says the rest.
 */
export const kinds: ReadonlyMap<string, Kind> = new Map([["lead.heat", leadHeat]]);

/** Null where this build does not know the kind or its facts: the row's English text is shown instead. */
export function tell(row: Notification): Told | null {
  const { kind } = row.params;
  return typeof kind === "string" ? (kinds.get(kind)?.tell(row.params) ?? null) : null;
}

/** TEMPORARY until the kinds declare it. */
export function rulesOf(params: Notification["params"]): {
  channels: readonly ("email" | "push" | "sms" | "whatsapp")[];
  mandatory: readonly string[];
  heat: Heat | null;
} {
  return { channels: ["email", "push", "sms", "whatsapp"], mandatory: [], heat: heatOf(params.to) ?? null };
}
