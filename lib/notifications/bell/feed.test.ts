import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyAnswer,
  beginRead,
  cancelRead,
  confirmRead,
  emptyFeed,
  feedPageSize,
  hasHole,
  hearHint,
  shownRows,
  shownUnread,
  type Feed,
} from "./feed";
import { countedUnread, type FeedAnswer } from "@/lib/notifications/notification";
import { fakeNotificationServer } from "@/lib/testing/fake-notification-server";

const shown = (feed: Feed) => ({ rows: shownRows(feed), unread: shownUnread(feed) });
const unreadSeqs = (feed: Feed) =>
  shownRows(feed)
    .filter((row) => row.read_at === null)
    .map((row) => row.seq);

function serverWith(count: number) {
  const server = fakeNotificationServer(() => 1_800_000_000_000_000);
  for (let made = 0; made < count; made += 1) server.insert();
  return server;
}

describe("answers", () => {
  /** Every answer a server could have given during a random history, oldest first. */
  const history = fc
    .array(fc.oneof(fc.constant("insert"), fc.constant("hidden"), fc.nat(40)), { maxLength: 60 })
    .map((deeds) => {
      const server = serverWith(0);
      const answers: FeedAnswer[] = [server.read(0)];
      for (const deed of deeds) {
        if (typeof deed === "string") server.insert(deed === "hidden");
        else {
          const id = server.ids()[deed];
          if (id) server.mark({ ids: [id], read: deed % 3 > 0 }).commit();
          else server.hide(deed);
        }
        answers.push(server.read(0));
      }
      return answers;
    });

  it("lead to the newest answer, in whatever order and however often they arrive", () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (answers, choices) => {
        const [newest] = answers.slice(-1);
        if (!newest) return;
        const order = [...answers, ...answers]
          .map((answer) => ({ answer, rank: choices.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank);
        const feed = order.reduce((known, { answer }) => applyAnswer(known, answer), emptyFeed);
        expect(shown(feed)).toEqual(shown(applyAnswer(emptyFeed, newest)));
        expect(hasHole(feed)).toBe(false);
      }),
    );
  });

  it("are ordered by microseconds, which PostgreSQL writes without trailing zeros", () => {
    const server = serverWith(1);
    const answer = { ...server.read(0), at: "2026-11-22T10:00:00.1+00:00" };
    const later = { ...answer, unread: 7, at: "2026-11-22T10:00:00.100001+00:00" };
    expect(applyAnswer(applyAnswer(emptyFeed, later), answer).unread).toBe(7);
    expect(applyAnswer(applyAnswer(emptyFeed, answer), later).unread).toBe(7);
  });

  it("keep the newest page and the server's own count", () => {
    const feed = applyAnswer(emptyFeed, serverWith(45).read(0));
    expect(shownRows(feed).map((row) => row.seq)).toEqual(
      Array.from({ length: feedPageSize }, (_, n) => 45 - n),
    );
    expect(shownUnread(feed)).toBe(45);
  });

  it("bring the meetings of the newest, and none where it names none", () => {
    const meetings = [{ starts_at: "2026-01-01T10:00:00Z", ends_at: "2026-01-01T11:00:00Z" }];
    const at = (minute: number) => `2026-01-01T09:0${minute}:00Z`;
    const told = applyAnswer(emptyFeed, { rows: [], head: 1, unread: 0, at: at(1), meetings });
    expect(told.meetings).toEqual(meetings);
    expect(applyAnswer(told, { rows: [], head: 1, unread: 0, at: at(0) }).meetings).toEqual(meetings);
    expect(applyAnswer(told, { rows: [], head: 1, unread: 0, at: at(2) }).meetings).toEqual([]);
  });

  it("remove notifications that the person may no longer see", () => {
    const server = serverWith(3);
    const before = applyAnswer(emptyFeed, server.read(0));
    server.hide(2);
    expect(shownRows(applyAnswer(before, server.read(3))).map((row) => row.seq)).toEqual([3, 1]);
  });
});

describe("a hint", () => {
  it("beyond the known rows opens a hole; an answer up to the head closes it, even if the rows are hidden", () => {
    const server = serverWith(2);
    const known = hearHint(applyAnswer(emptyFeed, server.read(0)), 5);
    expect(hasHole(known)).toBe(true);
    for (let made = 0; made < 3; made += 1) server.insert(true);
    expect(hasHole(applyAnswer(known, server.read(2)))).toBe(false);
  });

  it("about a known row opens no hole", () => {
    expect(hasHole(hearHint(applyAnswer(emptyFeed, serverWith(2).read(0)), 1))).toBe(false);
  });
});

describe("marking", () => {
  const start = () => {
    const server = serverWith(3);
    return { server, feed: applyAnswer(emptyFeed, server.read(0)), ids: server.ids() };
  };

  it("shows at once and is taken back when refused", () => {
    const { feed, ids } = start();
    const marked = beginRead(feed, { key: "a", ids: ids.slice(0, 1), read: true });
    expect([unreadSeqs(marked), shownUnread(marked)]).toEqual([[2, 1], 2]);
    expect(shown(cancelRead(marked, "a"))).toEqual(shown(feed));
  });

  it("all leaves notifications unread that arrive after the press", () => {
    const { server, feed } = start();
    const marked = beginRead(feed, { key: "a", through: feed.cursor, read: true, markedAt: null });
    expect(shownUnread(marked)).toBe(0);
    server.insert();
    const later = applyAnswer(marked, server.read(3));
    expect([unreadSeqs(later), shownUnread(later)]).toEqual([[4], 1]);
  });

  it("can be undone, and counts rows outside the page by the server's number", () => {
    const server = serverWith(40);
    const feed = applyAnswer(emptyFeed, server.read(0));
    const read = beginRead(feed, { key: "a", ids: server.ids().slice(0, 2), read: true });
    expect(shownUnread(read)).toBe(38);
    const undone = beginRead(read, { key: "b", ids: server.ids().slice(0, 1), read: false });
    expect(shownUnread(undone)).toBe(39);
  });

  it("leaves a count that stopped at its limit as it is, until the server counts again", () => {
    const server = serverWith(140);
    const feed = applyAnswer(emptyFeed, server.read(0));
    expect(shownUnread(feed)).toBe(countedUnread);
    const marked = beginRead(feed, { key: "a", ids: server.ids().slice(0, 5), read: true });
    expect(shownUnread(marked)).toBe(countedUnread);
  });

  it("holds against an answer that the server gave before it", () => {
    const { server, feed, ids } = start();
    const before = server.read(3);
    const marked = beginRead(feed, { key: "a", ids: ids.slice(0, 1), read: true });
    const confirmed = confirmRead(marked, "a", server.mark({ ids: ids.slice(0, 1), read: true }).commit());
    const late = applyAnswer(confirmed, before);
    expect([unreadSeqs(late), shownUnread(late)]).toEqual([[2, 1], 2]);
    expect(late.edits).toEqual([]);
  });

  it("of all is known by the moment of its first batch, by which it is taken back", () => {
    const { server, feed } = start();
    const all = { through: 3, read: true, markedAt: null };
    const first = server.markBatch(all).commit();
    const last = { ...first, at: "2027-01-15T08:00:09+00:00" };
    const confirmed = confirmRead(beginRead(feed, { ...all, key: "a" }), "a", last);
    const back = { ...all, key: "b", read: false, markedAt: first.marked_at };
    expect(unreadSeqs(beginRead(confirmed, back))).toEqual([3, 2, 1]);
  });

  it("gives way to a later mark of another device", () => {
    const { server, feed, ids } = start();
    const confirmed = confirmRead(
      beginRead(feed, { key: "a", ids, read: true }),
      "a",
      server.mark({ ids, read: true }).commit(),
    );
    server.mark({ ids: ids.slice(2), read: false }).commit();
    const later = applyAnswer(confirmed, server.read(3));
    expect([unreadSeqs(later), shownUnread(later)]).toEqual([[1], 1]);
  });
});
