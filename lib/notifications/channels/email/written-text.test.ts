import { describe, expect, it } from "vitest";
import { shortened, subjectOf, withIsolatedPhones } from "./written-text";

describe("a subject", () => {
  it("has no marks of direction and no line breaks, and keeps the quotes that people search for", () => {
    expect(subjectOf('\u2067נקבעה פגישה\u2069 עם\r\nיוסי, בר\u00a0בע"מ\u200f')).toBe(
      'נקבעה פגישה עם יוסי, בר בע"מ',
    );
  });

  it("that is long loses its middle, because its last words name the lead", () => {
    const subject = subjectOf(`${"long ".repeat(60)}for Dana Cohen`);
    expect([...subject].length).toBeLessThanOrEqual(181);
    expect(subject).toMatch(/^long .* … .*for Dana Cohen$/);
  });

  it("is never cut within a letter", () => {
    expect(subjectOf("🔥".repeat(300)).isWellFormed()).toBe(true);
    expect(shortened("🔥".repeat(300), 100).isWellFormed()).toBe(true);
  });
});

describe("a phone", () => {
  it.each(["+972-50-234-5678", "050-234-5678", "+1 (415) 555-0132", "0502345678"])(
    "is isolated beside right-to-left letters: %s",
    (phone) => expect(withIsolatedPhones(`هاتف: ${phone}.`)).toBe(`هاتف: \u2066${phone}\u2069.`),
  );

  it("is left as it is where all letters run one way, where it is isolated already, and within an address", () => {
    for (const text of [
      "Call +972-50-234-5678",
      "هاتف \u2066+972502345678\u2069",
      "כתובת https://x.com/12345678",
    ])
      expect(withIsolatedPhones(text)).toBe(text);
  });
});
