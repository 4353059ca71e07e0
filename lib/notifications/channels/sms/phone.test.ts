import { describe, expect, it } from "vitest";
import { parsePhone } from "./phone";

const phone = (number: string, more: object = {}) => ({
  ok: true,
  phone: { number, warning: null, ...more },
});

describe("a phone number", () => {
  it("is stored as E.164, however it is written", () => {
    for (const text of ["050-234-5678", "0502345678", "+972 50-234-5678", "(050) 234 5678", "٠٥٠٢٣٤٥٦٧٨"])
      expect(parsePhone(text, "IL")).toMatchObject(phone("+972502345678", { country: "IL" }));
    expect(parsePhone("+972502345678", null)).toMatchObject(phone("+972502345678"));
    expect(parsePhone("050-234-5678", "IL")).toMatchObject({ phone: { shown: "+972 50 234 5678" } });
  });

  it("is read without the marks of direction that pasting brings along", () => {
    expect(parsePhone("\u2066+972\u00a050-234-5678\u2069\u200f", null)).toMatchObject(phone("+972502345678"));
  });

  it("of a range that no table knows, or of a landline, is taken with a warning", () => {
    expect(parsePhone("051-123-4567", "IL")).toMatchObject(
      phone("+972511234567", { warning: "unknownRange" }),
    );
    expect(parsePhone("03-612-3456", "IL")).toMatchObject(phone("+97236123456", { warning: "landline" }));
    expect(parsePhone("+1 999 234 5678", null)).toMatchObject(
      phone("+19992345678", { warning: "unknownRange" }),
    );
  });

  it.each([
    ["", "IL", "empty"],
    ["\u200f \u00a0", "IL", "empty"],
    ["050-234-5678", null, "noCountry"],
    ["050-234-5678", "XX", "noCountry"],
    ["hello", "IL", "notANumber"],
    ["call 050-234-5678", "IL", "notANumber"],
    ["05", "IL", "notANumber"],
    ["+972 50 234 5678 9012 3456 7890", null, "tooLong"],
    ["+1 212 555 0100 ext. 5", null, "extension"],
  ])("that is none is refused by name: %j in %j is %s", (text, country, problem) => {
    expect(parsePhone(text, country)).toEqual({ ok: false, problem });
  });
});
