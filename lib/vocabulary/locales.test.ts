import { describe, expect, it } from "vitest";
import { directionOf, negotiateLocale } from "./locales";

describe("negotiateLocale", () => {
  it("takes the language with the highest weight that the product speaks", () => {
    expect(negotiateLocale("fr-FR, en;q=0.4, he-IL;q=0.8")).toBe("he");
    expect(negotiateLocale("ar-EG,ar;q=0.9,en;q=0.8")).toBe("ar");
  });
  it("takes the first of equal weights", () => {
    expect(negotiateLocale("he, en")).toBe("he");
    expect(negotiateLocale("en, he")).toBe("en");
  });
  it("never takes a language that was refused with q=0", () => {
    expect(negotiateLocale("he;q=0, ar;q=0.1")).toBe("ar");
  });
  it("knows the old code of Hebrew", () => {
    expect(negotiateLocale("iw")).toBe("he");
  });
  it("falls back to English without a header, on nonsense and on unknown languages", () => {
    for (const header of [null, "", "*", ";;,,", "xx;q=abc", "fr"])
      expect(negotiateLocale(header)).toBe("en");
  });
});

it("writes Hebrew and Arabic from right to left", () => {
  expect([directionOf("en"), directionOf("he"), directionOf("ar")]).toEqual(["ltr", "rtl", "rtl"]);
});
