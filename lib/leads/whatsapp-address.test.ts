import { expect, it } from "vitest";
import { whatsAppAddress } from "@/lib/leads/whatsapp-address";

it.each([
  ["+972 50-234-5678", "https://wa.me/972502345678"],
  ["00972 (0)50 2345678", "https://wa.me/972502345678"],
  ["00 972 50 234 5678", "https://wa.me/972502345678"],
  ["972502345678", "https://wa.me/972502345678"],
  ["\u200e+972 (0)50 234 5678 ext. 9", "https://wa.me/972502345678"],
  ["050-234-5678", null],
  ["(212) 555-0143", null],
  ["no number", null],
])("%s opens %s", (written, address) => {
  expect(whatsAppAddress(written)).toBe(address);
});
