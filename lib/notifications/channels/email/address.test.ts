import { describe, expect, it } from "vitest";
import { readAddress, readAddressList } from "./address";

describe("an address", () => {
  it.each(["200e", "200f", "202a", "202e", "2066", "2069", "061c", "feff", "00ad", "00a0", "200b"])(
    "loses the invisible mark U+%s at either end, which would lead to another domain",
    (code) => {
      const mark = String.fromCodePoint(Number.parseInt(code, 16));
      expect(readAddress(`${mark}dana@example.com${mark}`)).toBe("dana@example.com");
      expect(readAddress(`dana@exam${mark}ple.com`)).toBe("dana@example.com");
    },
  );

  it("keeps the case of its first part, which belongs to the mailbox, and no other", () => {
    expect(readAddress(" Dana.Cohen@Example.COM ")).toBe("Dana.Cohen@example.com");
  });

  it("has its domain in ASCII", () => {
    expect(readAddress("dana@דוגמה.com")).toBe(`dana@${new URL("http://דוגמה.com").hostname}`);
  });

  it.each([
    "",
    "dana",
    "@example.com",
    "dana@",
    "a b@example.com",
    "דנה@example.com",
    "dana@example",
    "a@b@c.com",
  ])("is refused where it is none: %j", (text) => expect(readAddress(text)).toBeNull());

  it.each([
    "dana@example.com\r\nBcc: x@example.com",
    "dana@example.com>",
    "<dana@example.com",
    '"x"@example.com',
  ])("is refused where it would end a header or an envelope: %j", (text) =>
    expect(readAddress(text)).toBeNull(),
  );
});

describe("a list of addresses", () => {
  it("is parted by commas, semicolons, Arabic ones and new lines, and each piece is judged alone", () => {
    expect(
      readAddressList("a@x.com, b@x.com; c@x.com\u060cd@x.com\u061be@x.com\nwrong@\r\n f@x.com ,"),
    ).toEqual({
      addresses: ["a@x.com", "b@x.com", "c@x.com", "d@x.com", "e@x.com", "f@x.com"],
      refused: ["wrong@"],
    });
  });

  it("takes the address of a named piece, and each address once", () => {
    const { addresses, refused } = readAddressList('מנכ"ל <a@x.com>, b@x.com, a@x.com');
    expect([addresses, refused]).toEqual([["a@x.com", "b@x.com"], []]);
  });
});
