import { createHmac } from "node:crypto";
import fc from "fast-check";
import { getExpectedTwilioSignature, validateRequest } from "twilio/lib/webhooks/webhooks";
import { describe, expect, it } from "vitest";
import { isSignedByTwilio } from "./signature";

const keys = { authToken: "12345", sharedKey: "shared" };
const url = "https://example.com/myapp.php?foo=1&bar=2";
const body = new URLSearchParams({
  To: "+18005551212",
  CallSid: "CA1234567890ABCDE",
  Caller: "+14158675310",
  Digits: "1234",
  From: "+14158675310",
}).toString();
const signature = "L/OH5YylLD5NRKLltdqwSvS0BnU=";

type Given = Partial<{ url: string; body: string; signature: string | null; settings: string }>;

const isSigned = (given: Given = {}, by: { authToken: string; sharedKey?: string } = keys) => {
  const headers = new Headers();
  if (given.signature !== null) headers.set("x-twilio-signature", given.signature ?? signature);
  if (given.settings !== undefined) headers.set("x-twilio-webhooks-signature-settings", given.settings);
  return isSignedByTwilio({ url: given.url ?? url, body: given.body ?? body, headers }, by);
};

const signed = (hash: string, key: string, text: string) =>
  createHmac(hash, key).update(text).digest("base64");

describe("a request of Twilio", () => {
  it("is known by the published example, and by a status report", () => {
    expect(isSigned()).toBe(true);
    const report = new URLSearchParams({
      AccountSid: "AC00000000000000000000000000000001",
      From: "+14155550199",
      MessageSid: "SM00000000000000000000000000000001",
      MessageStatus: "delivered",
      To: "+14155550100",
    }).toString();
    const at = "https://example.com/api/sms/status";
    expect(isSigned({ url: at, body: report, signature: "uD8j3qtQxcW+IZaV3hWE+j7GXN8=" })).toBe(true);
  });

  it("is known with and without the usual port in its address, whichever of them was signed", () => {
    expect(isSigned({ url: url.replace(".com", ".com:443") })).toBe(true);
    const withPort = signed("sha1", "12345", "https://example.com:443/aTo1");
    expect(isSigned({ url: "https://example.com/a", body: "To=1", signature: withPort })).toBe(true);
    expect(isSigned({ url: url.replace(".com", ".com:8443") })).toBe(false);
  });

  it("signs a field that comes twice with each of its values once", () => {
    const twice = signed("sha1", "12345", "https://example.com/aM1M2");
    expect(isSigned({ url: "https://example.com/a", body: "M=2&M=1&M=2", signature: twice })).toBe(true);
  });

  it("is known by a shared key and SHA-256 where its header announces them, and by nothing else then", () => {
    const text = "https://example.com/aBodyשלום";
    const given = { url: "https://example.com/a", body: new URLSearchParams({ Body: "שלום" }).toString() };
    const settings = "key=SK1,algorithm=HMAC_SHA256";
    const shared = signed("sha256", "shared", text);
    expect(isSigned({ ...given, signature: shared, settings })).toBe(true);
    expect(isSigned({ ...given, signature: shared })).toBe(false);
    expect(isSigned({ ...given, signature: shared, settings }, { authToken: "shared" })).toBe(false);
    expect(isSigned({ ...given, signature: signed("sha256", "12345", text), settings })).toBe(false);
    const sha1 = {
      ...given,
      signature: signed("sha1", "shared", text),
      settings: "algorithm=HMAC_SHA1,key=SK1",
    };
    expect(isSigned(sha1)).toBe(true);
  });

  it.each(["key=SK1,algorithm=HMAC_MD5", "key=SK1", "", "algorithm=toString", "algorithm=none"])(
    "is not known by an algorithm that we do not know: %j",
    (settings) => expect(isSigned({ settings })).toBe(false),
  );

  it("is refused where anything was changed, or is missing", () => {
    expect(isSigned({ body: body.replace("1234", "1235") })).toBe(false);
    expect(isSigned({ body: `${body}&More=1` })).toBe(false);
    expect(isSigned({ url: url.replace("bar=2", "bar=3") })).toBe(false);
    expect(isSigned({ url: url.replace("https", "http") })).toBe(false);
    expect(isSigned({ signature: null })).toBe(false);
    expect(isSigned({ signature: "" })).toBe(false);
    expect(isSigned({ signature: signature.toLowerCase() })).toBe(false);
    expect(isSigned({}, { authToken: "12346" })).toBe(false);
  });
});

describe("Twilio's own library", () => {
  const name = fc.stringMatching(/^[A-Za-z]{1,8}$/);
  const value = fc.string({ unit: "grapheme", maxLength: 20 });
  const fields = fc.uniqueArray(fc.tuple(name, value), { selector: ([one]) => one, maxLength: 6 });
  const host = fc.constantFrom("https://example.com", "http://example.com:8080", "https://example.com:443");
  const address = fc
    .tuple(host, fc.webPath(), fc.constantFrom("", "?a=1&b=%20", "?שלום=%D7%A9"))
    .map((parts) => parts.join(""));

  it("signs what is taken here, and whatever it refuses is refused here as well", () => {
    fc.assert(
      fc.property(address, fields, fc.string(), (at, given, more) => {
        const text = new URLSearchParams(given).toString();
        const sent = Object.fromEntries(new URLSearchParams(text));
        const made = getExpectedTwilioSignature(keys.authToken, at, sent);
        expect(isSigned({ url: at, body: text, signature: made })).toBe(true);
        const changed = { ...sent, Body: `${sent.Body ?? ""}${more}` };
        const body = new URLSearchParams(changed).toString();
        const theirs = validateRequest(
          keys.authToken,
          made,
          at,
          Object.fromEntries(new URLSearchParams(body)),
        );
        expect(isSigned({ url: at, body, signature: made })).toBe(theirs);
      }),
    );
  });
});
