import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { changedSecret, firstSecret, shownSecret, signedHeaders } from "./secrets";

const now = Date.now();
const dayMs = 86_400_000;
const body = '{"name":"דנה 😀"}';
const headersOf = (kept: string, at = now) => signedHeaders(kept, { id: "msg_1", body, now: at });
/** As the other side verifies, by the library of the standard. */
const isKnownBy = (secret: string, headers: Record<string, string>) => {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
};

describe("a signing secret", () => {
  it("signs as the standard's own library verifies, and as no other does", () => {
    const secret = firstSecret();
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(firstSecret()).not.toBe(secret);
    expect(isKnownBy(secret, headersOf(secret))).toBe(true);
    expect(isKnownBy(firstSecret(), headersOf(secret))).toBe(false);
    const headers = headersOf(secret);
    expect(isKnownBy(secret, { ...headers, "webhook-id": "msg_2" })).toBe(false);
    expect(headers["webhook-timestamp"]).toBe(String(Math.floor(now / 1_000)));
  });

  it("that was changed holds for a day beside the new one, and then no more", () => {
    const before = firstSecret();
    const kept = changedSecret(before, now - dayMs + 1_000);
    const after = shownSecret(kept);
    expect(after).not.toBe(before);
    expect([before, after].map((secret) => isKnownBy(secret, headersOf(kept)))).toEqual([true, true]);
    const over = changedSecret(before, now - dayMs);
    expect(isKnownBy(before, headersOf(over))).toBe(false);
    expect(isKnownBy(shownSecret(over), headersOf(over))).toBe(true);
  });

  it("that is changed twice keeps the one before alone", () => {
    const [first, second] = [firstSecret(), changedSecret(firstSecret(), now)];
    const third = changedSecret(changedSecret(first, now), now);
    expect(isKnownBy(first, headersOf(third))).toBe(false);
    expect(shownSecret(second)).not.toContain(" ");
    expect(headersOf(third)["webhook-signature"]?.split(" ")).toHaveLength(2);
  });
});
