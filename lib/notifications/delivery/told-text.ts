import type { Translator } from "@/lib/i18n/translator";
import { heatOf, tell } from "../kinds";
import type { Heat } from "@/lib/vocabulary/heat";
import type { NoticeRow } from "./answers";

/** A notification in words: `title`, and a `text` that may be empty. */
export type ToldText = Readonly<{ title: string; text: string; heat: Heat | null }>;

/** In the translator's language; the English of the row where this build does not know its kind. */
export function toldText(t: Translator, row: NoticeRow): ToldText {
  const told = tell(row);
  if (!told) return { title: row.title, text: row.message, heat: null };
  const { key, values, person = "" } = told.title;
  const words = Object.entries(told.line.words).map(([name, word]) => [
    name,
    t(`notifications.words.${word}`),
  ]);
  return {
    title: t.markup(`notifications.kinds.${key}`, { ...values, name: person, person: (chunks) => chunks }),
    text: t(`notifications.kinds.${told.line.key}`, Object.fromEntries(words)),
    heat: told.look.icon === "heat" ? told.look.heat : null,
  };
}
