import { describe, expect, it } from "vitest";
import { sampleMessage } from "@/lib/testing/sample-messages";
import { headersOf, messageIdOf, threadIdOf } from "./headers";

const from = "news@example.com";

describe("the headers of a mail", () => {
  it("name the way to stop by https first, and by mail second where somebody reads the mailbox", () => {
    const message = sampleMessage("heat", "en");
    const https = "<https://app.example.com/api/unsubscribe/AbCd-1234_xyz>";
    expect(headersOf(message, from, null)["List-Unsubscribe"]).toBe(https);
    expect(headersOf(message, from, "stop@example.com")["List-Unsubscribe"]).toBe(
      `${https}, <mailto:stop@example.com?subject=unsubscribe%20AbCd-1234_xyz>`,
    );
    expect(headersOf(message, from, null)["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  });

  it("name no way to stop what nobody turns off", () => {
    expect(Object.keys(headersOf(sampleMessage("security", "en"), from, "stop@example.com"))).toEqual([
      "Auto-Submitted",
      "X-Auto-Response-Suppress",
      "Content-Language",
      "List-Id",
    ]);
  });

  it("are ASCII on one line, whatever the address of the link has", () => {
    const message = sampleMessage("heat", "he");
    const url = "https://דוגמה.example.com/api/unsubscribe/a\r\nBcc: x?q=ש";
    const headers = headersOf({ ...message, unsubscribe: { url, label: "x" } }, from, null);
    for (const value of Object.values(headers)) expect(value).toMatch(/^[\x20-\x7e]+$/);
  });

  it("take no line break or bracket from an id, and tell two threads apart", () => {
    expect(messageIdOf("1>\r\nBcc: x", from)).toBe("<1Bccx@example.com>");
    expect(threadIdOf("lead 1", from)).not.toBe(threadIdOf("lead 2", from));
    expect(threadIdOf("lead 1", from)).toBe(threadIdOf("lead 1", from));
  });
});
