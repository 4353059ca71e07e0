import { describe, expect, it } from "vitest";
import { readSender, senderText } from "./sender";

describe("a sender", () => {
  it.each([
    ['חברת אבן בע"מ <news@example.com>', "חברת אבן בע\u05f4מ"],
    ['"Stone, Ltd." <news@example.com>', "Stone, Ltd."],
    ['"The \\"Oven\\"" <news@example.com>', 'The "Oven"'],
    ["Stone; Ltd <news@example.com>", "Stone; Ltd"],
    ["news@example.com", ""],
    ["<news@example.com>", ""],
    ["\u200fעומר\u200f <news@example.com\u200f>", "עומר"],
  ])("%j has its name and its address apart", (text, name) => {
    expect(readSender(text)).toEqual({ name, address: "news@example.com" });
  });

  it.each(["", "OvenAI", "OvenAI <>", "OvenAI <news>", "a <b@x.com> c <d@x.com>"])("%j is none", (text) => {
    expect(readSender(text)).toBeNull();
  });

  it("is a quoted string for a service that takes one text", () => {
    expect(senderText({ name: 'A "B", C\\', address: "a@x.com" })).toBe('"A \\"B\\", C\\\\" <a@x.com>');
    expect(senderText({ name: "", address: "a@x.com" })).toBe("a@x.com");
  });

  it("never has a line break in its name", () => {
    expect(readSender("Oven\r\nBcc: x@x.com <news@example.com>")?.name).toBe("Oven Bcc: x@x.com");
  });
});
