import "server-only";
import { type CountryCode, isSupportedCountry, parsePhoneNumberWithError } from "libphonenumber-js/max";
import { withoutInvisibleMarks } from "@/lib/vocabulary/invisible-marks";

/**
 * A number as it is stored and sent to: E.164. `shown`: in the international form, for people. A range that no table
 * knows may be newer than the table, and a landline may take messages all the same: both are said, not refused.
 */
export type Phone = Readonly<{
  number: string;
  country: string | null;
  shown: string;
  warning: "unknownRange" | "landline" | null;
}>;

export type PhoneProblem = "empty" | "noCountry" | "notANumber" | "tooShort" | "tooLong" | "extension";

export type ParsedPhone = { ok: true; phone: Phone } | { ok: false; problem: PhoneProblem };

const problems: Record<string, PhoneProblem> = {
  NOT_A_NUMBER: "notANumber",
  INVALID_COUNTRY: "noCountry",
  TOO_SHORT: "tooShort",
  TOO_LONG: "tooLong",
  INVALID_LENGTH: "notANumber",
};

const fail = (problem: PhoneProblem): ParsedPhone => ({ ok: false, problem });

/**
 * Reads a number as somebody typed or pasted it. `country`: where a number without `+` belongs to (ISO 3166, such as
 * "IL"). Judged by the full table of numbers, which is too big for a browser: the smaller ones take what Google refuses.
 */
export function parsePhone(text: string, country: string | null): ParsedPhone {
  const written = withoutInvisibleMarks(text).trim();
  if (written === "") return fail("empty");
  try {
    const parsed = parsePhoneNumberWithError(written, {
      extract: false,
      ...(isCountry(country) && { defaultCountry: country }),
    });
    if (parsed.ext) return fail("extension");
    if (!parsed.isPossible()) return fail("notANumber");
    const isLandline = parsed.getType() === "FIXED_LINE";
    const warning = parsed.isValid() ? (isLandline ? "landline" : null) : "unknownRange";
    const phone = { country: parsed.country ?? null, shown: parsed.formatInternational(), warning } as const;
    return { ok: true, phone: { number: parsed.number, ...phone } };
  } catch (error) {
    const named = error instanceof Error ? problems[error.message] : undefined;
    if (named) return fail(named);
    throw error;
  }
}

const isCountry = (country: string | null): country is CountryCode =>
  country !== null && isSupportedCountry(country);
