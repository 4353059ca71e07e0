import { expect, it } from "vitest";
import { isStorableText } from "./storable-text";

it("is any text but one with a zero or half of a surrogate pair, wherever that stands", () => {
  for (const storable of ["", "Dana\n", "שלום", "\ud83d\ude00", "\uffff"])
    expect(isStorableText(storable)).toBe(true);
  for (const unstorable of ["\0", "Dana\0Doe", "Dana \ud83d", "\ude00 Dana", "\ude00\ud83d"])
    expect(isStorableText(unstorable)).toBe(false);
});
