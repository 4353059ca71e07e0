import { describe, expect, it } from "vitest";
import { fail, ok, type Result } from "@/lib/result";
import { emptyInboxRow } from "@/lib/testing/inbox-rows";
import { createInboxList } from "./inbox-list";
import type { InboxAnswer } from "./inbox-row";

/** A server that holds the seqs of `held`, and lets through only those of them that fit. */
function world(count: number, fits: (seq: number) => boolean = () => true) {
  const server = { held: Array.from({ length: count }, (_, n) => count - n), fails: false };
  const asked: [number | null, number][] = [];
  const read = async (before: number | null, size: number): Promise<Result<InboxAnswer>> => {
    asked.push([before, size]);
    if (server.fails) return fail("unavailable");
    const below = server.held.filter((seq) => before === null || seq < before).slice(0, size);
    const rows = below.filter(fits).map((seq) => ({ ...emptyInboxRow, id: String(seq), seq }));
    const last = below.at(-1);
    const next = below.length === size && last !== undefined ? last : null;
    return ok({ rows, next, head: count, unread: 0, at: "2026-11-22T12:00:00+00:00" });
  };
  const list = createInboxList(read, null);
  return { server, list, asked, shown: () => list.state().list?.rows.map(({ seq }) => seq) ?? null };
}

describe("the list", () => {
  it("goes on page by page to the last, without a row twice", async () => {
    const { list, shown } = world(120);
    await list.refresh();
    expect(shown()).toHaveLength(50);
    await list.more();
    await list.more();
    expect(shown()).toEqual(Array.from({ length: 120 }, (_, n) => 120 - n));
    expect(list.state().list?.next).toBeNull();
    await list.more();
    expect(shown()).toHaveLength(120);
  });

  it("is read anew as far down as it was, whatever has come or gone", async () => {
    const { server, list, shown } = world(300);
    await list.refresh();
    await list.more();
    await list.more();
    server.held = [301, ...server.held.filter((seq) => seq % 2 === 0)];
    await list.refresh();
    expect(shown()?.slice(0, 3)).toEqual([301, 300, 298]);
    expect(shown()?.length).toBeGreaterThanOrEqual(150);
    expect(new Set(shown()).size).toBe(shown()?.length);
  });

  it("looks through pages in which a filter lets nothing through, and asks before it goes on for ever", async () => {
    const found = world(240, (seq) => seq === 5);
    await found.list.refresh();
    expect(found.shown()).toEqual([5]);
    const none = world(2_000, () => false);
    await none.list.refresh();
    expect(none.shown()).toEqual([]);
    expect(none.list.state().list?.next).not.toBeNull();
    expect(none.asked.length).toBeLessThan(10);
  });

  it("keeps what it has where a read fails, says so, and is whole again after the next", async () => {
    const { server, list, shown } = world(120);
    await list.refresh();
    server.fails = true;
    await list.more();
    await list.refresh();
    expect(shown()).toHaveLength(50);
    expect(list.state()).toMatchObject({ failure: { code: "unavailable" }, isLoadingMore: false });
    server.fails = false;
    await list.more();
    expect(list.state().failure).toBeNull();
    expect(shown()).toHaveLength(100);
  });

  it("reads once more for calls during a read, and only once", async () => {
    const { list, asked } = world(3);
    await Promise.all([list.refresh(), list.refresh(), list.refresh()]);
    expect(asked).toHaveLength(2);
  });
});
