import { randomBytes } from "node:crypto";
import { z } from "zod";
import { asJson, type Reply } from "../http";
import { graphApp, type GraphError } from "./app";
import type { Account, Accounts, Token } from "./state";

export type Asked = Readonly<{
  method: string;
  /** Without the version. */
  path: string;
  query: URLSearchParams;
  authorization: string | undefined;
  body: unknown;
}>;

export const gone: GraphError = {
  status: 400,
  code: 100,
  subcode: 33,
  message: "Unsupported get request. Object does not exist, or cannot be loaded due to missing permissions",
};
export const unknownToken: GraphError = {
  status: 401,
  code: 190,
  subcode: 463,
  message: "Error validating access token",
};
const forbidden: GraphError = { status: 403, code: 200, message: "(#200) Permissions error" };

export const refusal = ({ status, code, subcode, message }: GraphError): Reply =>
  asJson(status, {
    error: {
      message,
      type: "OAuthException",
      code,
      ...(subcode !== undefined && { error_subcode: subcode }),
      error_data: { messaging_product: "whatsapp", details: message },
      fbtrace_id: randomBytes(12).toString("base64url"),
    },
  });

const appToken = `Bearer ${graphApp.appId}|${graphApp.appSecret}`;

/** Everything but sending: tokens, accounts, numbers, templates, and whom news goes to. */
export function manage(state: Accounts, now: () => number, asked: Asked): Reply {
  const { method, path, query, authorization } = asked;
  if (path === "/oauth/access_token") return exchange(state, now, query);
  if (path === "/debug_token")
    return authorization === appToken ? inspect(state, now, query) : refusal(unknownToken);
  const token = state.tokenOf(authorization);
  if (!token) return refusal(unknownToken);
  const [, id = "", edge = ""] = /^\/(\w+)(?:\/(\w+))?$/.exec(path) ?? [];
  const owner = edge === "register" ? state.ofNumber(id) : undefined;
  if (owner && token.accounts.includes(owner.id) && method === "POST") return register(owner, id, asked.body);
  const account = state.accounts.find((each) => each.id === id && token.accounts.includes(each.id));
  if (!account) return refusal(gone);
  if (!token.scopes.includes("whatsapp_business_management")) return refusal(forbidden);
  return ofAccount(account, token, method, edge, query);
}

function ofAccount(
  account: Account,
  token: Token,
  method: string,
  edge: string,
  query: URLSearchParams,
): Reply {
  if (edge === "" && method === "GET") return asJson(200, { id: account.id, name: account.name });
  if (edge === "phone_numbers" && method === "GET")
    return paged(
      account.numbers.map(({ id, display, name, status, quality }) => ({
        id,
        display_phone_number: display,
        verified_name: name,
        status,
        quality_rating: quality,
      })),
      query,
    );
  if (edge === "message_templates" && method === "GET")
    return paged(account.templates.map(shownTemplate), query, account.pageSize);
  if (edge !== "subscribed_apps") return refusal(gone);
  if (method === "POST") account.subscribed = true;
  if (method === "DELETE") account.subscribed = false;
  if (method !== "GET") return asJson(200, { success: true });
  const ours = { whatsapp_business_api_data: { id: token.app, link: "", name: "OvenAI" } };
  return asJson(200, { data: account.subscribed ? [ours] : [] });
}

const registration = z.strictObject({
  messaging_product: z.literal("whatsapp"),
  pin: z.string().regex(/^\d{6}$/),
});
const mostTries = 10;

/** The first PIN protects the number from then on; after ten wrong ones nobody may try for a while. */
function register({ numbers }: Account, id: string, body: unknown): Reply {
  const number = numbers.find((each) => each.id === id);
  const given = registration.safeParse(body);
  if (!number || !given.success)
    return refusal({ status: 400, code: 100, message: "(#100) Invalid parameter" });
  if ((number.tries ?? 0) >= mostTries)
    return refusal({ status: 400, code: 133_016, message: "(#133016) Too many attempts" });
  if (number.pin !== undefined && number.pin !== given.data.pin) {
    number.tries = (number.tries ?? 0) + 1;
    return refusal({ status: 400, code: 133_005, message: "(#133005) Two step verification PIN mismatch" });
  }
  Object.assign(number, { pin: given.data.pin, status: "CONNECTED", tries: 0 });
  return asJson(200, { success: true });
}

const shownTemplate = ({
  name,
  language,
  status,
  named = false,
  body = "",
  category = "UTILITY",
}: Account["templates"][number]) => ({
  id: `${name}-${language}`,
  name,
  language,
  status,
  category,
  parameter_format: named ? "NAMED" : "POSITIONAL",
  components: [{ type: "BODY", text: body }],
  rejected_reason: "NONE",
});

/** By cursors: 25 unless asked for more, and `next` only where something follows. */
function paged(all: readonly object[], query: URLSearchParams, most = 100): Reply {
  const limit = Math.min(Number(query.get("limit") ?? 25), most);
  const from = query.get("after") === null ? 0 : Number(Buffer.from(query.get("after") ?? "", "base64url"));
  if (!Number.isInteger(from) || !(limit > 0))
    return refusal({ status: 400, code: 100, message: "(#100) Invalid parameter" });
  const cursorOf = (at: number) => Buffer.from(String(at)).toString("base64url");
  const end = Math.min(from + limit, all.length);
  const hasMore = end < all.length;
  return asJson(200, {
    data: all.slice(from, end),
    paging: {
      cursors: { before: cursorOf(from), after: cursorOf(end) },
      // Another host than ours: whoever follows it takes a token there.
      ...(hasMore && { next: `https://graph.example/next?after=${cursorOf(end)}` }),
    },
  });
}

function exchange({ codes }: Accounts, now: () => number, query: URLSearchParams): Reply {
  const found = codes.get(query.get("code") ?? "");
  const isApp =
    query.get("client_id") === graphApp.appId && query.get("client_secret") === graphApp.appSecret;
  if (!isApp) return refusal({ status: 400, code: 101, message: "Error validating application." });
  codes.delete(query.get("code") ?? "");
  if (!found || found.ends < now() || found.redirect !== query.get("redirect_uri"))
    return refusal({
      status: 400,
      code: 100,
      subcode: 36_009,
      message: "This authorization code has expired.",
    });
  return asJson(200, { access_token: found.token, token_type: "bearer" });
}

function inspect({ tokens }: Accounts, now: () => number, query: URLSearchParams): Reply {
  const token = tokens.find(({ value }) => value === query.get("input_token"));
  if (!token) return asJson(200, { data: { is_valid: false, scopes: [] } });
  const { app, accounts, named = accounts, scopes, ends } = token;
  return asJson(200, {
    data: {
      app_id: app,
      type: "SYSTEM_USER",
      is_valid: ends === null || now() < ends,
      expires_at: ends === null ? 0 : Math.floor(ends / 1_000),
      scopes,
      granular_scopes: scopes.map((scope) => ({ scope, target_ids: named })),
    },
  });
}
