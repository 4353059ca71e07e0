import { createHash } from "node:crypto";
import { asJson, type Reply } from "../http";
import { consentPage } from "./pages";
import { app, type Grant, type State } from "./state";

export type OauthOptions = Readonly<{ state: State; redirectUri: string }>;

const codeMs = 10 * 60_000;
const accessSeconds = 7_200;
const perMinute = 8;

const refused = (status: number, error: string, error_description = error): Reply =>
  asJson(status, { error, error_description });

/** GET /oauth/authorize: who asks for what, and the question to the person. */
export function authorize({ redirectUri }: OauthOptions, query: URLSearchParams): Reply {
  const wrong =
    query.get("client_id") !== app.clientId ||
    query.get("redirect_uri") !== redirectUri ||
    query.get("response_type") !== "code" ||
    query.get("code_challenge_method") !== "S256" ||
    !/^[\w-]{43}$/.test(query.get("code_challenge") ?? "") ||
    !query.get("state");
  if (wrong) return refused(400, "invalid_request");
  return { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body: consentPage(query) };
}

/** POST /oauth/authorize: what the person said, on their way back. */
export function decide({ state, redirectUri }: OauthOptions, form: URLSearchParams): Reply {
  const back = new URL(redirectUri);
  back.searchParams.set("state", form.get("state") ?? "");
  if (form.get("decision") !== "allow") {
    back.searchParams.set("error", "access_denied");
    back.searchParams.set("error_description", "The resource owner denied the request.");
  } else {
    const code = state.secret("code");
    state.codes.set(code, {
      user: state.userOf(form.get("login") ?? "").uri,
      scopes: form.getAll("scope"),
      challenge: form.get("code_challenge") ?? "",
      redirectUri,
      ends: state.now() + codeMs,
    });
    back.searchParams.set("code", code);
  }
  return { status: 302, headers: { location: back.href }, body: "" };
}

/** POST /oauth/token */
export function token(
  { state }: OauthOptions,
  form: URLSearchParams,
  authorization: string | undefined,
): Reply {
  if (!isApp(form, authorization)) return refused(401, "invalid_client");
  if (form.get("grant_type") === "authorization_code") return byCode(state, form);
  if (form.get("grant_type") === "refresh_token") return byRefresh(state, form);
  return refused(400, "unsupported_grant_type");
}

function isApp(form: URLSearchParams, authorization: string | undefined): boolean {
  const [id, secret] = authorization?.startsWith("Basic ")
    ? Buffer.from(authorization.slice(6), "base64").toString().split(":")
    : [form.get("client_id"), form.get("client_secret")];
  return id === app.clientId && secret === app.clientSecret;
}

function byCode(state: State, form: URLSearchParams): Reply {
  const code = form.get("code") ?? "";
  const kept = state.codes.get(code);
  state.codes.delete(code);
  const challenge = createHash("sha256")
    .update(form.get("code_verifier") ?? "")
    .digest("base64url");
  if (
    !kept ||
    kept.ends < state.now() ||
    kept.challenge !== challenge ||
    kept.redirectUri !== form.get("redirect_uri")
  )
    return refused(400, "invalid_grant");
  const made: Grant = {
    user: kept.user,
    scopes: kept.scopes,
    access: "",
    accessEnds: 0,
    refresh: null,
    used: [],
  };
  state.grants.push(made);
  return renewed(state, made);
}

function byRefresh(state: State, form: URLSearchParams): Reply {
  const given = form.get("refresh_token") ?? "";
  const grant = state.grants.find(({ refresh }) => refresh !== null && refresh === given);
  if (grant) return renewed(state, grant);
  const used = state.grants.findIndex((one) => one.used.includes(given));
  if (used >= 0 && state.habits.endsFamily) state.grants.splice(used, 1);
  return refused(400, "invalid_grant");
}

function renewed(state: State, grant: Grant): Reply {
  const lately = state.tokenRequests.filter(
    ({ user, at }) => user === grant.user && at > state.now() - 60_000,
  );
  if (lately.length >= perMinute) return refused(429, "rate_limited");
  state.tokenRequests.push({ user: grant.user, at: state.now() });
  if (grant.refresh !== null) grant.used.push(grant.refresh);
  grant.access = state.secret("access");
  grant.refresh = state.secret("refresh");
  grant.accessEnds = state.now() + accessSeconds * 1_000;
  return asJson(200, {
    access_token: grant.access,
    refresh_token: grant.refresh,
    token_type: "Bearer",
    expires_in: accessSeconds,
    created_at: Math.floor(state.now() / 1_000),
    scope: grant.scopes.join(" "),
    owner: grant.user,
    organization: state.userByUri(grant.user)?.organization,
  });
}

/** POST /oauth/revoke: either token ends the grant. */
export function revoke({ state }: OauthOptions, form: URLSearchParams): Reply {
  if (!isApp(form, undefined)) return refused(403, "unauthorized_client");
  const at = state.grants.findIndex(({ access, refresh }) =>
    [access, refresh].includes(form.get("token") ?? ""),
  );
  if (at >= 0) state.grants.splice(at, 1);
  return asJson(200, {});
}
