import { expect, it } from "vitest";
import { writeCursor } from "./cursor";
import { readCursor } from "./page";

const cursor = {
  at: "2026-11-22T10:00:00.123456+00:00",
  id: "7a1c6ad8-7d8b-4f0c-9f3e-0d3a4b5c6d7e",
  key: null,
};

it("a cursor comes out of an address as it went in, to the microsecond", () => {
  expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  for (const key of ["", "dana_levi", "דנה", "1200.50"])
    expect(readCursor(writeCursor({ ...cursor, key }))).toEqual({ ...cursor, key });
});

it.each([undefined, "", "_", "yesterday", `${cursor.at}_1`, `x_${cursor.id}`, [writeCursor(cursor)]])(
  "%j is no cursor",
  (text) => expect(readCursor(text)).toBeNull(),
);
