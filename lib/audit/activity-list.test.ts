import { describe, expect, it } from "vitest";
import { fail, ok, type Result } from "@/lib/result";
import type { ActivityPage, SettingsEvent } from "./event";
import { createActivityList } from "./activity-list";
import { event } from "@/lib/testing/audit-record";

const size = 3;

/** A server whose record grows, read in pages of three. */
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

const shown = (list: ReturnType<typeof createActivityList>) => list.state().page?.events.map(({ id }) => id);

describe("the record on a screen", () => {
  it("reaches the beginning page by page, without a gap or a repetition, while new changes come in", async () => {
    const { read, happen } = server(7);
    const list = createActivityList(read, await read(null));
    await list.older();
    happen(8, 9);
    await list.older();
    await list.refresh();
    expect(shown(list)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(list.state().page?.has_more).toBe(false);
  });

  it("begins anew, rather than hide a gap, when there are more new changes than a page holds", async () => {
    const { read, happen } = server(4);
    const list = createActivityList(read, await read(null));
    happen(5, 6, 7, 8, 9);
    await list.refresh();
    expect(shown(list)).toEqual([9, 8, 7]);
    for (let page = 0; page < 2; page += 1) await list.older();
    expect(shown(list)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it("sorts in a change that arrives after a newer one", async () => {
    const { read, happen } = server(0);
    const list = createActivityList(read, null);
    happen(2);
    await list.refresh();
    happen(1);
    await list.refresh();
    expect(shown(list)).toEqual([2, 1]);
  });

  it("reads exactly once more when told of changes during a read", async () => {
    const { read, happen } = server(1);
    let reads = 0;
    const list = createActivityList((before) => {
      reads += 1;
      return read(before);
    }, null);
    const first = list.refresh();
    happen(2);
    for (let hint = 0; hint < 5; hint += 1) void list.refresh();
    await first;
    expect(shown(list)).toEqual([2, 1]);
    expect(reads).toBe(2);
  });

  it("keeps its changes while the server cannot be reached, and names the failure until a read succeeds", async () => {
    const { read, reach } = server(2);
    const list = createActivityList(read, await read(null));
    reach(false);
    await list.refresh();
    expect([shown(list), list.state().failure?.code]).toEqual([[2, 1], "unavailable"]);
    reach(true);
    await list.refresh();
    expect(list.state().failure).toBeNull();
  });

  it("stops reading when a read throws", async () => {
    const list = createActivityList(() => Promise.reject(new Error("no network")), null);
    await list.refresh();
    expect(list.state()).toMatchObject({ page: null, isLoading: false, failure: { code: "unavailable" } });
  });
});
