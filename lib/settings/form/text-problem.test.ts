import { expect, it } from "vitest";
import { text } from "@/lib/settings/fields";
import { settingsSections } from "@/lib/settings/registry";
import { isValid, leaves } from "@/lib/settings/sections";
import { culpritOf, textProblem } from "./text-problem";

const samples = [
  "",
  "Ann",
  "x".repeat(121),
  "x".repeat(3001),
  "{{name}} of {{company}}",
  "{{phone}}",
  "Ann \ud800",
  "nul \0",
  '<Ann "the baker">',
  "a\nb",
];
const texts = settingsSections.flatMap((section) =>
  [...leaves(section)].flatMap(([path, field]) =>
    field.control.kind === "text" ? [{ path, field, control: field.control }] : [],
  ),
);

it.each(texts)("$path names a problem of exactly the texts that it refuses", ({ field, control }) => {
  for (const sample of samples)
    expect(textProblem(control, sample) === null, JSON.stringify(sample.slice(0, 20))).toBe(
      isValid(field, sample),
    );
});

it("says of each text what is wrong with it", () => {
  const { control } = text({ maxLength: 5, pattern: /^[a-z]*$/, problem: "lowercase" }, "nickname");
  if (control.kind !== "text") throw new Error("a text is drawn as a text");
  expect(textProblem(control, "anna")).toBeNull();
  expect(textProblem(control, "annabel")).toBe("tooLong");
  expect(textProblem(control, "an\0")).toBe("characters");
  expect(textProblem(control, "Anna")).toBe("lowercase");
});

it("names the part of a text that breaks its rule, where the rule can tell", () => {
  expect(culpritOf({ culprit: /\{\w+\}/ }, "a {b} {c}")).toBe("\u2066{b}\u2069");
  expect(culpritOf({ culprit: /\{\w+\}/ }, "a")).toBe("");
  expect(culpritOf({}, "a {b}")).toBe("");
});
