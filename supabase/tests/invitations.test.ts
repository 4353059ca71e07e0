import { describe, expect, it } from "vitest";
import type { Send } from "@/lib/notifications/channels/channel";
import { readAnswerLink } from "@/lib/notifications/invitations/link";
import { readCalendar } from "@/lib/testing/read-calendar";
import { invitationSecret, invitationMails } from "./invitation-mails";
import { minute } from "./told-member";

const { member, ask, mails, onlyMail, change, move, work, byMail, meetingId, sent } = invitationMails();
const linksIn = (text: string) => [...text.matchAll(/\/api\/meeting-answers\/([\w-]+)\?answer=(\w+)/g)];

describe("a meeting with a lead, told by mail", () => {
  it("is an invitation on the wire: one text/calendar beside text and HTML, its method in its type", async () => {
    const { raw, calendar } = await onlyMail();
    const parts = [...raw.matchAll(/^Content-Type: ([\w/]+)(.*(?:\r\n[ \t].*)*)/gm)].map(([, type, rest]) =>
      type === "text/calendar" ? `${type}${rest?.replace(/\s+/g, " ")}` : type,
    );
    expect(parts).toEqual([
      "multipart/mixed",
      "multipart/alternative",
      "text/plain",
      "text/html",
      "text/calendar; charset=utf-8; method=REQUEST",
      "application/ics",
    ]);
    expect(
      calendar.split("\r\n").filter((line) => /^[A-Z]/.test(line) && !/^(DESC|URL|ATTENDEE)/.test(line)),
    ).toEqual(
      [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//OvenAI//Meetings//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:REQUEST",
        "BEGIN:VEVENT",
        `UID:${meetingId()}`,
        "SEQUENCE:0",
        "DTSTAMP:20261202T120300Z",
        "DTSTART:20401203T083000Z",
        "DTEND:20401203T090000Z",
        "STATUS:CONFIRMED",
        'SUMMARY:פגישה עם יוסי בר\\, בע"מ',
        'ORGANIZER;CN="OvenAI":mailto:news@example.com',
        "END:VEVENT",
        "END:VCALENDAR",
        "",
      ].filter((line) => line !== ""),
    );
  });

  it("booked, moved and canceled is one meeting under 0, 1 and 2, and a new name alone is told to nobody", async () => {
    const { rows } = await member
      .pool()
      .query("select email from auth.users where id = $1", [member.world().people.member]);
    const booked = readCalendar((await onlyMail()).calendar);
    await ask(
      "update public.leads set name = 'יוסי' where id = (select lead_id from public.meetings where id = $1)",
      meetingId(),
    );
    expect(await mails()).toEqual([]);
    await move();
    const moved = readCalendar((await onlyMail()).calendar);
    await change("status = 'canceled'");
    const canceled = readCalendar((await onlyMail()).calendar);
    const seen = [booked, moved, canceled].map(({ method, value, user }) => [
      method,
      value("uid"),
      value("sequence"),
      value("dtstart"),
      user("attendee").address,
    ]);
    const guest = `mailto:${rows[0].email}`;
    expect(seen).toEqual([
      ["REQUEST", meetingId(), "0", "2040-12-03T08:30:00Z", guest],
      ["REQUEST", meetingId(), "1", "2040-12-04T10:00:00Z", guest],
      ["CANCEL", meetingId(), "2", "2040-12-04T10:00:00Z", guest],
    ]);
  });

  it("says in the mail alone where it is answered: that meeting, by that person, of that sequence", async () => {
    const { text, html, calendar } = await onlyMail();
    expect(linksIn(calendar.replaceAll("\r\n ", ""))).toEqual([]);
    for (const said of [text, html.replaceAll("&amp;", "&")]) {
      const links = linksIn(said);
      expect(links.map(([, , answer]) => answer)).toEqual(["accepted", "declined"]);
      for (const [, token = ""] of links)
        expect(readAnswerLink(token, [invitationSecret])).toEqual({
          meetingId: meetingId(),
          userId: member.world().people.member,
          sequence: 0,
          locale: "he",
        });
    }
    expect(html).toContain("תשובה שנשלחת מתוכנת היומן לא מגיעה אלינו");
  });

  it("that is canceled says so in its subject and its text, and asks nothing", async () => {
    await mails();
    await change("status = 'canceled'");
    const { subject, text, html } = await onlyMail();
    expect([subject, text, html].map((said) => said?.includes("בוטלה"))).toEqual([true, true, true]);
    expect(linksIn(text + html)).toEqual([]);
  });

  it("is the same mail, byte for byte in its calendar, when the provider takes it at the third attempt only", async () => {
    const tried: string[] = [];
    const reluctant: Send = async (dispatch, signal) => {
      tried.push(dispatch.message.calendar?.text ?? "");
      if (tried.length < 3) return { outcome: "retry", reason: "network", afterSeconds: null };
      return byMail(dispatch, signal);
    };
    await mails(reluctant);
    for (let hour = 0; hour < 2; hour += 1) {
      member.later(60 * minute);
      await work(reluctant);
    }
    expect(tried).toHaveLength(3);
    expect(new Set(tried).size).toBe(1);
    expect(sent()).toHaveLength(1);
  });
});
