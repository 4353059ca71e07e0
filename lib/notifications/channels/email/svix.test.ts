import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { verifiedEventId } from "./svix";

/** The vector that Svix publishes. */
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const body = new TextEncoder().encode('{"test": 2432232314}');
const good = {
  "svix-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
  "svix-timestamp": "1614265330",
  "svix-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
};
const nowSeconds = 1_614_265_330;

const verify = (
  headers: object = {},
  rest: Partial<{ body: Uint8Array; nowSeconds: number; secret: string }> = {},
) => {
  const sent = Object.entries({ ...good, ...headers }).filter(
    (pair): pair is [string, string] => pair[1] !== null,
  );
  return verifiedEventId({ secret, body, nowSeconds, headers: new Headers(sent), ...rest });
};

describe("the signature of an event", () => {
  it("is that of the published vector", () => expect(verify()).toBe(good["svix-id"]));

  it("may be one of several, in any order, beside versions that we do not know", () => {
    const other = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    expect(verify({ "svix-signature": `v1a,xyz ${other} ${good["svix-signature"]}` })).toBe(good["svix-id"]);
    expect(verify({ "svix-signature": `${good["svix-signature"]} ${other}` })).toBe(good["svix-id"]);
    expect(verify({ "svix-signature": other })).toBeNull();
  });

  it("holds five minutes, to either side, and no second longer", () => {
    for (const away of [-300, 300]) expect(verify({}, { nowSeconds: nowSeconds + away })).not.toBeNull();
    for (const away of [-301, 301]) expect(verify({}, { nowSeconds: nowSeconds + away })).toBeNull();
  });

  it.each([
    ["id", { "svix-id": "msg_other" }],
    ["time", { "svix-timestamp": "1614265331" }],
    ["version", { "svix-signature": good["svix-signature"].replace("v1", "v2") }],
    ["end", { "svix-signature": "v1,g0hM9SsE" }],
    ["missing id", { "svix-id": null }],
    ["missing time", { "svix-timestamp": null }],
    ["missing signature", { "svix-signature": null }],
    ["time that is none", { "svix-timestamp": "1614265330.5" }],
    ["empty signature", { "svix-signature": "v1," }],
  ])("is not that of another %s", (_, headers) => expect(verify(headers)).toBeNull());

  it("is that of the bytes: the same JSON written otherwise has another", () => {
    expect(verify({}, { body: new TextEncoder().encode('{"test":2432232314}') })).toBeNull();
    expect(verify({}, { secret: "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })).toBeNull();
  });
});

/** The library by which Svix's own signs and verifies. */
it("is what Svix's library makes of any body, and of no other", () => {
  const svix = new Webhook(secret);
  const at = new Date(nowSeconds * 1_000);
  const id = fc.stringMatching(/^msg_\w{1,20}$/);
  fc.assert(
    fc.property(id, fc.string({ unit: "grapheme" }), fc.string({ minLength: 1 }), (name, text, more) => {
      const headers = { "svix-id": name, "svix-signature": svix.sign(name, at, text) };
      const bytes = (of: string) => new TextEncoder().encode(of);
      expect(verify(headers, { body: bytes(text) })).toBe(name);
      expect(verify(headers, { body: bytes(`${text}${more}`) })).toBeNull();
    }),
  );
});
