import { asJson, type Reply } from "../http";
import { denied, invalid } from "./problems";
import type { State, User } from "./state";

export type ApiRequest = Readonly<{
  method: string;
  path: string;
  query: URLSearchParams;
  body: string;
  contentType: string | undefined;
  authorization: string | undefined;
}>;

/** A page of a list: `count` from 1 to 100, `page_token` of the page before. */
export function listed<T>(
  { query, path }: ApiRequest,
  { user, base, state }: Readonly<{ user: User; base: string; state: State }>,
  all: readonly T[],
  shown: (one: T) => object,
): Reply {
  const count = Number(query.get("count") ?? "20");
  const from = Number(query.get("page_token") ?? "0");
  if (!(count >= 1 && count <= 100)) return invalid({ parameter: "count" });
  if (!Number.isInteger(from)) return invalid({ parameter: "page_token" });
  if (!query.has("user") && !query.has("organization")) return invalid({ parameter: "user" });
  if (query.has("user") && query.get("user") !== user.uri) return denied();
  const collection = all.slice(from, from + count).map(shown);
  const next = from + count < all.length ? String(from + count) : null;
  const host = state.habits.foreignPages ? "https://calendly.example" : base;
  const next_page = next && `${host}${path}?page_token=${next}`;
  const pagination = { count: collection.length, next_page, previous_page: null, next_page_token: next };
  return asJson(200, { collection, pagination });
}
