import { randomBytes, randomUUID } from "node:crypto";

export type User = {
  uri: string;
  name: string;
  email: string;
  organization: string;
  plan: "free" | "standard";
};
export type EventType = {
  uri: string;
  owner: string;
  name: string;
  slug: string;
  duration: number;
  active: boolean;
};
export type Scheduled = {
  uri: string;
  owner: string;
  eventType: string;
  start: number;
  end: number;
  status: "active" | "canceled";
  updated: number;
};
export type Invitee = {
  uri: string;
  event: string;
  name: string;
  email: string;
  phone: string | null;
  status: "active" | "canceled";
  rescheduled: boolean;
  oldInvitee: string | null;
  newInvitee: string | null;
  noShow: { uri: string; created: number } | null;
  created: number;
  updated: number;
};
/** A grant of a person to an app. The refresh token is good for one use. */
export type Grant = {
  user: string;
  scopes: readonly string[];
  access: string;
  accessEnds: number | null;
  refresh: string | null;
};
export type Code = {
  user: string;
  scopes: readonly string[];
  challenge: string;
  redirectUri: string;
  ends: number;
};
export type Subscription = {
  uri: string;
  url: string;
  events: readonly string[];
  user: string;
  organization: string;
  state: "active" | "disabled";
  key: string;
  created: number;
  /** Since when something is sent again that was not taken; null where nothing is. */
  retryStarted: number | null;
};
/** A message that was not taken and is sent again. Instants in Unix milliseconds. */
export type Delivery = {
  subscription: string;
  body: string;
  signed: number;
  began: number;
  tried: number;
  next: number;
};

export const app = {
  clientId: "calendly-local-client",
  clientSecret: "calendly-local-secret",
  signingKey: "calendly-local-signing-key",
} as const;

/** Everything that the stand-in remembers, on a clock that tests move. */
export function createState(base: () => string, now: () => number) {
  let aheadMs = 0;
  const users = new Map<string, User>();
  const types: EventType[] = [];
  const events: Scheduled[] = [];
  const invitees: Invitee[] = [];
  const grants: Grant[] = [];
  const [subscriptions, deliveries]: [Subscription[], Delivery[]] = [[], []];
  const tokenRequests: { user: string; at: number }[] = [];
  const [requests, unexpected]: [string[], string[]] = [[], []];
  const uriOf = (kind: string) => `${base()}/${kind}/${randomUUID()}`;

  /** The user of an address; the first time, with the types of meetings that a new account has. */
  function userOf(email: string): User {
    const known = users.get(email.toLowerCase());
    if (known) return known;
    const made: User = {
      uri: uriOf("users"),
      name: email.split("@")[0] ?? email,
      email: email.toLowerCase(),
      organization: uriOf("organizations"),
      plan: "standard",
    };
    users.set(made.email, made);
    for (const [name, slug, duration] of [
      ["BANT qualification", "bant-qualification", 30],
      ["Product demo", "product-demo", 45],
    ] as const)
      types.push({ uri: uriOf("event_types"), owner: made.uri, name, slug, duration, active: true });
    return made;
  }

  return {
    users,
    types,
    events,
    invitees,
    grants,
    codes: new Map<string, Code>(),
    subscriptions,
    deliveries,
    /** Whether what is sent again is signed with the time of then. Calendly does not say. */
    signing: { anew: true },
    /** Requests for tokens: when, and by whom. */
    tokenRequests,
    /** Method and path of each request, and of those that the service does not have. */
    requests,
    unexpected,
    uriOf,
    userOf,
    userByUri: (uri: string) => [...users.values()].find((user) => user.uri === uri),
    secret: (prefix: string) => `${prefix}_${randomBytes(24).toString("base64url")}`,
    now: () => now() + aheadMs,
    advance: (seconds: number) => void (aheadMs += seconds * 1_000),
  };
}

export type State = ReturnType<typeof createState>;

/** As the service writes instants: in UTC, with microseconds. */
export const instant = (at: number): string => new Date(at).toISOString().replace("Z", "000Z");
