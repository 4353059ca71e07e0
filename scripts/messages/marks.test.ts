import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import { mark, marksIn } from "./marks";

it("every number comes back from a page's text, whatever stands around it", () => {
  const numbers = [0, 1, 2, 3, 1023, 2268, 4095];
  const text = numbers.map((number) => `before ${mark(number)}שמור‏ after`).join("\n");
  expect(marksIn(text)).toEqual(numbers);
  expect(marksIn("⁡ alone, ⁣ and an end without a number")).toEqual([]);
});

it("a marked message takes its values, and a message inside it is named, too", () => {
  const messages = {
    outer: `${mark(5)}{count, plural, one {# lead} other {# leads}} of {who}`,
    inner: `${mark(6)}Dana`,
  };
  const t = createTranslator({ locale: "en", messages });
  const text = t("outer", { count: 2, who: t("inner") });
  expect(marksIn(text)).toEqual([5, 6]);
  expect(text.replace(/[⁡-⁣]/gu, "")).toBe("2 leads of Dana");
});
