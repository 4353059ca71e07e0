import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { readCalendar } from "@/lib/testing/read-calendar";
import { calendarText, type Invitation } from "./calendar-text";

const invitation: Invitation = {
  method: "REQUEST",
  uid: "5f0f9a52-0b1b-4b3e-8d7e-2f4f3f6f7a10",
  sequence: 0,
  sentAt: "2026-11-29T12:05:00.750Z",
  startsAt: "2026-12-01T08:30:00Z",
  endsAt: "2026-12-01T09:00:00Z",
  summary: "Meeting with Dana Levi",
  description: "It begins on Dec 1.",
  url: "https://app.example.com/leads/1",
  organizer: { name: "OvenAI", address: "news@example.com" },
  attendee: { name: "Noa", address: "noa@example.com" },
};
const textOf = (change: Partial<Invitation> = {}) => calendarText({ ...invitation, ...change });

const unfolded = (text: string) => text.replaceAll("\r\n ", "");
const linesOf = (text: string) => unfolded(text).split("\r\n");

afterEach(() => void vi.unstubAllEnvs());

describe("an invitation", () => {
  it.each(["UTC", "America/New_York", "Asia/Jerusalem"])(
    "has its hours in UTC on a machine in %s, to the second",
    (zone) => {
      vi.stubEnv("TZ", zone);
      expect(linesOf(textOf())).toEqual(
        expect.arrayContaining([
          "DTSTAMP:20261129T120500Z",
          "DTSTART:20261201T083000Z",
          "DTEND:20261201T090000Z",
        ]),
      );
      expect(textOf()).not.toMatch(/TZID|VTIMEZONE|RRULE/);
      expect(readCalendar(textOf()).value("dtstart")).toBe("2026-12-01T08:30:00Z");
    },
  );

  it("names its meeting, its sequence, who asks and who is asked, in words that another program reads", () => {
    const { method, value, user } = readCalendar(textOf({ sequence: 3 }));
    expect([method, value("uid"), value("sequence"), value("status")]).toEqual([
      "REQUEST",
      invitation.uid,
      "3",
      "CONFIRMED",
    ]);
    expect(user("organizer")).toEqual({ name: "OvenAI", address: "mailto:news@example.com" });
    expect(user("attendee")).toEqual({ name: "Noa", address: "mailto:noa@example.com" });
    expect([value("summary"), value("url")]).toEqual([invitation.summary, invitation.url]);
  });

  it("that is taken back says so in its method and its state, of the same meeting", () => {
    const { method, value } = readCalendar(textOf({ method: "CANCEL", sequence: 2 }));
    expect([method, value("status"), value("uid"), value("sequence")]).toEqual([
      "CANCEL",
      "CANCELLED",
      invitation.uid,
      "2",
    ]);
    expect([value("comment"), value("description")]).toEqual([invitation.description, "null"]);
  });

  it("takes no line from a name, a summary or a description", () => {
    const attack = 'x\r\nATTENDEE:mailto:eve@example.com\nBEGIN:VALARM\u2028\u0000;,:"\\n';
    const text = textOf({
      summary: attack,
      description: attack,
      organizer: { name: attack, address: "news@example.com" },
      attendee: { name: attack, address: "noa@example.com" },
    });
    expect(linesOf(text).map((line) => /^[A-Z-]*/.exec(line)?.[0])).toEqual(
      linesOf(textOf()).map((line) => /^[A-Z-]*/.exec(line)?.[0]),
    );
    expect(readCalendar(text).user("attendee").address).toBe("mailto:noa@example.com");
  });

  it("has commas, semicolons, backslashes and new lines as they were typed", () => {
    const typed = 'Budget; need, time\\line: "yes"\nCall בע"מ, then write';
    const text = textOf({ description: typed.replace("\n", "\r\n") });
    expect(text).toContain('Budget\\; need\\, time\\\\line: "yes"\\nCall');
    expect(readCalendar(text).value("description")).toBe(typed);
  });

  it("keeps a straight quote in the summary, and none in a name, where it would end it", () => {
    const name = 'יוסי, חברת בר בע"מ "הצפון"';
    const { value, user } = readCalendar(
      textOf({ summary: `פגישה עם ${name}`, attendee: { name, address: "a@b.co" } }),
    );
    expect(value("summary")).toBe(`פגישה עם ${name}`);
    expect(user("attendee").name).toBe("יוסי, חברת בר בע\u05f4מ 'הצפון'");
  });

  it("says nothing of a name that is not known", () => {
    expect(linesOf(textOf({ organizer: { name: "", address: "news@example.com" } }))).toContain(
      "ORGANIZER:mailto:news@example.com",
    );
  });

  it("has lines of at most 75 octets that break between letters, whatever is said in whatever script", () => {
    const words = fc.string({
      unit: fc.constantFrom("א", "ש", "ע", "a", "é", "😀", " ", ",", "\n"),
      minLength: 100,
      maxLength: 300,
    });
    fc.assert(
      fc.property(words, (description) => {
        const bytes = Buffer.from(textOf({ description }));
        for (const line of splitAtLines(bytes)) {
          expect(line.length).toBeLessThanOrEqual(75);
          expect(() => new TextDecoder("utf-8", { fatal: true }).decode(line)).not.toThrow();
        }
        expect(readCalendar(bytes.toString()).value("description")).toBe(description);
      }),
      { seed: 5545, numRuns: 200 },
    );
  });

  it("is the same text for the same facts", () => {
    expect(textOf()).toBe(textOf());
    expect(textOf().endsWith("END:VCALENDAR\r\n")).toBe(true);
  });
});

function splitAtLines(bytes: Buffer): Buffer[] {
  const at = bytes.indexOf("\r\n");
  return at < 0 ? [bytes] : [bytes.subarray(0, at), ...splitAtLines(bytes.subarray(at + 2))];
}
