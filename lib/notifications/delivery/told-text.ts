import type { Translator } from "@/lib/i18n/translator";
import type { Formats } from "@/lib/time/formats";
import type { Heat } from "@/lib/vocabulary/heat";
import { tell } from "../kinds";
import type { Notification } from "../notification";

/** A notification in words: `title`, and a `text` that may be empty. */
export type ToldText = Readonly<{ title: string; text: string; heat: Heat | null }>;

/** In the translator's language and the reader's formats; the English of the row where this build does not know its kind. */
export function toldText(
  t: Translator,
  formats: Pick<Formats, "fullMoment">,
  row: Pick<Notification, "title" | "message" | "params">,
): ToldText {
  const told = tell(row);
  if (!told) return { title: row.title, text: row.message, heat: null };
  const { key, values, person = "" } = told.title;
  const { words, values: facts = {}, times = {}, key: line } = told.line;
  const written = [
    ...Object.entries(words).map(([name, word]) => [name, t(`notifications.words.${word}`)] as const),
    ...Object.entries(times).map(([name, at]) => [name, formats.fullMoment(at)] as const),
  ];
  return {
    title: t.markup(`notifications.kinds.${key}`, { ...values, name: person, person: (chunks) => chunks }),
    text: t(`notifications.kinds.${line}`, { ...facts, ...Object.fromEntries(written) }),
    heat: told.look.icon === "heat" ? told.look.heat : null,
  };
}
