import type { PostgresType } from "postgres";

/**
 * lite passes objects, arrays, numbers and booleans as JSON text, but strings unchanged: text that is not JSON is
 * therefore a string. (A string that is valid JSON is misread: `"1"` arrives as 1.)
 */
const asJson = (value: unknown): string => {
  if (typeof value !== "string") return JSON.stringify(value);
  try {
    JSON.parse(value);
    return value;
  } catch {
    return JSON.stringify(value);
  }
};

/**
 * PostgREST's form of a timestamp, which every browser parses: `2026-11-22T11:00:10.984+00:00`, not `2026-11-22
 * 11:00:10.984+00`.
 */
export function isoTimestamp(value: string): string {
  const zoned = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d)(:\d\d)?$/.exec(value);
  return zoned ? `${zoned[1]}T${zoned[2]}${zoned[3]}${zoned[4] ?? ":00"}` : value;
}

/**
 * Encodings that make @supabase/lite agree with PostgREST. By itself lite encodes JSON twice, so that a jsonb argument
 * arrives as a JSON string, and returns timestamps in PostgreSQL's form.
 */
export const wireTypes: Record<string, PostgresType> = {
  json: { to: 114, from: [114], serialize: asJson, parse: (value: string) => JSON.parse(value) },
  jsonb: { to: 3802, from: [3802], serialize: asJson, parse: (value: string) => JSON.parse(value) },
  timestamp: {
    to: 1114,
    from: [1114],
    serialize: (value: string) => value,
    parse: (value: string) => value.replace(" ", "T"),
  },
  // A JSON number: the product's amounts are far below the limit of exact doubles.
  numeric: { to: 1700, from: [1700], serialize: String, parse: Number },
  timestamptz: { to: 1184, from: [1184], serialize: (value: string) => value, parse: isoTimestamp },
};
