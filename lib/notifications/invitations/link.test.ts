import { describe, expect, it } from "vitest";
import { locales } from "@/lib/vocabulary/locales";
import { signLink } from "../unsubscribe/link";
import { type AnswerLink, answerUrls, readAnswerLink, signAnswerLink } from "./link";

const secret = "a secret of at least thirty-two characters";
const link: AnswerLink = {
  meetingId: "5f0f9a52-0b1b-4b3e-8d7e-2f4f3f6f7a10",
  userId: "3f2b8c1e-9d4a-4e7f-8a6b-0c1d2e3f4a5b",
  sequence: 3,
  locale: "he",
};

describe("the link of an invitation", () => {
  it.each(locales)("says which meeting, whose and of which sequence, and the language: %s", (locale) => {
    for (const sequence of [0, 255, 256, 2 ** 31 - 1]) {
      const own = { ...link, locale, sequence };
      expect(readAnswerLink(signAnswerLink(own, secret), [secret])).toEqual(own);
    }
  });

  it("is no link of anybody as soon as one bit of it differs: no other meeting, person or sequence", () => {
    const bytes = Buffer.from(signAnswerLink(link, secret), "base64url");
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(readAnswerLink(changed.toString("base64url"), [secret])).toBeNull();
    }
  });

  it("is signed for this alone: the link that turns messages off answers nothing", () => {
    const { userId, locale } = link;
    const other = signLink({ userId, locale, channel: "email", category: "leadUpdates" }, secret);
    expect(readAnswerLink(other, [secret])).toBeNull();
  });

  it("works on with an older secret, and with none that did not sign it", () => {
    const token = signAnswerLink(link, secret);
    expect(readAnswerLink(token, ["a newer secret of thirty-two characters", secret])).toEqual(link);
    expect(readAnswerLink(token, ["a newer secret of thirty-two characters"])).toBeNull();
  });

  it("is two addresses of one token, one for each answer, and absent where no secret is", () => {
    const urls = answerUrls(link, "https://a.example.com", [secret]);
    const token = signAnswerLink(link, secret);
    expect(urls).toEqual({
      accept: `https://a.example.com/api/meeting-answers/${token}?answer=accepted`,
      decline: `https://a.example.com/api/meeting-answers/${token}?answer=declined`,
    });
    expect(answerUrls(link, "https://a.example.com", [])).toBeNull();
  });
});
