import type { Notification } from "./notification";

/**
 * Every kind of notification, declared once. A row carries its kind and the facts in `params`; a kind says which message
 * tells them. `category` is the switch that silences it in the notification settings.
 */
const heats = ["cold", "warm", "hot", "burning"] as const;
type Heat = (typeof heats)[number];

/**
 * A message (in namespace `notifications.kinds`) and its values. `words` are keys of `notifications.words`, put
 * into the sentence in the reader's language.
 */
export type Told = {
  title: { key: string; values: Record<string, string>; person?: string };
  line: { key: string; words: Record<string, string> };
  look: { icon: "heat"; heat: Heat } | { icon: "bell" };
};

type Kind = { category: string; tell(params: Notification["params"]): Told | null };

const heatOf = (value: unknown) => heats.find((heat) => heat === value);

const leadHeat: Kind = {
  category: "heatProgressions",
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

export const kinds: ReadonlyMap<string, Kind> = new Map([["lead.heat", leadHeat]]);

/** Null where this build does not know the kind or its facts: the row's English text is shown instead. */
export function tell(row: Notification): Told | null {
  const { kind } = row.params;
  return typeof kind === "string" ? (kinds.get(kind)?.tell(row.params) ?? null) : null;
}
