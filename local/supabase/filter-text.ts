import type { AnyAST } from "@supabase/lite";

/**
 * PostgREST hands the value of a filter to PostgreSQL as it is written, which reads it by the column's type. @supabase/lite
 * guesses a type from the value first: `eq.true` on text is an error there, `eq.null` finds nothing, `eq.1.0` looks for 1.
 * So each value is marked before lite reads the address, which makes it text, and the mark is taken off afterwards. The
 * mark is a code point that Unicode reserves for use inside a program: no text contains it.
 */
const MARK = "\u{FDD0}";

const RESERVED = new Set(["select", "order", "limit", "offset", "on_conflict", "columns", "apikey"]);
const isFilter = /^(not\.)?[a-z]+(\([a-z]+\))?\./;
const COMPARED = "(?:eq|neq|gt|gte|lt|lte|isdistinct)";
const whole = new RegExp(`^(not\\.)?(${COMPARED})\\.(.*)$`, "s");
const inTree = new RegExp(`(?<=[.,(]${COMPARED}\\.)(?!")`, "g");
const inList = /(?<=\bin\.\()(?:"(?:[^"\\]|\\.)*"|[^")])*(?=\))/g;

/** The request with the values of its filters marked. */
export function markFilters(request: Request): Request {
  const url = new URL(request.url);
  if (url.search === "" || !url.pathname.startsWith("/rest/v1/")) return request;
  const { method, headers, body } = request;
  const isCall = method === "GET" && url.pathname.startsWith("/rest/v1/rpc/");
  const marked = [...url.searchParams].map(([name, value]): [string, string] => [
    name,
    mark(name, value, isCall),
  ]);
  const init = { method, headers, body, duplex: "half" };
  return new Request(`${url.origin}${url.pathname}?${new URLSearchParams(marked)}`, init);
}

function mark(name: string, value: string, isCall: boolean): string {
  const last = name.slice(name.lastIndexOf(".") + 1);
  if (RESERVED.has(last)) return value;
  if (last === "or" || last === "and") return markLists(value.replace(inTree, MARK));
  if (/^(not\.)?in\./.test(value)) return markLists(value);
  if (isCall && !isFilter.test(value)) return `${MARK}${value}${MARK}`;
  return value.replace(whole, (_, not = "", operator, text) => `${not}${operator}.${MARK}${text}${MARK}`);
}

const markLists = (value: string): string =>
  value.replace(inList, (list) => list.replace(/(^|,)(?=[^",])/g, `$1${MARK}`));

/** Takes the marks off what lite has read of a request, in place. What came in a body has none. */
export function unmark(read: AnyAST): void {
  const { values: _values, args, ...address } = read;
  unmarkAll(address);
  if (read.httpMethod === "GET") unmarkAll(args);
}

function unmarkAll(read: unknown): void {
  if (typeof read !== "object" || read === null) return;
  for (const [key, value] of Object.entries(read)) {
    if (typeof value === "string") Object.assign(read, { [key]: value.replaceAll(MARK, "") });
    else unmarkAll(value);
  }
}
