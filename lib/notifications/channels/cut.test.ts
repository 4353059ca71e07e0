import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutAtWord, cutToFit } from "./cut";

const atMost = (length: number) => (text: string) => text.length <= length;

describe("a text that is too long", () => {
  it("is cut to what fits and says so, and is left alone where it fits", () => {
    expect(cutToFit("abc", atMost(3))).toBe("abc");
    expect(cutToFit("abcd", atMost(3))).toBe("ab…");
    expect(cutToFit("abcd", () => false)).toBe("");
  });

  it("loses whole characters: no vowel sign, skin tone, joined emoji or half of a pair stays behind", () => {
    expect(cutToFit("שָׁלוֹם", atMost(3))).toBe("");
    expect(cutToFit("aשָׁלוֹם", atMost(3))).toBe("a…");
    expect(cutToFit("ab👩‍👩‍👧c", atMost(6))).toBe("ab…");
    expect(cutToFit("ab👍🏽cd", atMost(5))).toBe("ab…");
    expect(cutToFit("a😀b", atMost(3))).toBe("a…");
  });

  it("is a beginning of the text and fits, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(40), (text, length) => {
        const cut = cutToFit(text, atMost(length));
        expect(cut.length).toBeLessThanOrEqual(length);
        expect(text.startsWith(cut.replace(/…$/, ""))).toBe(true);
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });

  it("is cut between words where they are short, and inside a word where it is long", () => {
    expect(cutAtWord("burning leads today", atMost(16))).toBe("burning leads…");
    expect(cutAtWord("burning leads today", atMost(14))).toBe("burning leads…");
    expect(cutAtWord("https://ovenai.test/a/very/long/address", atMost(12))).toBe("https://ove…");
    expect(cutAtWord("all of it", atMost(12))).toBe("all of it");
  });
});
