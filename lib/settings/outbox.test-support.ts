import type { Tabs } from "@/lib/live/browser-tabs";
import type { Timers } from "@/lib/live/timers";
import { fail, ok, type Result } from "@/lib/result";
import { dashboard } from "./dashboard";
import type { DeviceDocument } from "./device-document";
import { sameJson, type Json, type JsonObject } from "./json";
import { memoryKeyValue, type KeyValue } from "./key-value";
import type { Saved } from "./outbox";
import { startOutbox, type Outbox } from "./outbox-runner";
import type { SendRequest } from "./outbox-sender";
import { createOutboxStorage } from "./outbox-storage";
import { mergeObject, setAt, valueAt } from "./patch";
import { patchedPaths } from "./sections";

/** Time that moves when told to. `random` is 0: every wait is the shortest. */
export function manualTimers() {
  let now = 0;
  const waiting = new Set<{ at: number; act: () => void }>();
  const timers: Timers = {
    now: () => now,
    random: () => 0,
    after(ms, act) {
      const timer = { at: now + ms, act };
      waiting.add(timer);
      return () => void waiting.delete(timer);
    },
  };
  const advance = (ms: number) => {
    now += ms;
    for (const timer of [...waiting].filter(({ at }) => at <= now)) {
      waiting.delete(timer);
      timer.act();
    }
  };
  return { timers, advance };
}

/** The tabs of one browser: a lock that one of them holds and a channel to the others. */
export function manualTabs() {
  const queues = new Map<string, (() => () => void)[]>();
  const receivers = new Map<string, Set<(message: unknown) => void>>();
  const holds = new Map<string, { lead: () => () => void; end: () => void }>();
  const promote = (name: string) => {
    const [lead] = queues.get(name) ?? [];
    if (lead && !holds.has(name)) holds.set(name, { lead, end: lead() });
  };
  const tabs: Tabs = {
    isVisible: () => true,
    queue(name, lead) {
      queues.set(name, [...(queues.get(name) ?? []), lead]);
      queueMicrotask(() => promote(name));
      return () => {
        queues.set(
          name,
          (queues.get(name) ?? []).filter((other) => other !== lead),
        );
        const held = holds.get(name);
        if (held?.lead !== lead) return;
        held.end();
        holds.delete(name);
        promote(name);
      };
    },
    open(name, receive) {
      const members = receivers.get(name) ?? new Set();
      receivers.set(name, members.add(receive));
      return {
        post: (message) =>
          [...members]
            .filter((other) => other !== receive)
            .forEach((other) => queueMicrotask(() => other(message))),
        close: () => void members.delete(receive),
      };
    },
  };
  return tabs;
}

/** What the server does with a patch, in memory: merge, conflicts, versions, and one answer per op_id. */
export function manualServer() {
  const rows = new Map<string, { overrides: JsonObject; version: number }>();
  const answers = new Map<string, Saved>();
  const requests: SendRequest[] = [];
  const rowOf = (user: string, scope: string | null) =>
    rows.get(`${user}/${scope}`) ?? { overrides: {}, version: 0 };

  function apply({ user, scope, patch, base, opId }: SendRequest): Saved {
    const known = answers.get(opId);
    if (known) return known;
    const row = rowOf(user, scope);
    const conflicts: Saved["conflicts"] = [];
    let applied: JsonObject = {};
    for (const path of patchedPaths(dashboard, patch)) {
      const [mine, seen, theirs] = [valueAt(patch, path), base[path], valueAt(row.overrides, path)].map(
        (value): Json => value ?? null,
      );
      if (mine === undefined || seen === undefined || theirs === undefined)
        throw new Error("three in, three out");
      if (sameJson(theirs, seen) || sameJson(theirs, mine)) applied = setAt(applied, path, mine);
      else conflicts.push({ path, base: seen, mine, theirs });
    }
    const overrides = mergeObject(row.overrides, applied);
    const version = sameJson(overrides, row.overrides) ? row.version : row.version + 1;
    rows.set(`${user}/${scope}`, { overrides, version });
    const saved = { overrides, version, conflicts };
    answers.set(opId, saved);
    return saved;
  }
  return {
    requests,
    rowOf,
    apply,
    /** Replaced by a test to fail on demand. */
    answer: async (request: SendRequest): Promise<Result<Saved>> => ok(apply(request)),
    /** Another device of the same person changes a value. */
    changeElsewhere: (user: string, scope: string | null, patch: JsonObject) =>
      apply({ user, scope, patch, base: rowOf(user, scope).overrides, opId: `elsewhere-${answers.size}` }),
  };
}

export const offline = async (): Promise<Result<Saved>> => {
  throw new TypeError("fetch failed");
};
export const refusing =
  (code: Parameters<typeof fail>[0], path?: string) => async (): Promise<Result<Saved>> =>
    fail(code, { path });

/** One browser with a server: tabs are opened and closed, the disk stays. `idle` resolves when nothing moves. */
export function manualBrowser({ disk = memoryKeyValue() }: { disk?: KeyValue } = {}) {
  const { timers, advance } = manualTimers();
  const server = manualServer();
  const shared = manualTabs();
  let busy = 0;
  let opIds = 0;
  const counted = async <T>(work: Promise<T>): Promise<T> => {
    busy += 1;
    return work.finally(() => (busy -= 1));
  };
  const counting: KeyValue = {
    update: (key, change) => counted(disk.update(key, change)),
    entries: () => counted(disk.entries()),
    remove: (keys) => counted(disk.remove(keys)),
  };
  const storage = createOutboxStorage(dashboard, counting);

  function open(user: string): { outbox: Outbox; shown: Map<string | null, DeviceDocument> } {
    const shown = new Map<string | null, DeviceDocument>();
    const outbox = startOutbox({
      user,
      section: dashboard,
      storage,
      timers,
      tabs: shared,
      now: () => timers.now(),
      newOpId: () => `op-${++opIds}`,
      send: (request) => {
        server.requests.push(structuredClone(request));
        return server.answer(request);
      },
      onDocument: (document) => void shown.set(document.scope, document),
    });
    return { outbox, shown };
  }

  async function idle() {
    for (let quiet = 0; quiet < 5; quiet = busy === 0 ? quiet + 1 : 0)
      await new Promise<void>((next) => setImmediate(next));
  }
  return { open, idle, advance, server, storage };
}

export const toggled = (widget: string, value: boolean | null): JsonObject => ({
  widget_visibility: { [widget]: value },
});
