import { describe, expect, it } from "vitest";
import type { Edit } from "@/lib/notifications/bell/edits";
import { emptyInboxRow } from "@/lib/testing/inbox-rows";
import type { InboxRow } from "./inbox-row";
import { inboxViews } from "./query";
import { belongs, shownInbox } from "./shown";

const now = new Date("2026-11-22T12:00:00Z");
const at = "2026-11-22T12:00:00+00:00";
const row = (seq: number, changes: Partial<InboxRow> = {}): InboxRow => ({
  ...emptyInboxRow,
  id: String(seq),
  seq,
  created_at: new Date(now.getTime() - (100 - seq) * 60_000).toISOString(),
  ...changes,
});
const viewsOf = (one: InboxRow, at = now) => inboxViews.filter((view) => belongs(one, view, at));

describe("a row belongs", () => {
  it.each([
    ["unread", {}, ["unread", "all"]],
    ["read", { read_at: at }, ["all"]],
    ["done", { read_at: at, archived_at: at }, ["done"]],
    ["asleep", { snoozed_until: "2026-11-22T12:00:00.001Z" }, ["snoozed"]],
    ["kept away", { kept_away: "switch" }, ["kept"]],
    ["awake again", { snoozed_until: "2026-11-22T12:00:00Z" }, ["unread", "all"]],
  ] as const)("that is %s to %o %o", (_, changes, views) => {
    expect(viewsOf(row(1, changes))).toEqual(views);
  });

  it("elsewhere at the instant at which it wakes, and not a millisecond sooner", () => {
    const asleep = row(1, { snoozed_until: "2026-11-22T12:00:00Z" });
    expect(viewsOf(asleep, new Date(now.getTime() - 1))).toEqual(["snoozed"]);
    expect(viewsOf(asleep, now)).toEqual(["unread", "all"]);
  });
});

describe("a list shows", () => {
  const ids = (rows: InboxRow[], edits: Edit[] = [], settled: { edit: Edit; at: string }[] = []) =>
    shownInbox({ rows, at }, { edits, settled }, { view: "unread", now }).map(({ id }) => id);
  const done: Edit = { key: "1", ids: ["2"], change: { archived: true } };

  it("the newest first, and what has woken at the time it woke", () => {
    const woken = row(1, { snoozed_until: new Date(now.getTime() - 98.5 * 60_000).toISOString() });
    expect(ids([row(3), row(2), woken])).toEqual(["3", "2", "1"].sort((a, b) => Number(b) - Number(a)));
    const later = row(1, { snoozed_until: new Date(now.getTime() - 60_000).toISOString() });
    expect(ids([row(3), row(2), later])).toEqual(["1", "3", "2"]);
  });

  it("what is done here at once, and as it was where it is refused", () => {
    expect(ids([row(3), row(2)], [done])).toEqual(["3"]);
    expect(ids([row(3), row(2)])).toEqual(["3", "2"]);
  });

  it("what was confirmed since it was read, and nothing from before", () => {
    expect(ids([row(2)], [], [{ edit: done, at: "2026-11-22T12:00:00.000001+00:00" }])).toEqual([]);
    expect(ids([row(2)], [], [{ edit: done, at }])).toEqual(["2"]);
  });

  it("what is taken back, read or unread as it was", () => {
    const back: Edit = { key: "2", ids: ["2"], change: { archived: false } };
    expect(ids([row(2)], [done, back])).toEqual(["2"]);
    expect(ids([row(2, { read_at: "2026-11-20T00:00:00Z" })], [done, back])).toEqual([]);
  });

  it("what all-read of the bell reads, and what is put to sleep as gone", () => {
    expect(ids([row(3), row(2)], [{ key: "1", through: 2, read: true, markedAt: null }])).toEqual(["3"]);
    const sleep: Edit = { key: "1", ids: ["3"], change: { snoozed_until: "2026-11-23T12:00:00Z" } };
    expect(ids([row(3), row(2)], [sleep])).toEqual(["2"]);
  });

  it("the row that an address leads to, in whatever view it is", () => {
    const rows = [row(2, { archived_at: at, read_at: at }), row(1, { read_at: at })];
    const shown = shownInbox({ rows, at }, { edits: [], settled: [] }, { view: "unread", now, opened: "2" });
    expect(shown.map(({ id }) => id)).toEqual(["2"]);
  });
});
