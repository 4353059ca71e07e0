import { expect, it } from "vitest";
import { withoutInvisibleMarks } from "./invisible-marks";

const named = (point: number) => `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
const marks = [
  [0x061c, "Arabic letter mark"],
  ...[0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e].map((point) => [point, "direction"] as const),
  ...[0x2066, 0x2067, 0x2068, 0x2069].map((point) => [point, "isolate"] as const),
  ...[0x00ad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff].map((point) => [point, "width"] as const),
  ...[0x00a0, 0x202f].map((point) => [point, "a space that does not break"] as const),
] as const;

it.each(marks.map(([point, kind]) => [named(point), kind, String.fromCodePoint(point)]))(
  "takes %s (%s) off, wherever it stands and however often",
  (_name, _kind, mark) =>
    expect(withoutInvisibleMarks(`${mark}da${mark}${mark}na@example.com${mark}`)).toBe("dana@example.com"),
);

it("leaves what people see: letters with marks, digits, spaces, dashes", () => {
  for (const text of ["שָׁלוֹם", "مُحَمَّد", "é", "a b", "+972 50-234", "٠٥٠", "👩‍💼".replaceAll("\u200d", "")])
    expect(withoutInvisibleMarks(text)).toBe(text);
});
