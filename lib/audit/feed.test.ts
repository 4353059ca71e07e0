import { describe, expect, it } from "vitest";
import { fail, ok, type Result } from "@/lib/result";
import type { ActivityPage, SettingsEvent } from "./event";
import { createActivityFeed } from "./feed";
import { event } from "@/lib/testing/audit-record";

const size = 3;

/** A server with a record that grows; pages of three. */
function server(count: number) {
  const record: SettingsEvent[] = Array.from({ length: count }, (_, index) => event(index + 1));
  let isReachable = true;
  return {
    happen: (...ids: number[]) => void record.push(...ids.map((id) => event(id))),
    reach: (reachable: boolean) => void (isReachable = reachable),
    async read(before: number | null): Promise<Result<ActivityPage>> {
      if (!isReachable) return fail("unavailable");
      const newestFirst = record
        .toSorted((a, b) => b.id - a.id)
        .filter(({ id }) => before === null || id < before);
      return ok({ events: newestFirst.slice(0, size), has_more: newestFirst.length > size });
    },
  };
}

const shown = (feed: ReturnType<typeof createActivityFeed>) => feed.state().page?.events.map(({ id }) => id);

describe("the record on a screen", () => {
  it("reaches the beginning page by page, without a gap or a repetition, while new changes come in", async () => {
    const { read, happen } = server(7);
    const feed = createActivityFeed(read, await read(null));
    await feed.older();
    happen(8, 9);
    await feed.older();
    await feed.refresh();
    expect(shown(feed)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(feed.state().page?.has_more).toBe(false);
  });

  it("begins anew rather than hide a gap when more happened than a page tells", async () => {
    const { read, happen } = server(4);
    const feed = createActivityFeed(read, await read(null));
    happen(5, 6, 7, 8, 9);
    await feed.refresh();
    expect(shown(feed)).toEqual([9, 8, 7]);
    for (let page = 0; page < 2; page += 1) await feed.older();
    expect(shown(feed)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it("shows a change that is told later than a newer one in its place", async () => {
    const { read, happen } = server(0);
    const feed = createActivityFeed(read, null);
    happen(2);
    await feed.refresh();
    happen(1);
    await feed.refresh();
    expect(shown(feed)).toEqual([2, 1]);
  });

  it("reads once more when it is told of a change during a read, however often", async () => {
    const { read, happen } = server(1);
    let reads = 0;
    const feed = createActivityFeed((before) => {
      reads += 1;
      return read(before);
    }, null);
    const first = feed.refresh();
    happen(2);
    for (let hint = 0; hint < 5; hint += 1) void feed.refresh();
    await first;
    expect(shown(feed)).toEqual([2, 1]);
    expect(reads).toBe(2);
  });

  it("keeps what it shows while the server cannot be reached, says so, and forgets it afterwards", async () => {
    const { read, reach } = server(2);
    const feed = createActivityFeed(read, await read(null));
    reach(false);
    await feed.refresh();
    expect([shown(feed), feed.state().failure?.code]).toEqual([[2, 1], "unavailable"]);
    reach(true);
    await feed.refresh();
    expect(feed.state().failure).toBeNull();
  });

  it("is not busy for ever when a read throws", async () => {
    const feed = createActivityFeed(() => Promise.reject(new Error("no network")), null);
    await feed.refresh();
    expect(feed.state()).toMatchObject({ page: null, isReading: false, failure: { code: "unavailable" } });
  });
});
