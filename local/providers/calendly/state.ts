import { randomBytes, randomUUID } from "node:crypto";
import { createClock } from "../clock";
import type { Waiting } from "../resending";

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
  /** Null once its type was deleted. */
  eventType: string | null;
  /** Null until the address of the conference is there. */
  joinUrl: string | null;
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
  /** Calendly may take some back, as when a token of before the scopes is renewed. */
  scopes: readonly string[];
  access: string;
  accessEnds: number | null;
  refresh: string | null;
  /** Refresh tokens of before, each of which was used. */
  used: string[];
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
/** A message that was not taken and is sent again; `signed`: when it was signed at first. */
export type Delivery = Waiting & Readonly<{ subscription: string; body: string; signed: number }>;

export const app = {
  clientId: "calendly-local-client",
  clientSecret: "calendly-local-secret",
  signingKey: "calendly-local-signing-key",
} as const;

/**
 * What Calendly does not say of itself, or does seldom. `signsAnew`: what is sent again is signed with the time of then.
 * `foreignPages`: lists name the next page at another host. `endsFamily`: a refresh token that comes a second time ends
 * the grant.
 */
export const habits = { signsAnew: true, foreignPages: false, endsFamily: false };

/** Everything that the stand-in remembers, on a clock that tests move. */
export function createState(base: () => string, now: () => number) {
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
    habits: { ...habits },
    /** Requests for tokens: when, and by whom. */
    tokenRequests,
    /** Method and path of each request, and of those that the service does not have. */
    requests,
    unexpected,
    uriOf,
    userOf,
    userByUri: (uri: string) => [...users.values()].find((user) => user.uri === uri),
    secret: (prefix: string) => `${prefix}_${randomBytes(24).toString("base64url")}`,
    ...createClock(now),
  };
}

export type State = ReturnType<typeof createState>;

/** As the service writes instants: in UTC, with microseconds. */
export const instant = (at: number): string => new Date(at).toISOString().replace("Z", "000Z");
