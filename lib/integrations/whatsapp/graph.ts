import { z } from "zod";
import type { Ask, Asked } from "@/lib/provider-request";
import { retryAfterSeconds } from "@/lib/retry-after";
import { answered, faulty, type Access, type Answer, type Failed } from "@/lib/integrations/contract/duties";
import { refusalAnswer } from "./answers";
import type { WhatsappApp } from "./config";

export type GraphParts = Readonly<{ app: WhatsappApp; ask: Ask; now(): number }>;
type Query = Readonly<Record<string, string>>;

const page = z.object({
  data: z.array(z.unknown()),
  paging: z
    .object({
      cursors: z.object({ after: z.string().optional() }).optional(),
      next: z.string().optional(),
    })
    .optional(),
});

/** Lists end somewhere: a list that does not is no list of theirs. */
const mostPages = 50;

/** `whole`: the list came to its end; else `fault` says what stopped it. */
export type Listed<T> = Readonly<{ found: readonly T[]; whole: boolean; fault: Failed | null }>;

/** The Graph API for one connection. */
export function graphApi({ app, ask, now }: GraphParts, access: Access) {
  async function call(
    method: string,
    path: string,
    query: Query = {},
    body?: object,
  ): Promise<Answer<unknown>> {
    const token = await access.token();
    if (!token.ok) return token;
    const asked = new URLSearchParams(query).toString();
    const url = `${app.apiUrl}/${app.version}${path}${asked && `?${asked}`}`;
    const headers = { authorization: `Bearer ${token.value}`, accept: "application/json" };
    const sent = body && { "content-type": "application/json" };
    const init = { method, headers: { ...headers, ...sent }, ...(body && { body: JSON.stringify(body) }) };
    return judged(await ask(url, init, AbortSignal.timeout(15_000)), now());
  }
  return {
    call,
    async one<S extends z.ZodType>(schema: S, path: string, query?: Query): Promise<Answer<z.output<S>>> {
      const answer = await call("GET", path, query);
      if (!answer.ok) return answer;
      const read = schema.safeParse(answer.value);
      return read.success ? answered(read.data) : faulty("refused");
    },
    all: <S extends z.ZodType>(schema: S, path: string, query: Query) => listAll(call, schema, path, query),
  };
}

export type GraphApi = ReturnType<typeof graphApi>;

/**
 * A list, page by page until there is no next one. Pages are asked for by their cursor, never by the address that the
 * answer names: a token of ours goes to no host that somebody else wrote down. A page that fails is asked for once more.
 */
async function listAll<S extends z.ZodType>(
  call: GraphApi["call"],
  schema: S,
  path: string,
  query: Query,
): Promise<Listed<z.output<S>>> {
  const found: z.output<S>[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const asked = { ...query, limit: "100", ...(after !== undefined && { after }) };
    let answer = await call("GET", path, asked);
    if (!answer.ok && answer.fault === "unreachable") answer = await call("GET", path, asked);
    if (!answer.ok) return { found, whole: false, fault: answer };
    const read = page.safeParse(answer.value);
    if (!read.success) return { found, whole: false, fault: faulty("refused") };
    for (const item of read.data.data) {
      const parsed = schema.safeParse(item);
      if (parsed.success) found.push(parsed.data);
    }
    after = read.data.paging?.cursors?.after;
    if (read.data.paging?.next === undefined || after === undefined)
      return { found, whole: true, fault: null };
  }
  return { found, whole: false, fault: null };
}

const limits = new Set([4, 80_007, 130_429, 131_056]);
/** Why a number is not registered, as keys of `settings.integrations.whatsapp.register.problems`. */
const registering: Readonly<Record<number, string>> = {
  133_005: "wrongPin",
  133_006: "unverified",
  133_016: "tooMany",
};
const isPermission = (code: number) => code === 3 || code === 10 || (code >= 200 && code <= 299);

/** What an answer means to a connection, by Meta's code. */
function judged(asked: Asked, now: number): Answer<unknown> {
  if (!asked.answered) return faulty("unreachable");
  const { status, headers, body } = asked;
  if (status < 300) return answered(body);
  const { code, error_subcode: subcode } = refusalAnswer.safeParse(body).data?.error ?? {};
  if (code === 0 || code === 190 || status === 401) return faulty("credentials");
  const problem = code === undefined ? undefined : registering[code];
  if (problem !== undefined) return { ...faulty("refused"), problem };
  if (status === 429 || (code !== undefined && limits.has(code)))
    return faulty("limit", retryAfterSeconds(headers.get("retry-after"), now) ?? 60);
  // "Unsupported request": there is no such thing, or the token may not see it.
  if (code === 33 || code === 803 || (code === 100 && subcode === 33) || status === 404)
    return faulty("gone");
  if (code !== undefined && isPermission(code)) return faulty("scope");
  return faulty(status >= 500 || code === 1 || code === 2 ? "unreachable" : "refused");
}
