import postgres from "postgres";

/**
 * The HTTP status of a refusal by PostgreSQL, as PostgREST 16 gives it: the table "HTTP status codes" of its page on
 * errors, and from its source what the page leaves out (21000, 57P01). CLI 3.1.0 starts PostgREST 16.5.
 */
const statusOfState = new Map<string, number>([
  ["23503", 409],
  ["23505", 409],
  ["25006", 405],
  ["53400", 500],
  ["57P01", 503],
  ["P0001", 400],
  ["42P01", 404],
  ["42P17", 500],
]);

/** The status of a whole class of SQLSTATEs, where the state itself has none. */
const statusOfClass = new Map<string, number>([
  ["08", 503],
  ["09", 500],
  ["0L", 403],
  ["0P", 403],
  ["21", 500],
  ["25", 500],
  ["28", 403],
  ["2D", 500],
  ["38", 500],
  ["39", 500],
  ["3B", 500],
  ["40", 500],
  ["53", 503],
  ["54", 500],
  ["55", 500],
  ["57", 500],
  ["58", 500],
  ["F0", 500],
  ["HV", 500],
  ["P0", 500],
  ["XX", 500],
]);

/**
 * What @supabase/lite answers like PostgREST by itself: 42501 (by the caller's role), the two whose message it puts
 * into PostgREST's words, and the codes by which SQL chooses the status.
 */
const answeredByLite = /^(42501|42703|42883|PT...|PGRST)$/;

const statusOf = (code: string): number =>
  statusOfState.get(code) ?? statusOfClass.get(code.slice(0, 2)) ?? 400;

/**
 * Translates an error of the database for lite, which answers most SQLSTATEs with 500, without details and hint. An error
 * with the code PGRST has a whole answer in it, as when SQL raises that code.
 */
export function inPostgrestTerms(error: unknown): unknown {
  if (!(error instanceof postgres.PostgresError) || answeredByLite.test(error.code)) return error;
  const { code, message, detail: details = null, hint = null } = error;
  return {
    code: "PGRST",
    message: JSON.stringify({ code, message, details, hint }),
    detail: JSON.stringify({ status: statusOf(code), headers: {} }),
  };
}
