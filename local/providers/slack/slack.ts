import { createServer, type IncomingMessage } from "node:http";
import { HOST } from "../../ports";
import { bodyOf, createFaults, type Faults, listen, listener, type Reply } from "../http";
import type { Outbox } from "../outbox";
import { problemOf, textOf } from "./payload";

/** A channel of Slack, by the address of its incoming webhook. */
export type SlackHook = Readonly<{ path: string; state: "open" | "archived" | "removed" | "forbidden" }>;

export type Slack = Readonly<{
  url: string;
  faults: Faults;
  /** Puts an address into a state; one that was never named is open. */
  set(hook: SlackHook): void;
  /** What was taken, oldest first. */
  messages(): readonly Readonly<{ path: string; body: unknown }>[];
  stop(): Promise<void>;
}>;

export type SlackOptions = Readonly<{ port: number; outbox?: Outbox }>;

const said = (status: number, body: string, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { "content-type": "text/html", ...headers },
  body,
});

const closed = {
  archived: said(410, "channel_is_archived"),
  removed: said(404, "no_service"),
  forbidden: said(403, "action_prohibited"),
} as const;

/**
 * hooks.slack.com, as strict as the original: an address of three parts, JSON with a text, and answers in plain words.
 * Addresses whose key begins with "Gone" do not exist, and those with "Full" take one message a second.
 * `POST /control/hook` `{"path", "state"}` archives, removes or forbids one, for tests in other processes.
 */
export async function startSlack({ port, outbox }: SlackOptions): Promise<Slack> {
  const faults = createFaults();
  const states = new Map<string, SlackHook["state"]>();
  const taken: { path: string; body: unknown }[] = [];
  const set: Slack["set"] = ({ path, state }) => void states.set(path, state);

  const answer = async (request: IncomingMessage): Promise<Reply | "hang" | "cut"> => {
    const { pathname: path } = new URL(request.url ?? "/", "http://local");
    const body = (await bodyOf(request)).toString();
    if (path === "/control/hook") {
      set(JSON.parse(body));
      return said(200, "ok");
    }
    const fault = faults.take();
    if (fault) return fault;
    if (request.method !== "POST") return said(405, "method_not_allowed");
    const [, key = ""] = /^\/services\/T\w+\/B\w+\/(\w{10,})$/.exec(path) ?? [];
    const state = states.get(path) ?? (key === "" || key.startsWith("Gone") ? "removed" : "open");
    if (state !== "open") return closed[state];
    const problem = problemOf(request.headers["content-type"] ?? "", body);
    if (problem !== null) return said(400, problem);
    const message: unknown = JSON.parse(body);
    taken.push({ path, body: message });
    outbox?.add({ channel: "slack", to: path.split("/").slice(2, 4).join("/"), ...textOf(message) });
    return said(200, "ok");
  };
  const listening = await listen(createServer(listener(answer)), port);
  return {
    url: `http://${HOST}:${listening.port}`,
    faults,
    set,
    messages: () => taken,
    stop: listening.stop,
  };
}
