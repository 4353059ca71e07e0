import { describe, expect, it } from "vitest";
import { aMessage, anItem } from "../message.test-support";
import { segmentsOf, smsText } from "./text";

const to = "+972502345678";
const url = "https://ovenai.test/lead/1";

describe("what an SMS says", () => {
  it("is what happened and the address, and the title once", () => {
    expect(smsText(aMessage(), to)).toBe(`Dana Levi is burning\nShe was cold this morning.\n${url}`);
    const items = [anItem("A lead is burning", "She was cold.")] as const;
    const other = aMessage({ subject: "News", items });
    expect(smsText(other, to)).toBe(`News\nA lead is burning\nShe was cold.\n${url}`);
  });

  it("of a bundle lists what it holds", () => {
    const items = [anItem("Dana is burning", "x"), anItem("Omer is hot", "y")] as const;
    const message = aMessage({ subject: "2 leads", intro: "Since noon:", items });
    expect(smsText(message, to)).toBe(`2 leads\nSince noon:\nDana is burning\nOmer is hot\n${url}`);
  });

  it("says nothing of its content where the reader hides it", () => {
    expect(smsText(aMessage({ hidden: true, locale: "he" }), to)).toBe(`יש לך משהו חדש.\n${url}`);
  });

  it("names the word that ends such messages where carriers ask for it", () => {
    expect(smsText(aMessage(), "+12125550100")).toMatch(/\nReply STOP to end$/);
  });

  it.each([
    ["Latin letters", "burning leads of the summer ", "..."],
    ["Hebrew letters", "לידים בוערים של הקיץ ", "…"],
    ["Arabic letters", "عملاء محتملون ساخنون ", "…"],
    ["one emoji among Latin letters", "burning 🔥 leads of the summer ", "…"],
  ])("takes three segments at most, cut at a word and never in its address: %s", (_, words, ellipsis) => {
    const text = smsText(aMessage({ items: [anItem("Dana Levi is burning", words.repeat(60))] }), to);
    expect(segmentsOf(text)).toBe(3);
    const [, body = "", address] = text.split("\n");
    expect(address).toBe(url);
    expect(body.endsWith(ellipsis)).toBe(true);
    const kept = body.slice(0, -ellipsis.length);
    expect(words.repeat(60).charAt(kept.length)).toBe(" ");
  });

  it("counts segments as the networks do", () => {
    expect(segmentsOf("a".repeat(160))).toBe(1);
    expect(segmentsOf("a".repeat(161))).toBe(2);
    expect(segmentsOf("€".repeat(81))).toBe(2);
    expect(segmentsOf("ש".repeat(70))).toBe(1);
    expect(segmentsOf("ש".repeat(71))).toBe(2);
    expect(segmentsOf("ش".repeat(134))).toBe(2);
  });
});
