import { areas, type AreaName } from "@/lib/pages";

/** Keys that act on every page, but not while a person types into a field. */

type Pressed = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing" | "repeat"
>;

/** The Latin letter on a key, also on a Hebrew or Arabic keyboard; null for any other key. */
export function letterOf({ key, code }: Pick<Pressed, "key" | "code">): string | null {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const isForeign = key.length === 1 && key > "\u007f";
  return isForeign ? (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null) : null;
}

/** Ctrl-K, on a Mac also Cmd-K. */
export const isPaletteKey = (event: Pressed): boolean =>
  (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && letterOf(event) === "k";

const isPlain = ({ ctrlKey, metaKey, altKey, isComposing, repeat }: Pressed): boolean =>
  !ctrlKey && !metaKey && !altKey && !isComposing && !repeat;

/** A question mark, of any keyboard. */
export const isHelpKey = (event: Pressed): boolean =>
  isPlain(event) && (event.key === "?" || event.key === "؟");

/** Whether the target takes letters: a text field, a list that is searched by typing, or an open menu. */
export const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    "input:not([type=radio], [type=checkbox], [type=button]), textarea, select, [contenteditable=true], [role=menu], [role=listbox]",
  ) !== null;

/** What has been typed for a field that is not there yet, after one more key; null for a key that writes nothing. */
export function typedAfter(typed: string, { key, ctrlKey, metaKey }: Pressed): string | null {
  if (ctrlKey || metaKey) return null;
  const letters = Array.from(typed);
  if (key === "Backspace") return letters.slice(0, -1).join("");
  return Array.from(key).length === 1 ? [...letters, key].join("") : null;
}

/** What a quick key opens: an area of the app, or the bell. */
export type QuickKeyTarget = AreaName | "notifications";

export const quickKeys: readonly { letter: string; target: QuickKeyTarget }[] = [
  ...areas.map(({ quickKey, name }) => ({ letter: quickKey, target: name })),
  { letter: "n", target: "notifications" },
];

/** The second key has to follow the first within this time. */
const togetherMs = 1_500;

/** Two keys one after the other: G, then a quick key. `now` in milliseconds; only differences matter. */
export function createQuickKeys(now: () => number) {
  let begun: number | null = null;
  return (event: Pressed): QuickKeyTarget | null => {
    const letter = isPlain(event) && !event.shiftKey ? letterOf(event) : null;
    const isSecond = begun !== null && now() - begun <= togetherMs;
    begun = letter === "g" ? now() : null;
    return isSecond ? (quickKeys.find((quick) => quick.letter === letter)?.target ?? null) : null;
  };
}
