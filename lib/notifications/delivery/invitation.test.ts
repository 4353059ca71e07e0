import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/settings/json";
import {
  deliveryWith,
  destinationWith,
  idOf,
  noticeRowWith,
  recipientWith,
} from "@/lib/testing/delivery-rows";
import { readCalendar } from "@/lib/testing/read-calendar";
import { locales } from "@/lib/vocabulary/locales";
import type { DeliveryRow, NoticeRow, PersonRow } from "./answers";
import { type ComposeParts, composer } from "./compose";
import type { Group } from "./group";

const meetingId = "5f0f9a52-0b1b-4b3e-8d7e-2f4f3f6f7a10";
const url = ({ meetingId: meeting, userId, sequence, locale }: Record<string, unknown>) =>
  `https://app.example/${[meeting, userId, sequence, locale].join("/")}`;
const parts: ComposeParts = {
  siteUrl: "https://app.example",
  unsubscribeUrl: () => null,
  invitations: {
    organizer: { name: 'אבן בע"מ', address: "news@example.com" },
    answerUrls: (link) => ({ accept: `${url(link)}/yes`, decline: `${url(link)}/no` }),
  },
  now: () => Date.parse("2026-12-02T10:00:00Z"),
};

const told = (seq: number, kind: string, facts: JsonObject = {}) =>
  noticeRowWith({
    seq,
    category: "calendlyBookings",
    collapse_key: `meeting:${meetingId}`,
    params: {
      kind: `meeting.${kind}`,
      lead_name: "Dana Levi",
      meeting_id: meetingId,
      starts_at: "2026-12-03T08:30:00Z",
      ends_at: "2026-12-03T09:15:00Z",
      sequence: seq - 1,
      ...facts,
    },
  });
const [booked, moved, canceled] = [told(1, "booked"), told(2, "rescheduled"), told(3, "canceled")];

type Given = {
  delivery?: Partial<DeliveryRow>;
  person?: Partial<PersonRow>;
  parts?: Partial<ComposeParts["invitations"]>;
};

function messageOf(rows: readonly NoticeRow[], given: Given = {}, channel: "email" | "push" = "email") {
  const [first, ...rest] = rows.map((row) => ({ delivery: deliveryWith(row.seq, given.delivery), row }));
  if (!first) throw new Error("a group has a row");
  const group: Group = {
    id: first.delivery.id,
    recipient: recipientWith(given.person),
    items: [first, ...rest],
  };
  return composer({ ...parts, invitations: { ...parts.invitations, ...given.parts } })(group, channel);
}
const calendarOf = async (...given: Parameters<typeof messageOf>) => (await messageOf(...given)).calendar;

const read = (text = "") => readCalendar(text).value;

describe("the mail about a meeting", () => {
  it("that was booked invites the person to it, from the sender of all mails", async () => {
    const calendar = await calendarOf([booked]);
    expect(calendar).toMatchObject({
      method: "REQUEST",
      answers: {
        accept: `https://app.example/${meetingId}/${booked.user_id}/0/en/yes`,
        decline: `https://app.example/${meetingId}/${booked.user_id}/0/en/no`,
      },
    });
    const value = read(calendar?.text);
    expect(["uid", "sequence", "dtstart", "dtend", "dtstamp", "summary"].map(value)).toEqual([
      meetingId,
      "0",
      "2026-12-03T08:30:00Z",
      "2026-12-03T09:15:00Z",
      "2026-12-02T10:00:00Z",
      "Meeting with Dana Levi",
    ]);
    expect([value("organizer"), value("attendee")]).toEqual([
      "mailto:news@example.com",
      "mailto:dana@example.com",
    ]);
    expect(calendar?.text).toContain('ORGANIZER;CN="אבן בע\u05f4מ":');
  });

  it("that was moved asks anew under the next sequence, and one that was canceled is taken back in words, too", async () => {
    expect(await calendarOf([moved])).toMatchObject({
      method: "REQUEST",
      text: expect.stringContaining("SEQUENCE:1\r\n"),
    });
    const message = await messageOf([canceled]);
    expect(message.calendar).toMatchObject({
      method: "CANCEL",
      answers: null,
      text: expect.stringContaining("SEQUENCE:2\r\n"),
    });
    expect(message.subject).toBe("The meeting with Dana Levi was canceled");
    expect(read(message.calendar?.text)("comment")).toContain("The meeting with Dana Levi was canceled\n");
  });

  it("is the same text at every attempt of one message, and of another time where it is another message", async () => {
    const at = (carried_at: string, attempts: number) =>
      calendarOf([booked], { delivery: { carried_at, attempts } });
    const first = await at("2026-12-02T10:00:00Z", 1);
    expect(await at("2026-12-02T10:00:00Z", 4)).toEqual(first);
    expect((await at("2026-12-02T11:00:00Z", 1))?.text).toContain("DTSTAMP:20261202T110000Z");
  });

  it.each(["reminder", "no_show"])("of kind %s changes no calendar", async (kind) => {
    expect(await calendarOf([told(1, kind)])).toBeNull();
  });

  it.each([
    ["no end", { ends_at: null }],
    ["no sequence: its business has no place for one", { sequence: null }],
    ["a sequence that is none", { sequence: "1" }],
    ["no id", { meeting_id: "m" }],
    ["no name", { lead_name: "" }],
  ])("with %s invites nobody", async (_, facts) => {
    expect(await calendarOf([told(1, "booked", facts)])).toBeNull();
  });

  it("invites nobody where nothing can be signed, nobody sends, or the address is gone or none", async () => {
    expect(await calendarOf([booked], { parts: { answerUrls: () => null } })).toBeNull();
    expect(await calendarOf([booked], { parts: { organizer: null } })).toBeNull();
    expect(await calendarOf([booked], { delivery: { destination_id: idOf(5) } })).toBeNull();
    const destinations = [destinationWith({ address: "dana" })];
    expect(await calendarOf([booked], { person: { destinations } })).toBeNull();
  });

  it("invites each address of a person as itself", async () => {
    const destinations = [
      destinationWith(),
      destinationWith({ id: idOf(902), address: "\u200fDana@Example.org" }),
    ];
    const calendar = await calendarOf([booked], {
      person: { destinations },
      delivery: { destination_id: idOf(902) },
    });
    expect(read(calendar?.text)("attendee")).toBe("mailto:Dana@example.org");
  });

  it("alone carries an invitation: other channels do not", async () => {
    expect(await calendarOf([booked], {}, "push")).toBeNull();
  });

  it.each(locales)(
    "says in %s where one answers, and shows no link to whom a calendar is shown",
    async (language) => {
      const person = { preferences: { interface_settings: { language } } };
      const calendar = await calendarOf([booked], { person });
      const value = read(calendar?.text);
      expect(value("description")).toMatch(/^[^\n]{30,}\.$/);
      expect(value("description") + value("summary")).not.toMatch(/mail\.answer|notifications\.invitation/);
      expect(calendar?.text.replaceAll("\r\n ", "")).not.toMatch(/\/(yes|no)/);
      expect(read((await calendarOf([moved], { person }))?.text)("description")).toBe(value("description"));
    },
  );
});

describe("a mail about several things", () => {
  it("that happened to one meeting carries it as it is now, in whatever order they came", async () => {
    for (const rows of [
      [booked, moved],
      [moved, booked],
    ])
      expect((await calendarOf(rows))?.text).toContain("SEQUENCE:1\r\n");
    expect(await calendarOf([booked, canceled, moved])).toMatchObject({ method: "CANCEL" });
    const [again, gone] = [told(4, "booked"), told(5, "canceled")];
    const calendar = await calendarOf([canceled, again, gone]);
    expect(read(calendar?.text)("comment")).toContain("was canceled");
    expect((await calendarOf([canceled, again]))?.method).toBe("REQUEST");
    expect((await calendarOf([booked, told(2, "reminder")]))?.text).toContain("SEQUENCE:0\r\n");
  });

  it("of which one is a meeting carries none, nor does one about two meetings", async () => {
    const other = told(4, "booked", { meeting_id: idOf(7) });
    for (const rows of [
      [booked, other],
      [booked, noticeRowWith({ seq: 9 })],
      [noticeRowWith({ seq: 1 }), moved],
    ])
      expect(await calendarOf(rows)).toBeNull();
  });
});
