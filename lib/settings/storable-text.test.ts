import { expect, it } from "vitest";
import { isStorableText } from "./storable-text";

it("storable text is any text without a zero character and without half of a surrogate pair", () => {
  for (const storable of ["", "Dana\n", "שלום", "\ud83d\ude00", "\uffff"])
    expect(isStorableText(storable)).toBe(true);
  for (const unstorable of ["\0", "Dana\0Doe", "Dana \ud83d", "\ude00 Dana", "\ude00\ud83d"])
    expect(isStorableText(unstorable)).toBe(false);
});
