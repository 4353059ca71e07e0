import type { PostgresType } from "postgres";

/** Text is JSON already: json-values.ts has written it, or it is the value of a filter, which only PostgreSQL judges. */
const asJson = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** JSON has no number for NaN and the infinities: PostgREST gives them as text, as PostgreSQL's to_json does. */
const jsonNumber = (text: string): number | string => (Number.isFinite(Number(text)) ? Number(text) : text);

/** What is text already was written so by the caller: only PostgreSQL judges it. */
const asText = (value: unknown): string => (value === true ? "t" : value === false ? "f" : String(value));

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
 * arrives as a JSON string, and returns timestamps in PostgreSQL's form; it takes the text "true" for false, encodes bytes
 * twice, gives them as an object, and gives numbers that are none as null.
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
  numeric: { to: 1700, from: [1700], serialize: asText, parse: jsonNumber },
  float: { to: 701, from: [700, 701], serialize: asText, parse: jsonNumber },
  truth: { to: 16, from: [16], serialize: asText, parse: (value: string) => value === "t" },
  bytes: { to: 17, from: [17], serialize: asText, parse: (value: string) => value },
  timestamptz: { to: 1184, from: [1184], serialize: (value: string) => value, parse: isoTimestamp },
};
