import { expect, it } from "vitest";
import type { Talk, TalkEntry } from "./talk";
import { lineFrom, talkDays, withEarlier, withNewest } from "./talk-line";

const entry = (n: number, body = `${n}`): TalkEntry => ({
  id: `0a7e0000-0003-4000-8000-${String(n).padStart(12, "0")}`,
  kind: "note",
  at: `2026-11-${String(n).padStart(2, "0")}T10:00:00.000001+00:00`,
  direction: null,
  channel: null,
  state: null,
  subject: null,
  problem: null,
  form: null,
  media: null,
  body,
  actor: null,
});
/** A page as it is answered, newest first. */
const page = (numbers: number[], more = false): Talk => {
  const entries = numbers.map((n) => entry(n)).reverse();
  const last = entries.at(-1);
  return { entries, next: more && last ? { at: last.at, id: last.id } : null };
};
const bodies = ({ entries }: { entries: readonly TalkEntry[] }) => entries.map(({ body }) => body).join(" ");

it("stands oldest first, and the page before it in front, each entry once", () => {
  const line = lineFrom(page([5, 6, 7], true));
  expect(bodies(line)).toBe("5 6 7");
  const whole = withEarlier(line, page([3, 4, 5]));
  expect(bodies(whole)).toBe("3 4 5 6 7");
  expect(whole.next).toBeNull();
});

it("takes what is new and what was taken back, and keeps the time before", () => {
  const line = withEarlier(lineFrom(page([5, 6, 7], true)), page([3, 4], true));
  const now = withNewest(line, page([5, 7, 8], true));
  expect(bodies(now)).toBe("3 4 5 7 8");
  expect(now.next).toEqual(line.next);
});

it("begins anew where so much is new that the newest page no longer reaches what was there", () => {
  const line = withEarlier(lineFrom(page([5, 6, 7], true)), page([3, 4], true));
  const now = withNewest(line, page([10, 11, 12], true));
  expect(bodies(now)).toBe("10 11 12");
  expect(now.next?.id).toBe(entry(10).id);
});

it("of a conversation that fits one page is that page", () => {
  expect(bodies(withNewest(lineFrom(page([1, 2])), page([2, 3])))).toBe("2 3");
  expect(bodies(withNewest(lineFrom(page([1])), page([])))).toBe("");
});

it("has a heading for each day on the reader's clock", () => {
  const days = talkDays([entry(1), { ...entry(2), at: entry(1).at }, entry(3)], (at) => at.slice(8, 10));
  expect(days.map(({ day, entries }) => [day, entries.length])).toEqual([
    ["01", 2],
    ["03", 1],
  ]);
});
