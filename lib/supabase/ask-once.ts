import type { SupabaseClient } from "@supabase/supabase-js";

/**
 * Makes each query of `client` one request. By itself postgrest-js 2.109.0 repeats a GET three times, after 1, 2 and 4
 * seconds, when the platform does not answer, or answers 503 or 520: a page that waits two seconds at most would wait
 * fifteen. supabase-js has no option for it, but its REST client hands its own on to every query.
 */
export function askOnce<Client extends Pick<SupabaseClient, "from">>(client: Client): Client {
  (client as unknown as { rest: { retry: boolean } }).rest.retry = false;
  return client;
}
