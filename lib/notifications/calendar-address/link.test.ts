import fc from "fast-check";
import { expect, it } from "vitest";
import { signAnswerLink } from "../invitations/link";
import { readCalendarLink, signCalendarLink } from "./link";

const secret = "a secret of at least thirty-two characters";
const link = { userId: "5f0f9a52-0b1b-4b3e-8d7e-2f4f3f6f7a10", version: 7 };
const token = signCalendarLink(link, secret);

it("an address stands for its person and version, as one of the secrets signed it", () => {
  expect(readCalendarLink(token, ["another secret of thirty-two characters", secret])).toEqual(link);
  expect(readCalendarLink(token, ["another secret of thirty-two characters"])).toBeNull();
  expect(readCalendarLink(token, [])).toBeNull();
});

it("an address in which any letter is another stands for nothing", () => {
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom(..."Aa0_-."), (at, letter) => {
      fc.pre(token[at] !== letter);
      expect(readCalendarLink(token.slice(0, at) + letter + token.slice(at + 1), [secret])).toBeNull();
    }),
  );
});

it("no other link that we sign is an address, nor is an address without its ending", () => {
  const answer = signAnswerLink(
    { meetingId: link.userId, userId: link.userId, sequence: 0, locale: "en" },
    secret,
  );
  expect(readCalendarLink(`${answer}.ics`, [secret])).toBeNull();
  expect(readCalendarLink(token.replace(".ics", ""), [secret])).toBeNull();
});
