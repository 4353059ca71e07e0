import type { PostgresType } from "postgres";

/**
 * lite hands over objects, arrays, numbers and booleans as JSON text already, but strings as they are. What is no JSON
 * must therefore be a string. (A string that happens to read as JSON cannot be told apart: `"1"` arrives as 1.)
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

/** PostgREST's form, which every browser parses: `2026-11-22T11:00:10.984+00:00`, not `2026-11-22 11:00:10.984+00`. */
export function isoTimestamp(value: string): string {
  const zoned = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d)(:\d\d)?$/.exec(value);
  return zoned ? `${zoned[1]}T${zoned[2]}${zoned[3]}${zoned[4] ?? ":00"}` : value;
}

/**
 * How values travel between @supabase/lite and PostgreSQL where its own choice differs from PostgREST: lite encodes
 * JSON twice, so that a jsonb argument arrives as a JSON string, and hands out timestamps in PostgreSQL's form.
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
  // As a JSON number. Amounts here stay far below what a double holds exactly.
  numeric: { to: 1700, from: [1700], serialize: String, parse: Number },
  timestamptz: { to: 1184, from: [1184], serialize: (value: string) => value, parse: isoTimestamp },
};
