import { describe, expect, it } from "vitest";
import { noon, situationWith } from "@/lib/testing/delivery-situations";
import { decide } from "./decide";

/** The outcome and the reason, at noon. */
const said = (...given: Parameters<typeof situationWith>) => {
  const { outcome, reason } = decide(situationWith(...given), noon);
  return `${outcome} ${reason}`;
};

describe("nothing is sent", () => {
  it.each([
    ["on a channel that the platform cannot send on", { configured: false }, "suppress notConfigured"],
    ["to somebody who has left the project", { mayRead: false }, "suppress noAccess"],
    ["where there is no address", { place: null }, "suppress noDestination"],
    ["to an address that is not proven", { place: { verified: false } }, "suppress unverified"],
    ["to an address that bounced, and it says so", { place: { disabled: "bounced" } }, "suppress bounced"],
    ["at the instant at which it expires", { notice: { expiresAt: noon } }, "expire expired"],
    ["that they know already", { notice: { dealtWithAt: noon } }, "suppress read"],
    ["that a later one tells anew", { notice: { collapsedAt: noon } }, "suppress collapsed"],
  ])("%s", (_, given, expected) => expect(said(given)).toBe(expected));

  it("is said by the first reason: the platform's before the person's, access before the address", () => {
    expect(said({ configured: false, mayRead: false })).toBe("suppress notConfigured");
    expect(said({ mayRead: false, place: null })).toBe("suppress noAccess");
    expect(said({ place: null, notice: { expiresAt: noon } })).toBe("suppress noDestination");
    expect(said({ notice: { expiresAt: noon, dealtWithAt: noon } })).toBe("expire expired");
  });
});

describe("what is mandatory", () => {
  const mandatory = { notice: { mandatory: true } };

  it("is sent whatever the person wishes, and says that it is", () => {
    expect(said({ ...mandatory, wishes: { on: false, frequency: "weekly" } })).toBe("send mandatory");
  });

  it("is sent though they know of it", () => {
    expect(said({ notice: { mandatory: true, dealtWithAt: noon } })).toBe("send mandatory");
  });

  it("is not sent to who has left, nor to nowhere, nor too late, nor where a later one tells it", () => {
    expect(said({ ...mandatory, mayRead: false })).toBe("suppress noAccess");
    expect(said({ ...mandatory, place: null })).toBe("suppress noDestination");
    expect(said({ notice: { mandatory: true, expiresAt: noon } })).toBe("expire expired");
    expect(said({ notice: { mandatory: true, collapsedAt: noon } })).toBe("suppress collapsed");
  });
});

it("a moment before it expires, it is sent", () => {
  expect(said({ notice: { expiresAt: "2026-12-02T12:00:00.001Z" } })).toBe("send wanted");
});

describe("WhatsApp", () => {
  const openAt = (windowUntil: string | null) =>
    decide(situationWith({ channel: "whatsapp", place: { windowUntil } }), noon).trace;

  it("takes free text within the 24 hours of the person's last message, and a template after them", () => {
    expect(openAt("2026-12-02T12:00:01Z")).toEqual([
      { rule: "window", outcome: "pass", inputs: { open: true } },
    ]);
    for (const until of [noon, null]) expect(openAt(until)).toMatchObject([{ inputs: { open: false } }]);
  });

  it("alone has such a window", () => {
    expect(decide(situationWith({ channel: "sms" }), noon).trace).toEqual([]);
  });
});
