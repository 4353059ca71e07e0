import { z } from "zod";
import type { Ask, Asked } from "@/lib/provider-request";
import { retryAfterSeconds } from "@/lib/retry-after";
import { answered, faulty, type Access, type Answer } from "@/lib/integrations/contract/duties";

export type ApiParts = Readonly<{ apiUrl: string; ask: Ask; access: Access; now(): number }>;

const page = z.object({
  collection: z.array(z.unknown()),
  pagination: z.object({ next_page_token: z.string().nullish() }),
});
const resource = z.object({ resource: z.unknown() });
const problem = z.object({ title: z.string().catch(""), message: z.string().catch("") });

/** Lists end somewhere: a list that does not is no list of theirs. */
const mostPages = 20;

type Query = Readonly<Record<string, string>>;
export type Page<T> = Readonly<{ found: readonly T[]; next: string | null }>;
type Call = (method: string, path: string, body?: unknown) => Promise<Answer<unknown>>;

/** Calendly's API v2 for one connection. A token that is not taken is renewed once, and the request made once more. */
export function calendlyApi({ apiUrl, ask, access, now }: ApiParts) {
  const call: Call = async (method, path, body) => {
    const token = await access.token();
    if (!token.ok) return token;
    const first = await send(method, path, token.value, body);
    if (!first.answered || first.status !== 401) return judged(first, now());
    const renewed = await access.renewed(token.value);
    return renewed.ok ? judged(await send(method, path, renewed.value, body), now()) : renewed;
  };
  const send = (method: string, path: string, token: string, body: unknown) => {
    const headers = { authorization: `Bearer ${token}`, accept: "application/json" };
    const init =
      body === undefined
        ? { method, headers }
        : {
            method,
            headers: { ...headers, "content-type": "application/json" },
            body: JSON.stringify(body),
          };
    return ask(`${apiUrl}${path}`, init, AbortSignal.timeout(15_000));
  };
  return {
    /** One thing, as `schema` reads it. */
    async one<S extends z.ZodType>(
      schema: S,
      method: "GET" | "POST",
      path: string,
      body?: unknown,
    ): Promise<Answer<z.output<S>>> {
      const answer = await call(method, path, body);
      if (!answer.ok) return answer;
      const parsed = schema.safeParse(resource.safeParse(answer.value).data?.resource);
      return parsed.success ? answered(parsed.data) : faulty("refused");
    },
    /** A whole list, page by page; what `schema` does not read is left out. */
    all: <S extends z.ZodType>(schema: S, path: string, query: Query) => listAll(call, schema, path, query),
    /** One page of a list; `next`: the token of the one after it, null at the end. */
    page: <S extends z.ZodType>(schema: S, path: string, query: Query, token: string | null) =>
      listPage(call, schema, path, query, token),
    remove: (path: string) => call("DELETE", path),
    /** The path of a resource by the address that Calendly gave it; null for an address of another host. */
    pathOf: (uri: string): string | null => (uri.startsWith(`${apiUrl}/`) ? uri.slice(apiUrl.length) : null),
  };
}

/**
 * Pages are asked for by their token, never by the address that the answer names: a token of ours goes to no host that
 * somebody else wrote down.
 */
async function listPage<S extends z.ZodType>(
  call: Call,
  schema: S,
  path: string,
  query: Query,
  token: string | null,
): Promise<Answer<Page<z.output<S>>>> {
  const asked = new URLSearchParams({ ...query, count: "100", ...(token !== null && { page_token: token }) });
  const answer = await call("GET", `${path}?${asked}`);
  if (!answer.ok) return answer;
  const read = page.safeParse(answer.value);
  if (!read.success) return faulty("refused");
  const found = read.data.collection.flatMap((item) => {
    const parsed = schema.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });
  return answered({ found, next: read.data.pagination.next_page_token ?? null });
}

async function listAll<S extends z.ZodType>(
  call: Call,
  schema: S,
  path: string,
  query: Query,
): Promise<Answer<z.output<S>[]>> {
  const found: z.output<S>[] = [];
  let next: string | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const listed: Answer<Page<z.output<S>>> = await listPage(call, schema, path, query, next);
    if (!listed.ok) return listed;
    found.push(...listed.value.found);
    next = listed.value.next;
    if (next === null) break;
  }
  return answered(found);
}

export type CalendlyApi = ReturnType<typeof calendlyApi>;

/** What an answer means to us (facts of the vendor: 403 says by its title and text why). */
function judged(asked: Asked, now: number): Answer<unknown> {
  if (!asked.answered) return faulty("unreachable");
  const { status, headers, body } = asked;
  if (status < 300) return answered(body);
  const { title = "", message = "" } = problem.safeParse(body).data ?? {};
  if (status === 401) return faulty("credentials");
  if (status === 403)
    return faulty(/scope/i.test(title) ? "scope" : /upgrade/i.test(message) ? "plan" : "refused");
  if (status === 404) return faulty("gone");
  if (status === 409) return faulty("exists");
  if (status === 429) return faulty("limit", secondsOf(headers, now));
  return faulty(status >= 500 || status === 424 ? "unreachable" : "refused");
}

/** `X-RateLimit-Reset` counts seconds from now. */
function secondsOf(headers: Headers, now: number): number {
  const reset = Number(headers.get("x-ratelimit-reset") ?? Number.NaN);
  return retryAfterSeconds(headers.get("retry-after"), now) ?? (reset > 0 && reset <= 3_600 ? reset : 60);
}
