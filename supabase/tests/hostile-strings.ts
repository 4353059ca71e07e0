/** Strings that have done harm somewhere: none of them may mean more than its characters. */
export const hostileStrings: readonly string[] = [
  "",
  "'; drop table public.projects; --",
  "$$; select pg_sleep(9); $$",
  "../../etc/passwd",
  "<script>alert(1)</script>",
  "__proto__",
  // What PostgreSQL cannot store: a zero, and half of a pair.
  "\u0000",
  "a long enough word\u0000",
  "a long enough word\ud800",
  "x".repeat(1_000_000),
];
