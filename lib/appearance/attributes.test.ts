import { describe, expect, it } from "vitest";
import { preferences } from "@/lib/settings/preferences";
import { parse } from "@/lib/settings/resolve";
import { documentAttributes } from "./attributes";

const chosen = (interface_settings: object) =>
  parse(preferences, { interface_settings: { ...interface_settings } }).interface_settings;

describe("the document", () => {
  it("is written in the direction of its language, or in the one chosen", () => {
    const direction = (look: object) =>
      (["en", "he", "ar"] as const).map((locale) => documentAttributes(chosen(look), locale).dir);
    expect(direction({})).toEqual(["ltr", "rtl", "rtl"]);
    expect(direction({ direction: "ltr" })).toEqual(["ltr", "ltr", "ltr"]);
    expect(direction({ direction: "rtl" })).toEqual(["rtl", "rtl", "rtl"]);
  });

  it("names the language it is written in, also while another has just been chosen", () => {
    expect(documentAttributes(chosen({ language: "ar" }), "en")).toMatchObject({ lang: "en", dir: "ltr" });
  });

  it("says only what is not as usual", () => {
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
