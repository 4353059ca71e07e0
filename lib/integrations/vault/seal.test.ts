import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isOfPrimary, seal, unseal, type Place } from "./seal";

const key = (id: string) => ({ id, key: randomBytes(32) });
const [older, newer] = [key("2025"), key("2026")];
const place: Place = { column: "tokens", userId: "u1", provider: "calendly" };

describe("what is sealed", () => {
  it("comes back as it was, in any script, and looks different each time", () => {
    for (const text of ["eyJ…", "אסימון 😀", "x".repeat(10_000)]) {
      const [one, two] = [seal([newer], text, place), seal([newer], text, place)];
      expect(unseal([newer], one, place)).toBe(text);
      expect(one).not.toBe(two);
      expect(one).not.toContain(text);
    }
  });

  it.each<Partial<Place>>([{ column: "webhook" }, { userId: "u2" }, { provider: "slack" }])(
    "opens nowhere but in its row and its column: %j",
    (other) => {
      expect(unseal([newer], seal([newer], "token", place), { ...place, ...other })).toBeNull();
    },
  );

  it("of two rows cannot be exchanged", () => {
    const another = { ...place, userId: "u2" };
    const [mine, theirs] = [seal([newer], "mine", place), seal([newer], "theirs", another)];
    expect([unseal([newer], theirs, place), unseal([newer], mine, another)]).toEqual([null, null]);
  });

  it("opens no more once a bit of it is changed, or a part of it is shortened", () => {
    const parts = seal([newer], "token", place).split(":");
    for (const at of [2, 3, 4]) {
      const bytes = Buffer.from(parts[at] ?? "", "base64url");
      const flipped = Buffer.from(bytes.map((byte, i) => (i === 0 ? byte ^ 1 : byte)));
      for (const changed of [flipped, bytes.subarray(0, -1)])
        expect(unseal([newer], parts.with(at, changed.toString("base64url")).join(":"), place)).toBeNull();
    }
    expect(unseal([newer], parts.with(0, "v2").join(":"), place)).toBeNull();
    expect(unseal([newer], "token", place)).toBeNull();
  });

  it("is made by the first key, and opened by each that is still there", () => {
    const old = seal([older], "token", place);
    expect(unseal([newer, older], old, place)).toBe("token");
    expect(unseal([newer], old, place)).toBeNull();
    expect([isOfPrimary([newer, older], old), isOfPrimary([older, newer], old)]).toEqual([false, true]);
    expect(() => seal([], "token", place)).toThrow("INTEGRATION_KEYS");
  });
});
