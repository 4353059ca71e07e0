import { withoutInvisibleMarks } from "@/lib/vocabulary/invisible-marks";

/** The first digit of the Arabic and of the Persian figures. */
const zeros = [0x0660, 0x06f0];

const asciiDigit = (figure: string): string => {
  const zero = zeros.find((first) => figure.charCodeAt(0) >= first && figure.charCodeAt(0) < first + 10);
  return zero === undefined ? figure : String(figure.charCodeAt(0) - zero);
};

/**
 * The address that dials a phone number as people write it, by RFC 3966: ASCII digits, a plus at the start only, no
 * "(0)" of the own country after a country's code, an extension as a parameter. Null if the text holds no number.
 */
export function phoneAddress(written: string): `tel:${string}` | null {
  const text = withoutInvisibleMarks(written).replace(/[\u0660-\u0669\u06f0-\u06f9]/g, asciiDigit);
  const [, body = "", extension] = /^(.*?)(?:\s*(?:;?ext\.?=?|x|#)\s*(\d+))?\s*$/i.exec(text) ?? [];
  const isGlobal = /^\s*(?:\(\s*)?\+/.test(body);
  const digits = (isGlobal ? body.replace(/\(\s*0\s*\)/, "") : body).replace(/\D/g, "");
  if (!digits) return null;
  return `tel:${isGlobal ? "+" : ""}${digits}${extension ? `;ext=${extension}` : ""}`;
}
