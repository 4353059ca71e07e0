import { createServer, type IncomingMessage } from "node:http";
import { HOST } from "../../ports";
import { faultDeed } from "../fault-deed";
import { htmlOf } from "../html";
import { asJson, bodyOf, createFaults, type Faults, listen, listener, type Reply } from "../http";
import { answerApi, jsonOf } from "./api";
import { type Bookings, createBookings, deeds } from "./bookings";
import { keepMemory } from "./memory";
import { authorize, decide, revoke, token } from "./oauth";
import { deskPage } from "./pages";
import { createRetries, type Retries } from "./retries";
import type { Limit } from "./posting";
import { app, createState, type State } from "./state";

export type CalendlyOptions = Readonly<{
  /** 0 takes any free port. */
  port: number;
  /** The app's own address for people who come back. */
  redirectUri: string;
  /** Where it remembers what it holds; without one it forgets. */
  file?: string;
  now?: () => number;
  /** How the service's patience with whom it tells ends. */
  limit?: Limit;
}>;

export type Calendly = Readonly<{
  url: string;
  /** By which the app uses it. */
  env: Readonly<Record<string, string>>;
  state: State;
  bookings: Bookings;
  /** Of messages that were not taken. */
  retries: Retries;
  /** Of the API and of requests for tokens. */
  faults: Faults;
  /** Loses the answer to the next request for tokens, after it was obeyed. */
  loseNextTokens(): void;
  /** A key that a person makes there by hand. */
  personalToken(email: string, scopes?: readonly string[]): string;
  stop(): Promise<void>;
}>;

const everything = ["users:read", "event_types:read", "scheduled_events:read", "webhooks:write"];

/**
 * Stands in for Calendly: its OAuth host and its API v2 on one port, as strict as the original, with a page for consent
 * and a desk at `/` where people book, move and cancel. `/control/<deed>` takes the same as JSON, for tests.
 */
export async function startCalendly({
  port,
  redirectUri,
  file,
  now = Date.now,
  limit = (ms) => AbortSignal.timeout(ms),
}: CalendlyOptions): Promise<Calendly> {
  const address = { base: "" };
  const state = createState(() => address.base, now);
  const parts = { address, state, redirectUri, faults: createFaults(), losing: { next: false } };
  const retries = createRetries(state, limit);
  const bookings = createBookings(state, retries, limit);
  const personalToken: Calendly["personalToken"] = (email, scopes = everything) => {
    const access = state.secret("personal");
    state.grants.push({
      user: state.userOf(email).uri,
      scopes,
      access,
      accessEnds: null,
      refresh: null,
      used: [],
    });
    return access;
  };
  const save = file === undefined ? () => undefined : keepMemory(state, file);
  const answer = remembering(save, answering({ ...parts, bookings, retries, personalToken }));
  const listening = await listen(createServer(listener(answer)), port);
  address.base = `http://${HOST}:${listening.port}`;
  return {
    url: address.base,
    env: {
      CALENDLY_API_URL: address.base,
      CALENDLY_AUTH_URL: address.base,
      CALENDLY_CLIENT_ID: app.clientId,
      CALENDLY_CLIENT_SECRET: app.clientSecret,
      CALENDLY_WEBHOOK_SIGNING_KEY: app.signingKey,
    },
    state,
    bookings,
    retries,
    faults: parts.faults,
    loseNextTokens: () => void (parts.losing.next = true),
    personalToken,
    stop: listening.stop,
  };
}

type Answering = (request: IncomingMessage) => Promise<Reply | "hang" | "cut">;

/** What changes something comes by another method than GET. */
const remembering =
  (save: () => void, answer: Answering): Answering =>
  async (request) => {
    const reply = await answer(request);
    if (request.method !== "GET") save();
    return reply;
  };

type Parts = Pick<Calendly, "state" | "bookings" | "retries" | "faults" | "personalToken"> &
  Readonly<{ address: { base: string }; redirectUri: string; losing: { next: boolean } }>;

const answering =
  (parts: Parts): Answering =>
  async (request) => {
    const { pathname: path, searchParams: query } = new URL(request.url ?? "/", "http://local");
    const body = (await bodyOf(request)).toString();
    const [method, authorization] = [request.method ?? "GET", request.headers.authorization];
    const form = new URLSearchParams(body);
    if (path === "/") return htmlOf(deskPage(parts.state));
    if (path.startsWith("/control/")) return control(parts, path.slice(9), jsonOf(body));
    if (path.startsWith("/desk/")) return desk(parts, path.slice(6), Object.fromEntries(form));
    parts.state.requests.push(`${method} ${path}`);
    if (path === "/oauth/authorize") return method === "POST" ? decide(parts, form) : authorize(parts, query);
    const fault = parts.faults.take(path);
    if (fault) return fault;
    if (path === "/oauth/token") {
      const reply = token(parts, form, authorization);
      const isLost = parts.losing.next;
      parts.losing.next = false;
      return isLost ? "cut" : reply;
    }
    if (path === "/oauth/revoke") return revoke(parts, form);
    const contentType = request.headers["content-type"];
    const asked = { method, path, query, body, contentType, authorization };
    return answerApi(parts.state, parts.address.base, asked);
  };

async function act(
  { state, bookings, retries, faults }: Parts,
  name: string,
  given: unknown,
): Promise<unknown> {
  if (name === "book") return bookings.book(deeds.book.parse(given));
  if (name === "move") return bookings.move(deeds.move.parse(given));
  if (name === "cancel") return bookings.cancel(deeds.cancel.parse(given));
  if (name === "noShow") return bookings.noShow(deeds.noShow.parse(given));
  if (name === "tell") return bookings.tell(deeds.tell.parse(given));
  if (name === "advance") return retries.pass(deeds.advance.parse(given).seconds);
  if (name === "push") return bookings.push(deeds.push.parse(given));
  if (name === "deleteType") return bookings.deleteType(deeds.deleteType.parse(given));
  if (name === "behave") return void Object.assign(state.habits, deeds.behave.parse(given));
  if (name === "fault") return faults.set(faultDeed.parse(given));
  if (name === "expire") for (const grant of state.grants) grant.accessEnds &&= state.now();
  else if (name === "uninstall") state.grants.length = 0;
  else if (name === "disable") for (const one of state.subscriptions) one.state = "disabled";
  else throw new Error(`no deed ${name}`);
  return {};
}

async function control(parts: Parts, name: string, given: unknown): Promise<Reply> {
  const { grants, subscriptions, deliveries, requests, unexpected } = parts.state;
  if (name === "state") return asJson(200, { grants, subscriptions, deliveries, requests, unexpected });
  if (name === "personalToken" && typeof given === "string") return asJson(200, parts.personalToken(given));
  return asJson(200, (await act(parts, name, given)) ?? {});
}

/** The same for the buttons of the desk. */
async function desk(parts: Parts, name: string, given: unknown): Promise<Reply> {
  await act(parts, name, given);
  return { status: 303, headers: { location: "/" }, body: "" };
}
