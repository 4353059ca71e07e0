import { withoutInvisibleMarks } from "@/lib/vocabulary/invisible-marks";
import { phoneAddress } from "./phone-address";

/** Digits of a number with its country's code: 7 to 15 (E.164), the code never beginning with a zero. */
const international = /^[1-9]\d{6,14}$/;

/**
 * The address that opens a chat with a phone number in WhatsApp, which knows numbers with their country's code only. Null
 * for a number without one. WhatsApp itself writes the code without a plus: eleven digits or more are read as that.
 */
export function whatsAppAddress(written: string): `https://wa.me/${string}` | null {
  const global = withoutInvisibleMarks(written).replace(/^\s*00/, "+");
  const [dialled = ""] = phoneAddress(global)?.slice("tel:".length).split(";") ?? [];
  const digits = dialled.replace("+", "");
  const isKnown = dialled.startsWith("+") || digits.length > 10;
  return isKnown && international.test(digits) ? `https://wa.me/${digits}` : null;
}
