import { expect, it } from "vitest";
import { wishOf } from "./opt-out";

it.each([
  "STOP",
  " stop ",
  "Stop.",
  "stop!",
  "Opt-out",
  "unsubscribe",
  "הסר",
  "הסר\u200f",
  '"הסר"',
  "توقف",
  "إلغاء",
])("%j asks us to stop", (text) => expect(wishOf(text)).toBe("stop"));

it.each(["START", "unstop", "Yes", "התחל", "ابدأ"])("%j asks us to start again", (text) =>
  expect(wishOf(text)).toBe("start"),
);

it.each(["", "stop calling me at home", "can we start on Monday?", "אל תפסיקו", "ok"])(
  "%j is a message to a person",
  (text) => expect(wishOf(text)).toBeNull(),
);
