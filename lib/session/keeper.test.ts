import { describe, expect, it } from "vitest";
import { fakeClock } from "@/lib/testing/fake-clock";
import { fail, ok, type Result } from "@/lib/result";
import type { JsonObject } from "@/lib/settings/json";
import { createSessionKeeper } from "./keeper";

const at = (path: string): JsonObject => ({ current_context: { path } });
const minute = 60_000;

/** A keeper whose server gives the answers in turn, the last one for ever. */
function keeping(...answers: (Result<unknown> | Error)[]) {
  const clock = fakeClock();
  const saved: JsonObject[] = [];
  const keeper = createSessionKeeper({
    timers: clock.timers,
    async save(patch) {
      saved.push(patch);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer instanceof Error) throw answer;
      return answer ?? ok(null);
    },
  });
  return { clock, saved, keeper };
}

describe("the session state", () => {
  it("is stored once for all changes within a moment, with the last value of each", async () => {
    const { clock, saved, keeper } = keeping(ok(null));
    keeper.keep(at("/a"));
    await clock.advance(300);
    keeper.keep({ ui_state: { openPanels: { debug: true } } });
    keeper.keep(at("/b"));
    await clock.advance(minute);
    expect(saved).toEqual([{ current_context: { path: "/b" }, ui_state: { openPanels: { debug: true } } }]);
  });

  it("is stored at once when the page is about to be hidden, and not again after that", async () => {
    const { clock, saved, keeper } = keeping(ok(null));
    keeper.keep(at("/a"));
    keeper.flush();
    expect(saved).toEqual([at("/a")]);
    await clock.advance(minute);
    keeper.flush();
    expect(saved).toHaveLength(1);
  });

  it.each([fail("unavailable"), fail("rate_limited"), new Error("Failed to fetch")])(
    "is tried again after %o, and what changed since wins",
    async (failure) => {
      const { clock, saved, keeper } = keeping(failure, ok(null));
      keeper.keep({ current_context: { path: "/a", projectId: "p" } });
      await clock.advance(1_000);
      keeper.keep(at("/b"));
      await clock.advance(minute);
      expect(saved).toEqual([
        { current_context: { path: "/a", projectId: "p" } },
        { current_context: { path: "/b", projectId: "p" } },
      ]);
    },
  );

  it("keeps a change that was made while a request was under way that then failed", async () => {
    const clock = fakeClock();
    const saved: JsonObject[] = [];
    const refuse: (() => void)[] = [];
    const keeper = createSessionKeeper({
      timers: clock.timers,
      save: (patch) => {
        saved.push(patch);
        return new Promise((resolve) => refuse.push(() => resolve(fail("unavailable"))));
      },
    });
    keeper.keep({ current_context: { path: "/a", projectId: "p" } });
    await clock.advance(1_000);
    keeper.keep(at("/b"));
    refuse[0]?.();
    await clock.advance(minute);
    expect(saved[1]).toEqual({ current_context: { path: "/b", projectId: "p" } });
  });

  it("is asked for less and less often while the server is away, but never given up", async () => {
    const { clock, saved, keeper } = keeping(fail("unavailable"));
    keeper.keep(at("/a"));
    await clock.advance(60 * minute);
    expect(saved.length).toBeGreaterThan(8);
    expect(saved.length).toBeLessThan(60);
  });

  it("is not sent again where it would be refused again", async () => {
    for (const code of ["invalid", "forbidden", "unauthenticated", "wrong_user"] as const) {
      const { clock, saved, keeper } = keeping(fail(code));
      keeper.keep(at("/a"));
      await clock.advance(60 * minute);
      expect(saved, code).toHaveLength(1);
    }
  });

  it("is sent one request at a time, so that an older one never arrives last", async () => {
    const clock = fakeClock();
    const answers: (() => void)[] = [];
    const saved: JsonObject[] = [];
    const keeper = createSessionKeeper({
      timers: clock.timers,
      save: (patch) => {
        saved.push(patch);
        return new Promise((resolve) => answers.push(() => resolve(ok(null))));
      },
    });
    keeper.keep(at("/a"));
    await clock.advance(minute);
    keeper.keep(at("/b"));
    keeper.flush();
    await clock.advance(minute);
    expect(saved).toEqual([at("/a")]);
    answers[0]?.();
    await clock.advance(minute);
    expect(saved).toEqual([at("/a"), at("/b")]);
  });

  it("is not written any more once the person has left", async () => {
    const { clock, saved, keeper } = keeping(ok(null));
    keeper.keep(at("/a"));
    keeper.stop();
    keeper.keep(at("/b"));
    keeper.flush();
    await clock.advance(minute);
    expect(saved).toEqual([]);
  });
});
