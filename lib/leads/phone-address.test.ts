import { expect, it } from "vitest";
import { phoneAddress } from "./phone-address";

it.each([
  ["+972 50-234-5678", "tel:+972502345678"],
  ["050-234-5678", "tel:0502345678"],
  ["+972 (0)50 234 5678", "tel:+972502345678"],
  ["(050) 234 5678", "tel:0502345678"],
  ["+44 20 7946 0000 ext. 12", "tel:+442079460000;ext=12"],
  ["03-123-4567 x8", "tel:031234567;ext=8"],
  ["٠٥٠-٢٣٤-٥٦٧٨", "tel:0502345678"],
  ["۰۵۰ ۲۳۴ ۵۶۷۸", "tel:0502345678"],
  ["\u200e+972\u00a050\u202c2345678\u200f", "tel:+972502345678"],
])("%s is dialled as %s", (written, address) => expect(phoneAddress(written)).toBe(address));

it("a text without a digit dials nothing", () => {
  for (const text of ["", "unknown", "\u200f", "+"]) expect(phoneAddress(text)).toBeNull();
});
