import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const origin = "https://ovenai.test";
const source = readFileSync(`${import.meta.dirname}/../../public/sw.js`, "utf8");

type Shown = { title: string; options: Record<string, unknown> & { data: unknown } };
type Answers = { subscription?: { status: number; body: unknown }; subscribes?: boolean };
type Listener = (event: object) => void;

/** public/sw.js in a world of its own, in which everything that it asks of its browser is written down. */
export function startWorker({ subscription, subscribes = true }: Answers = {}) {
  const listeners = new Map<string, Listener>();
  const shown: Shown[] = [];
  const did: string[] = [];
  const tabs: string[] = [];
  const self = {
    location: { href: `${origin}/sw.js?build=b`, origin },
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
    registration: {
      showNotification: async (title: string, options: Shown["options"]) =>
        void shown.push({ title, options }),
      pushManager: {
        async subscribe({ applicationServerKey }: { applicationServerKey: string }) {
          if (!subscribes) throw new DOMException("later", "AbortError");
          return aSubscription(`https://push.test/${applicationServerKey}`);
        },
      },
    },
    clients: {
      matchAll: async () => tabs.map((url) => ({ url, focus: async () => did.push(`focus ${url}`) })),
      openWindow: async (url: string) => did.push(`open ${url}`),
    },
  };
  const fetch = async (path: string, { method = "GET", body = "" }: RequestInit = {}) => {
    did.push([method, path, body].filter(Boolean).join(" "));
    const { status, body: answer } = subscription ?? { status: 500, body: null };
    return Response.json(answer, { status });
  };
  runInContext(source, createContext({ self, fetch, URL, Response, setTimeout, console }));
  /** Resolves when the worker has done what it does about the event; rejects where it fails. */
  const dispatch = async (name: string, event: object) => {
    const waits: Promise<unknown>[] = [];
    listeners.get(name)?.({ ...event, waitUntil: (wait: Promise<unknown>) => waits.push(wait) });
    await Promise.all(waits);
  };
  return { dispatch, shown, did, tabs };
}

export const aSubscription = (endpoint: string) => ({ endpoint, toJSON: () => ({ endpoint }) });

/** A push of `text`. */
export const pushOf = (text: string) => ({ data: { json: (): unknown => JSON.parse(text) } });
