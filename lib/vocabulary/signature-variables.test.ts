import { expect, it } from "vitest";
import { knownVariables, strangeVariable } from "./signature-variables";

const partOf = (text: string) => strangeVariable.exec(text)?.[0] ?? null;

it.each([
  ["", null],
  ["Igor\nOven & Co { } {x}", null],
  ["{{name}} · {{ email }}\n{{company}}{{project}}", null],
  ["{{phone}}", "{{phone}}"],
  ["{{Name}}", "{{Name}}"],
  ["{{name}} {{ first name }}!", "{{ first name }}"],
  ["{{name", "{{name"],
  ["{{}}", "{{}}"],
  ["{{{name}}}", "{{"],
])("%j: what cannot be filled in is %j", (text, part) => {
  expect(knownVariables.test(text)).toBe(part === null);
  expect(partOf(text)).toBe(part);
});

it("answers at once for a text that is made to be slow", () => {
  const slow = "{{name}}".repeat(370) + "{{";
  const before = performance.now();
  expect(knownVariables.test(slow)).toBe(false);
  expect(performance.now() - before).toBeLessThan(200);
});
