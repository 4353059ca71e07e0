/** What belongs to the character before it: marks, joiners with what they join, skin tones, the second half of a flag. */
const belongsBefore = /^[\p{M}\u200d\ufe0f\u{1f3fb}-\u{1f3ff}]/u;

const endsInJoiner = /\u200d$/;

/**
 * The longest beginning of `text` that `fits`, with `ellipsis` where something was cut off; empty where nothing fits.
 * Cuts between characters as people see them, so that no vowel sign and no half of an emoji is left alone. `fits` must
 * hold for every beginning of a text that fits.
 */
export function cutToFit(text: string, fits: (text: string) => boolean, ellipsis = "…"): string {
  if (fits(text)) return text;
  const points = [...text];
  const cutAt = (length: number) => `${points.slice(0, length).join("").trimEnd()}${ellipsis}`;
  let fitting = 0;
  for (let low = 1, high = points.length - 1; low <= high;) {
    const middle = (low + high) >> 1;
    if (fits(cutAt(middle))) [fitting, low] = [middle, middle + 1];
    else high = middle - 1;
  }
  while (fitting > 0 && isInside(points, fitting)) fitting -= 1;
  return fitting > 0 ? cutAt(fitting) : "";
}

const isInside = (points: readonly string[], at: number): boolean =>
  belongsBefore.test(points[at] ?? "") || endsInJoiner.test(points[at - 1] ?? "");

/** The same, but between words where a blank is near enough: a word of 20 letters and more is cut itself. */
export function cutAtWord(text: string, fits: (text: string) => boolean, ellipsis = "…"): string {
  const cut = cutToFit(text, fits, ellipsis);
  if (cut === text || cut === "") return cut;
  const kept = cut.slice(0, -ellipsis.length);
  if (/^\s/.test(text.slice(kept.length))) return cut;
  const word = /\s+\S{0,19}$/.exec(kept);
  return word && word.index > 0 ? `${kept.slice(0, word.index)}${ellipsis}` : cut;
}
