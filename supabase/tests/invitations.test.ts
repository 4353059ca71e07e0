import { simpleParser } from "mailparser";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Send } from "@/lib/notifications/channels/channel";
import { composer } from "@/lib/notifications/delivery/compose";
import { runWorker } from "@/lib/notifications/delivery/worker";
import { answerUrls, readAnswerLink } from "@/lib/notifications/invitations/link";
import { readCalendar } from "@/lib/testing/read-calendar";
import { type MailTest, startMailTest } from "@/local/mailbox/mail-test";
import { limits, partsAt } from "./delivery-ground";
import { minute, toldMember } from "./told-member";

const secret = "a secret of at least thirty-two characters";
const site = "https://app.example.com";
const member = toldMember();
let mailbox: MailTest;
let meetingId: string;

beforeAll(async () => void (mailbox = await startMailTest()));
afterAll(() => mailbox.mailbox.stop());
beforeEach(async () => {
  mailbox.mailbox.mails.clear();
  await member.set({
    email_notifications: { calendlyBookings: true },
    notification_schedule: { timezone: "Asia/Jerusalem" },
  });
  await member.pool().query(
    `insert into public.user_app_preferences (user_id, interface_settings) values ($1, '{"language": "he"}')
     on conflict (user_id) do update set interface_settings = excluded.interface_settings`,
    [member.world().people.member],
  );
  await member
    .pool()
    .query("update public.leads set name = 'יוסי בר, בע\"מ' where id = $1", [member.world().leadId]);
  const { rows } = await member.pool().query<{ id: string }>(
    `insert into public.meetings (project_id, lead_id, starts_at, ends_at)
     values ($1, $2, '2040-12-03T08:30:00Z', '2040-12-03T09:00:00Z') returning id`,
    [member.world().projectId, member.world().leadId],
  );
  meetingId = rows[0]?.id ?? "";
});

const change = (to: string) =>
  member.pool().query(`update public.meetings set ${to} where id = $1`, [meetingId]);
const move = () => change("starts_at = '2040-12-04T10:00:00Z', ends_at = '2040-12-04T10:30:00Z'");

const byMail: Send = ({ id, destination, message }) => mailbox.send(message, { id, to: destination.address });
const compose = composer({
  siteUrl: site,
  unsubscribeUrl: () => null,
  invitations: {
    organizer: { name: "OvenAI", address: "news@example.com" },
    answerUrls: (link) => answerUrls(link, site, [secret]),
  },
  now: () => Date.parse(member.clock()),
});
const work = (email: Send) =>
  runWorker(partsAt(member.pool(), member.clock, { senders: { email }, compose }), limits, () => true);

/** The mails that leave within the next minutes, oldest first, by the product's own worker and channel. */
async function mails(email = byMail) {
  mailbox.mailbox.mails.clear();
  // The others in the project are told, too.
  await member
    .pool()
    .query("delete from public.notifications where user_id <> $1", [member.world().people.member]);
  await member
    .pool()
    .query("update public.notifications set created_at = $1, occurred_at = $1 where routed_at is null", [
      member.clock(),
    ]);
  await work(email);
  member.later(3 * minute);
  await work(email);
  return Promise.all(mailbox.mailbox.mails.list().toReversed().map(read));
}
async function read({ raw, text, html }: Awaited<ReturnType<MailTest["delivered"]>>) {
  const { attachments, subject } = await simpleParser(Buffer.from(raw, "latin1"));
  const calendar = attachments.find(({ contentType }) => contentType === "text/calendar");
  return {
    raw,
    subject,
    text: text ?? "",
    html: html ?? "",
    calendar: calendar?.content.toString("utf8") ?? "",
  };
}
async function onlyMail(email?: Send) {
  const [mail, ...others] = await mails(email);
  if (!mail || others.length > 0) throw new Error(`${others.length + (mail ? 1 : 0)} mails arrived`);
  return mail;
}
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
        `UID:${meetingId}`,
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
    await member.pool().query("update public.leads set name = 'יוסי' where id = $1", [member.world().leadId]);
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
      ["REQUEST", meetingId, "0", "2040-12-03T08:30:00Z", guest],
      ["REQUEST", meetingId, "1", "2040-12-04T10:00:00Z", guest],
      ["CANCEL", meetingId, "2", "2040-12-04T10:00:00Z", guest],
    ]);
  });

  it("says in the mail alone where it is answered: that meeting, by that person, of that sequence", async () => {
    const { text, html, calendar } = await onlyMail();
    expect(linksIn(calendar.replaceAll("\r\n ", ""))).toEqual([]);
    for (const said of [text, html.replaceAll("&amp;", "&")]) {
      const links = linksIn(said);
      expect(links.map(([, , answer]) => answer)).toEqual(["accepted", "declined"]);
      for (const [, token = ""] of links)
        expect(readAnswerLink(token, [secret])).toEqual({
          meetingId,
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
    expect(mailbox.mailbox.mails.list()).toHaveLength(1);
  });
});
