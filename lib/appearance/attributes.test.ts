import { describe, expect, it } from "vitest";
import { preferences } from "@/lib/settings/preferences";
import { parse } from "@/lib/settings/resolve";
import { documentAttributes } from "./attributes";

const chosen = (interface_settings: object) =>
  parse(preferences, { interface_settings: { ...interface_settings } }).interface_settings;

describe("the document", () => {
  it("has the direction of its language, or the chosen direction", () => {
    const direction = (look: object) =>
      (["en", "he", "ar"] as const).map((locale) => documentAttributes(chosen(look), locale).dir);
    expect(direction({})).toEqual(["ltr", "rtl", "rtl"]);
    expect(direction({ direction: "ltr" })).toEqual(["ltr", "ltr", "ltr"]);
    expect(direction({ direction: "rtl" })).toEqual(["rtl", "rtl", "rtl"]);
  });

  it("names the language of its text, even if another language has just been chosen", () => {
    expect(documentAttributes(chosen({ language: "ar" }), "en")).toMatchObject({ lang: "en", dir: "ltr" });
  });

  it("has no attribute for density, motion or text size at its default", () => {
    const usual = { lang: "en", dir: "ltr", "data-theme": "system" };
    expect(documentAttributes(chosen({}), "en")).toEqual({
      ...usual,
      "data-density": undefined,
      "data-motion": undefined,
      "data-text": undefined,
    });
    expect(
      documentAttributes(chosen({ density: "compact", reduceMotion: true, fontScale: 115 }), "en"),
    ).toEqual({ ...usual, "data-density": "compact", "data-motion": "reduced", "data-text": "115" });
  });
});
