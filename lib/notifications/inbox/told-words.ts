import type { Translator } from "@/lib/i18n/translator";
import { bantMarks } from "@/lib/vocabulary/bant";
import { heats } from "@/lib/vocabulary/heat";
import { toldText } from "../delivery/told-text";
import { kinds, type Kind } from "../kinds";
import { outgoingChannels } from "@/lib/vocabulary/channels";

/** The facts of a notification by which the words of its text are chosen. */
const choices: Readonly<Record<string, readonly string[]>> = {
  from: heats,
  to: heats,
  mark: bantMarks,
  provider: ["calendly", ...outgoingChannels],
  reason: ["credentials", "limit", ""],
  event: ["password", "email", "device"],
};

/** Facts that a row must have for its text to hold a word. */
export type Facts = Readonly<Record<string, string>>;
type Text = Readonly<{ facts: Facts; text: string }>;

/** More words than this narrow a search no further in a language that is not stored. */
const mostWords = 8;

const made = new WeakMap<Translator, readonly Text[]>();

/**
 * For each word of a search, in lower case, the facts of the notifications whose text has it in the translator's
 * language. What is stored is English: `get_inbox` finds names there, and by these facts the words that the person reads.
 */
export function toldWords(t: Translator, search: string): Record<string, Facts[]> {
  const texts = made.get(t) ?? allTexts(t);
  made.set(t, texts);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean).slice(0, mostWords);
  const found = (word: string) => texts.filter(({ text }) => text.includes(word)).map(({ facts }) => facts);
  return Object.fromEntries(words.map((word) => [word, found(word)]));
}

const allTexts = (t: Translator): Text[] =>
  [...kinds].flatMap(([name, kind]) =>
    combined(telling(t, name, kind)).map((chosen) => ({
      facts: { kind: name, ...chosen },
      text: textOf(t, name, kind, chosen),
    })),
  );

/** The facts that make a difference to what this kind says, each with what it may be. */
const telling = (t: Translator, name: string, kind: Kind) =>
  Object.entries(choices).filter(([fact, values]) => {
    if (!(fact in kind.sample)) return false;
    return new Set(values.map((value) => textOf(t, name, kind, { [fact]: value }))).size > 1;
  });

const combined = (facts: readonly (readonly [string, readonly string[]])[]): Facts[] =>
  facts.reduce<Facts[]>(
    (all, [fact, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [fact]: value }))),
    [{}],
  );

/** What it says but for names, numbers and times, which are not the kind's. */
function textOf(t: Translator, name: string, { sample }: Kind, chosen: Facts): string {
  const params = { ...sample, lead_name: "\u2060", changes: 1, ...chosen, kind: name };
  const { title, text } = toldText(t, { fullMoment: () => "" }, { title: "", message: "", params });
  return `${title} ${text}`.toLowerCase().replaceAll(/[\u2060\d]/g, "");
}
