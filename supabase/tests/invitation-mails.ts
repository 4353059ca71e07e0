import { simpleParser } from "mailparser";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Send } from "@/lib/notifications/channels/channel";
import { composer } from "@/lib/notifications/delivery/compose";
import { runWorker } from "@/lib/notifications/delivery/worker";
import { answerUrls } from "@/lib/notifications/invitations/link";
import { type MailTest, startMailTest } from "@/local/mailbox/mail-test";
import { limits, partsAt } from "./delivery-ground";
import { minute, toldMember } from "./told-member";

export const invitationSecret = "a secret of at least thirty-two characters";
const site = "https://app.example.com";

type Member = ReturnType<typeof toldMember>;

/** A member who reads Hebrew and is told by mail of meetings; before each test one was agreed, with a lead of its own. */
export function invitationMails() {
  const member = toldMember();
  let mailbox: MailTest;
  let meetingId: string;
  beforeAll(async () => void (mailbox = await startMailTest()));
  afterAll(() => mailbox.mailbox.stop());
  beforeEach(async () => {
    mailbox.mailbox.mails.clear();
    meetingId = await agreeMeeting(member);
  });
  const ask = (sql: string, ...values: unknown[]) => member.pool().query(sql, values);
  const change = (to: string) => ask(`update public.meetings set ${to} where id = $1`, meetingId);
  const move = () => change("starts_at = '2040-12-04T10:00:00Z', ends_at = '2040-12-04T10:30:00Z'");

  const byMail: Send = ({ id, destination, message }) =>
    mailbox.send(message, { id, to: destination.address });
  const compose = composer({
    siteUrl: site,
    unsubscribeUrl: () => null,
    invitations: {
      organizer: { name: "OvenAI", address: "news@example.com" },
      answerUrls: (link) => answerUrls(link, site, [invitationSecret]),
    },
    now: () => Date.parse(member.clock()),
  });
  const work = (email: Send) =>
    runWorker(partsAt(member.pool(), member.clock, { senders: { email }, compose }), limits, () => true);
  const sent = () => mailbox.mailbox.mails.list();

  /** The mails that leave within the next minutes, oldest first, by the product's own worker and channel. */
  async function mails(email = byMail) {
    mailbox.mailbox.mails.clear();
    await onlyFor(member);
    await work(email);
    member.later(3 * minute);
    await work(email);
    return Promise.all(sent().toReversed().map(read));
  }
  async function onlyMail(email?: Send) {
    const [mail, ...others] = await mails(email);
    if (!mail || others.length > 0) throw new Error(`${others.length + (mail ? 1 : 0)} mails arrived`);
    return mail;
  }
  return { member, ask, mails, onlyMail, change, move, work, byMail, sent, meetingId: () => meetingId };
}

async function agreeMeeting(member: Member): Promise<string> {
  await member.set({
    email_notifications: { calendlyBookings: true },
    notification_schedule: { timezone: "Asia/Jerusalem" },
  });
  await member.pool().query(
    `insert into public.user_app_preferences (user_id, interface_settings) values ($1, '{"language": "he"}')
     on conflict (user_id) do update set interface_settings = excluded.interface_settings`,
    [member.world().people.member],
  );
  const { projectId } = member.world();
  const lead = await member.pool().query<{
    id: string;
  }>("insert into public.leads (project_id, name) values ($1, 'יוסי בר, בע\"מ') returning id", [projectId]);
  await member.pool().query("delete from public.notifications");
  const made = await member.pool().query<{ id: string }>(
    `insert into public.meetings (project_id, lead_id, starts_at, ends_at)
     values ($1, $2, '2040-12-03T08:30:00Z', '2040-12-03T09:00:00Z') returning id`,
    [projectId, lead.rows[0]?.id],
  );
  return made.rows[0]?.id ?? "";
}

/** The others in the project are told, too. */
async function onlyFor(member: Member) {
  await member
    .pool()
    .query("delete from public.notifications where user_id <> $1", [member.world().people.member]);
  await member
    .pool()
    .query("update public.notifications set created_at = $1, occurred_at = $1 where routed_at is null", [
      member.clock(),
    ]);
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
