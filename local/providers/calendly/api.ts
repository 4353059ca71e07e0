import { z } from "zod";
import { asJson, type Reply } from "../http";
import { listed, type ApiRequest } from "./lists";
import { denied, invalid, notFound, problem } from "./problems";
import { shownEvent, shownInvitee, shownSubscription, shownType, shownUser } from "./shown";
import type { Grant, State, User } from "./state";

type Caller = Readonly<{ grant: Grant; user: User; state: State; base: string }>;
type Route = Readonly<{
  method: string;
  path: RegExp;
  scope: string;
  answer(caller: Caller, request: ApiRequest, id: string): Reply;
}>;

/** `x:write` implies `x:read`. */
const may = ({ scopes }: Grant, scope: string) =>
  scopes.includes(scope) || scopes.includes(scope.replace(/:read$/, ":write"));

const knownEvents = [
  "invitee.created",
  "invitee.canceled",
  "invitee_no_show.created",
  "invitee_no_show.deleted",
];
const subscription = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  events: z.array(z.enum(knownEvents)).min(1),
  organization: z.string(),
  scope: z.enum(["user", "organization", "group"]),
  user: z.string().optional(),
  signing_key: z.string().optional(),
});

const routes: readonly Route[] = [
  {
    method: "GET",
    path: /^\/users\/me$/,
    scope: "users:read",
    answer: ({ user, base }) => asJson(200, { resource: shownUser(base, user) }),
  },
  {
    method: "GET",
    path: /^\/event_types$/,
    scope: "event_types:read",
    answer: (caller, request) =>
      listed(
        request,
        caller,
        caller.state.types
          .filter(({ owner }) => owner === request.query.get("user"))
          .filter(({ active }) => (request.query.get("active") ?? String(active)) === String(active)),
        (type) => shownType(caller.base, type),
      ),
  },
  {
    method: "GET",
    path: /^\/scheduled_events$/,
    scope: "scheduled_events:read",
    answer(caller, request) {
      const { query } = request;
      const [from, to] = ["min_start_time", "max_start_time"].map((name) =>
        Date.parse(query.get(name) ?? ""),
      );
      const found = caller.state.events
        .filter(({ owner }) => owner === query.get("user"))
        .filter(({ start }) => !(start < Number(from)) && !(start > Number(to)))
        .filter(({ status }) => !query.has("status") || query.get("status") === status)
        .sort((one, other) => (query.get("sort") === "start_time:asc" ? one.start - other.start : 0));
      return listed(request, caller, found, shownEvent);
    },
  },
  {
    method: "GET",
    path: /^\/scheduled_events\/([\w-]+)\/invitees$/,
    scope: "scheduled_events:read",
    answer(caller, request, id) {
      const event = caller.state.events.find(({ uri }) => uri.endsWith(`/${id}`));
      if (!event) return notFound();
      if (event.owner !== caller.user.uri) return denied();
      const found = caller.state.invitees.filter((one) => one.event === event.uri);
      return listed({ ...request, query: withUser(request.query, caller) }, caller, found, shownInvitee);
    },
  },
  {
    method: "GET",
    path: /^\/webhook_subscriptions$/,
    scope: "webhooks:read",
    answer: (caller, request) =>
      listed(
        request,
        caller,
        caller.state.subscriptions.filter(({ user }) => user === request.query.get("user")),
        shownSubscription,
      ),
  },
  { method: "POST", path: /^\/webhook_subscriptions$/, scope: "webhooks:write", answer: subscribe },
  {
    method: "DELETE",
    path: /^\/webhook_subscriptions\/([\w-]+)$/,
    scope: "webhooks:write",
    answer({ state, user }, _, id) {
      const at = state.subscriptions.findIndex((one) => one.uri.endsWith(`/${id}`) && one.user === user.uri);
      if (at < 0) return notFound();
      state.subscriptions.splice(at, 1);
      return { status: 204, body: "" };
    },
  },
];

const withUser = (query: URLSearchParams, { user }: Caller) =>
  new URLSearchParams([...query.entries(), ["user", user.uri]]);

function subscribe({ state, user, grant }: Caller, { body }: ApiRequest): Reply {
  // Without the scope of bookings the original answers 400, not 403.
  if (!may(grant, "scheduled_events:read")) return invalid();
  if (user.plan === "free")
    return problem(403, "Permission Denied", "Please upgrade to a paid Calendly account.");
  const read = subscription.safeParse(jsonOf(body));
  if (!read.success || (read.data.scope === "user" && !read.data.user)) return invalid({ parameter: "user" });
  if (read.data.organization !== user.organization || read.data.user !== user.uri) return denied();
  if (state.subscriptions.some(({ url }) => url === read.data.url))
    return problem(409, "Already Exists", "Hook with this url already exists");
  const made = {
    uri: state.uriOf("webhook_subscriptions"),
    url: read.data.url,
    events: read.data.events,
    user: user.uri,
    organization: user.organization,
    state: "active" as const,
    key: read.data.signing_key ?? grantKey(grant),
    created: state.now(),
    retryStarted: null,
  };
  state.subscriptions.push(made);
  return asJson(201, { resource: shownSubscription(made) });
}

/** An app's own key signs what its subscriptions tell; a person's key has none. */
const grantKey = ({ refresh }: Grant) => (refresh === null ? "unsigned" : "calendly-local-signing-key");

/** Answers a request as the service does. */
export function answerApi(state: State, base: string, request: ApiRequest): Reply {
  const { method, path, authorization } = request;
  const token = /^Bearer (.+)$/.exec(authorization ?? "")?.[1];
  const grant = state.grants.find(({ access }) => access === token);
  const user = grant && state.userByUri(grant.user);
  const isOver = grant?.accessEnds != null && grant.accessEnds <= state.now();
  if (!grant || !user || isOver) return problem(401, "Unauthenticated", "The access token is invalid");
  for (const route of routes) {
    const found = route.path.exec(path);
    if (!found || route.method !== method) continue;
    if (method === "POST" && !request.contentType?.startsWith("application/json")) return invalid();
    if (may(grant, route.scope)) return route.answer({ grant, user, state, base }, request, found[1] ?? "");
    const message = "This operation requires the scopes listed in the 'required_scopes' array.";
    return problem(403, "Insufficient scope", message, { required_scopes: [route.scope] });
  }
  state.unexpected.push(`${method} ${path}`);
  return notFound();
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
