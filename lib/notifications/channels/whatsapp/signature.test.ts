import { describe, expect, it } from "vitest";
import { isSameSecret, isSignedByMeta } from "./signature";

const secret = "test-app-secret";
const bytes = (text: string) => new TextEncoder().encode(text);

describe("a body that Meta signed", () => {
  it("is known by its bytes", () => {
    const body = bytes('{"object":"whatsapp_business_account","entry":[]}');
    const header = "sha256=c84a394cc475525991e78ff16e430b02e47f953877d2af0ade26956ce6f384dc";
    expect(isSignedByMeta(body, header, secret)).toBe(true);
    expect(isSignedByMeta(body, header, "another")).toBe(false);
    expect(isSignedByMeta(bytes(""), header, secret)).toBe(false);
  });

  it("is no such thing with any bit changed, of what it says or of what signs it", () => {
    const body = bytes('{"object":"whatsapp_business_account","entry":[]}');
    const mac = Buffer.from("c84a394cc475525991e78ff16e430b02e47f953877d2af0ade26956ce6f384dc", "hex");
    const flipped = (from: Uint8Array, bit: number) =>
      Buffer.from(from).map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    const header = (given: Uint8Array) => `sha256=${Buffer.from(given).toString("hex")}`;
    for (let bit = 0; bit < body.length * 8; bit += 1)
      expect(isSignedByMeta(flipped(body, bit), header(mac), secret)).toBe(false);
    for (let bit = 0; bit < mac.length * 8; bit += 1)
      expect(isSignedByMeta(body, header(flipped(mac, bit)), secret)).toBe(false);
    expect(isSignedByMeta(body, header(mac), secret)).toBe(true);
  });

  it("is another one where its escaped letters were read and written anew", () => {
    const escaped = "sha256=8346dc55262a59fa4294d92a4ae47bcd8198fc62680bddc0d5417071dcb246a4";
    const plain = "sha256=a0bb7ced2d5f25ac157e247b194537b9946e57f3647228e2c0fce853acb3d4f8";
    const wire = bytes('{"text":"h\\u00e9llo \\ud83d\\ude00"}');
    expect(isSignedByMeta(wire, escaped, secret)).toBe(true);
    expect(isSignedByMeta(wire, plain, secret)).toBe(false);
    expect(isSignedByMeta(bytes('{"text":"héllo 😀"}'), plain, secret)).toBe(true);
  });

  it.each([
    null,
    "",
    "sha256=",
    "sha1=c84a394cc475525991e78ff16e430b02e47f9538",
    "c84a",
    `sha256=${"z".repeat(64)}`,
  ])("is not known by the header %j", (header) =>
    expect(isSignedByMeta(bytes("{}"), header, secret)).toBe(false),
  );
});

it("secrets are the same or not, whatever their length", () => {
  expect(isSameSecret("abc", "abc")).toBe(true);
  expect(isSameSecret("abc", "abcd")).toBe(false);
  expect(isSameSecret("", "abc")).toBe(false);
});
