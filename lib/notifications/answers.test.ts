import { expect, it } from "vitest";
import { feedAnswer } from "./answers";
import type { FeedAnswer } from "./notification";
import { fakeNotificationServer } from "@/lib/testing/fake-notification-server";

function answer(): FeedAnswer {
  const server = fakeNotificationServer(() => 1_800_000_000_000_000);
  server.insert();
  return server.read(0);
}

it("an answer keeps every column that the bell shows", () => {
  expect(feedAnswer.parse(answer())).toEqual(answer());
});

it("a notification of a later release is accepted: its unknown kind stays, its unknown column is dropped", () => {
  const { rows, ...rest } = answer();
  const later = rows.map((row) => ({ ...row, category: "horoscope", params: { stars: [5] } }));
  const told = { ...rest, rows: later.map((row) => ({ ...row, later_column: 1 })), later: true };
  expect(feedAnswer.parse(told)).toEqual({ ...rest, rows: later });
});

it.each([
  ["seq", "7"],
  ["seq", 1.5],
  ["read_at", undefined],
  ["params", null],
  ["id", "7"],
])("a notification whose %s is %j is refused: database and page do not fit", (key, value) => {
  const { rows, ...rest } = answer();
  const broken = { ...rest, rows: rows.map((row) => ({ ...row, [key]: value })) };
  expect(feedAnswer.safeParse(broken).success).toBe(false);
});
