const firstLetter = /\p{L}/u;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** The direction of a text by its first letter, as `dir="auto"` takes it; null without a letter. */
export function textDirection(text: string): "ltr" | "rtl" | null {
  const [letter] = firstLetter.exec(text) ?? [];
  if (letter === undefined) return null;
  return rightToLeft.test(letter) ? "rtl" : "ltr";
}
