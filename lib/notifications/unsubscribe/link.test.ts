import { describe, expect, it } from "vitest";
import { locales } from "@/lib/vocabulary/locales";
import { readLink, signLink, unsubscribeUrl, type UnsubscribeLink } from "./link";

const secret = "a secret of at least thirty-two characters";
const link: UnsubscribeLink = {
  userId: "3f2b8c1e-9d4a-4e7f-8a6b-0c1d2e3f4a5b",
  channel: "email",
  category: "leadUpdates",
  locale: "he",
};

describe("the link of a message", () => {
  it.each(locales)("says whom, what and in which language: %s", (locale) => {
    for (const channel of ["email", "push", "sms", "whatsapp"] as const) {
      const own = { ...link, channel, locale };
      expect(readLink(signLink(own, secret), [secret])).toEqual(own);
    }
  });

  it("works on for ever: this one stands in a mail that was sent long ago", () => {
    const sent = "AT8rjB6dSk5_imsMHS4_SltoZTplbWFpbDpsZWFkVXBkYXRlc0v41leZ5uf8fub5D_0X6oo";
    expect(readLink(sent, [secret])).toEqual(link);
  });

  it("works on with an older secret, and with none that did not sign it", () => {
    const token = signLink(link, secret);
    expect(readLink(token, ["a newer secret of thirty-two characters", secret])).toEqual(link);
    expect(readLink(token, ["a newer secret of thirty-two characters"])).toBeNull();
    expect(readLink(token, [])).toBeNull();
  });

  it("is no link of anybody as soon as one bit of it differs", () => {
    const bytes = Buffer.from(signLink(link, secret), "base64url");
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(readLink(changed.toString("base64url"), [secret])).toBeNull();
    }
  });

  it.each(["", "x", "a".repeat(47), "../../x", "a".repeat(5_000), "é".repeat(50)])(
    "is refused where it is none",
    (token) => {
      expect(readLink(token, [secret])).toBeNull();
    },
  );

  it("is short enough for one line of a header, and absent where no secret is", () => {
    const url = unsubscribeUrl(
      { ...link, category: "bantQualifications", channel: "whatsapp" },
      "https://a.example.com",
      [secret],
    );
    expect(url).toMatch(/^https:\/\/a\.example\.com\/api\/unsubscribe\/[\w-]{40,100}$/);
    expect(unsubscribeUrl(link, "https://a.example.com", [])).toBeNull();
  });
});
