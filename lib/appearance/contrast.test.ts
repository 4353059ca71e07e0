import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const css = readFileSync(`${import.meta.dirname}/../../app/globals.css`, "utf8");

/** The pairs for light and dark of a block of the style sheet. */
const valuesIn = (block: string) =>
  new Map(
    [...block.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map(
      ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
    ),
  );
const base = valuesIn(css.slice(css.indexOf(":root,"), css.indexOf('[data-theme="light"]')));
const themes = {
  usual: base,
  "high contrast": new Map([...base, ...valuesIn(css.slice(css.indexOf("@utility more-contrast")))]),
};

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

const grounds = ["paper", "card", "raised", "sunken"];
const heats = ["cold", "warm", "hot", "burning"].map((heat) => `heat-${heat}`);
const states = ["accent", "positive", "caution", "danger"];
const inks = ["ink", "ink-soft", "ink-faint", ...states, ...heats];
const marks = ["chart-muted", "accent", "line-control", ...heats.map((heat) => `${heat}-fill`)];

/** What is drawn on what, and how far apart the two have to be at least. */
const pairs = (text: number): [ink: string, ground: string, least: number][] => [
  ...inks.flatMap((ink) => grounds.map((ground): [string, string, number] => [ink, ground, text])),
  ...[...states, ...heats].map((ink): [string, string, number] => [ink, `${ink}-soft`, text]),
  ...marks.flatMap((mark) => ["paper", "card"].map((ground): [string, string, number] => [mark, ground, 3])),
];

it.each([
  ["usual", "light", 4.5],
  ["usual", "dark", 4.5],
  ["high contrast", "light", 7],
  ["high contrast", "dark", 7],
] as const)("in the %s theme, %s, text is read and every mark of a chart is seen", (theme, tone, text) => {
  const values = themes[theme];
  const tooClose = pairs(text).flatMap(([ink, ground, least]) => {
    const found = contrast(values.get(ink)?.[tone] ?? "", values.get(ground)?.[tone] ?? "");
    return found >= least ? [] : [`${ink} on ${ground}: ${found.toFixed(2)}`];
  });
  expect(tooClose).toEqual([]);
});
