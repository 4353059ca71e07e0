import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it } from "vitest";
import { ok, type Result } from "@/lib/result";
import type { PatchAnswer } from "@/lib/settings/wire";
import { indexedDisk } from "@/lib/testing/indexed-disk";
import { fakeBrowser } from "@/lib/testing/fake-browser";
import { offline, refusing, toggled } from "@/lib/testing/fake-settings-server";

const ann = "ann";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
const browser = () => fakeBrowser({ disk: indexedDisk() });

describe("the outbox", () => {
  it("sends an edit and forgets it when the server has answered", async () => {
    const { open, idle, server, storage } = browser();
    const { outbox, shown } = open(ann);
    await outbox.record(null, toggled("metrics", false), {});
    await idle();
    expect(server.rowOf(ann, null)).toEqual({ overrides: toggled("metrics", false), version: 1 });
    expect(shown.get(null)).toMatchObject({ sending: null, pending: null, snapshot: { version: 1 } });
    expect(await storage.list(ann)).toEqual([shown.get(null)]);
  });

  it("keeps an edit made offline over the closing of the tab, and sends it when the network is back", async () => {
    const { open, idle, server } = browser();
    const online = server.answer;
    server.answer = offline;
    const first = open(ann);
    await first.outbox.record("p1", toggled("metrics", false), {});
    await idle();
    expect(first.shown.get("p1")).toMatchObject({ trouble: "unavailable" });
    first.outbox.stop();

    server.answer = online;
    open(ann);
    await idle();
    expect(server.rowOf(ann, "p1").overrides).toEqual(toggled("metrics", false));
  });

  it("repeats the very same request after a crash between sending and answer, and it is applied once", async () => {
    const { open, idle, server } = browser();
    server.answer = async (request) => {
      server.apply(request);
      return new Promise<Result<PatchAnswer>>(() => {});
    };
    const crashed = open(ann);
    await crashed.outbox.record(null, toggled("metrics", false), {});
    await idle();
    crashed.outbox.stop();

    server.answer = async (request) => ok(server.apply(request));
    const { shown } = open(ann);
    await idle();
    const [first, second] = server.requests;
    expect(second).toEqual(first);
    expect(server.rowOf(ann, null).version).toBe(1);
    expect(shown.get(null)).toMatchObject({ sending: null, snapshot: { version: 1 } });
  });

  it("composes edits made while one is in flight into the next request, and leaves the one in flight alone", async () => {
    const { open, idle, server } = browser();
    let answerFirst = () => {};
    server.answer = (request) =>
      new Promise((settle) => {
        answerFirst = () => settle(ok(server.apply(request)));
      });
    const { outbox } = open(ann);
    await outbox.record(null, toggled("metrics", false), {});
    await idle();
    server.answer = async (request) => ok(server.apply(request));
    await outbox.record(null, toggled("insights", false), {});
    await outbox.record(null, toggled("metrics", true), {});
    await idle();
    expect(server.requests).toHaveLength(1);
    answerFirst();
    await idle();
    expect(server.requests.map(({ patch, base, opId }) => ({ patch, base, opId }))).toEqual([
      { patch: toggled("metrics", false), base: {}, opId: "op-1" },
      {
        patch: { widget_visibility: { insights: false, metrics: true } },
        base: { "widget_visibility.metrics": false },
        opId: "op-2",
      },
    ]);
    expect(server.rowOf(ann, null).overrides).toEqual({
      widget_visibility: { metrics: true, insights: false },
    });
  });

  it("ends an attempt after 15 s and tries again later under the same op_id", async () => {
    const { open, idle, server, leap } = browser();
    server.answer = () => new Promise(() => {});
    const { outbox, shown } = open(ann);
    await outbox.record(null, toggled("metrics", false), {});
    await idle();
    leap(14_999);
    await idle();
    expect(shown.get(null)).toMatchObject({ trouble: null });
    leap(1);
    await idle();
    expect(shown.get(null)).toMatchObject({ trouble: "unavailable" });
    server.answer = async (request) => ok(server.apply(request));
    leap(60_000);
    await idle();
    expect(server.requests.map(({ opId }) => opId)).toEqual(["op-1", "op-1"]);
    expect(shown.get(null)).toMatchObject({ sending: null, trouble: null });
  });

  it.each(["unauthenticated", "unavailable", "rate_limited", "wrong_user", "not_found", "conflict"] as const)(
    "keeps the edit when the answer is %s",
    async (code) => {
      const { open, idle, server } = browser();
      server.answer = refusing(code);
      const { outbox, shown } = open(ann);
      await outbox.record(null, toggled("metrics", false), {});
      await idle();
      expect(shown.get(null)).toMatchObject({
        sending: { patch: toggled("metrics", false) },
        trouble: code,
        notSaved: [],
      });
    },
  );

  it("tries at once when the network or the person comes back", async () => {
    const { open, idle, server } = browser();
    server.answer = offline;
    const { outbox } = open(ann);
    const follower = open(ann);
    await outbox.record(null, toggled("metrics", false), {});
    await idle();
    server.answer = async (request) => ok(server.apply(request));
    follower.outbox.nudge();
    await idle();
    expect(server.rowOf(ann, null).version).toBe(1);
  });

  it("tries at once when the network comes back in the middle of an attempt that it lost", async () => {
    const { open, idle, server } = browser();
    const { outbox } = open(ann);
    const follower = open(ann);
    for (const [version, { nudge }] of [outbox, follower.outbox].entries()) {
      let lose = () => {};
      server.answer = () => new Promise((_, reject) => (lose = () => reject(new TypeError("fetch failed"))));
      await outbox.record(null, toggled("metrics", version === 1), server.rowOf(ann, null).overrides);
      await idle();
      server.answer = async (request) => ok(server.apply(request));
      nudge();
      await idle();
      expect(server.rowOf(ann, null).version).toBe(version);
      lose();
      await idle();
      expect(server.rowOf(ann, null).version).toBe(version + 1);
    }
  });

  it("sends the documents of a person one after the other and each in the order of its edits", async () => {
    const { open, idle, server } = browser();
    const { outbox } = open(ann);
    for (const value of [false, true, false]) {
      await outbox.record("p1", toggled("metrics", value), server.rowOf(ann, "p1").overrides);
      await outbox.record("p2", toggled("insights", value), server.rowOf(ann, "p2").overrides);
      await idle();
    }
    expect(server.rowOf(ann, "p1")).toEqual({ overrides: toggled("metrics", false), version: 3 });
    expect(server.rowOf(ann, "p2")).toEqual({ overrides: toggled("insights", false), version: 3 });
  });
});

it("an edit is sent in whatever moment of a round it is made", async () => {
  for (let turns = 0; turns < 12; turns += 1) {
    const { open, idle, server } = fakeBrowser();
    const { outbox } = open(ann);
    const flushed = outbox.flush();
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    await outbox.record(null, toggled("metrics", false), {});
    await flushed;
    await idle();
    expect(server.rowOf(ann, null).version, `after ${turns} turns`).toBe(1);
  }
});
