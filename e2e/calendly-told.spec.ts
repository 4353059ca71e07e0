import { expect, test } from "./fixtures";
import { calendly } from "./harness/calendly";
import { connect, connectionOf, kindsTold, ownerWithLead } from "./harness/calendly-people";
import { mailsTo } from "./harness/mailbox";
import type { Owner } from "./harness/people";
import { alwaysOpen } from "./harness/quiet-hours";
import type { Rows } from "./harness/rows";
import { open, signIn } from "./harness/steps";

/** The person has been told so; the mail, which waits for them to read it in the app, goes once two minutes have passed. */
async function isTold(rows: Rows, { userId, email }: Owner, kinds: string[], subject: RegExp) {
  await expect.poll(() => kindsTold(rows, { userId })).toEqual(kinds);
  await rows.pool.query(
    "update public.notifications set occurred_at = occurred_at - interval '2 minutes' where user_id = $1",
    [userId],
  );
  const subjects = async () => {
    await rows.pool.query(
      "update private.deliveries set not_before = now() where user_id = $1 and status = 'pending'",
      [userId],
    );
    return (await mailsTo(email)).map((mail) => mail.subject).join("\n");
  };
  await expect.poll(subjects, { timeout: 20_000 }).toMatch(subject);
}

test("what a lead books, moves and cancels in Calendly is told by bell and mail, and stands so at the lead", async ({
  page,
  rows,
}) => {
  const { owner, leadId, email, host } = await ownerWithLead(rows, "Carmen");
  await rows.pool.query(
    "insert into public.user_notification_settings (user_id, notification_schedule) values ($1, $2)",
    [owner.userId, alwaysOpen],
  );
  await signIn(page, owner);
  await connect(page, host);
  await expect.poll(async () => (await connectionOf(rows, owner))?.told_by).toBe("webhook");
  await open(page, `/leads/${leadId}`);
  const chat = page.getByRole("region", { name: "Conversation" });

  const invitee = await calendly.book({ host, email, name: "Lena", start: "2040-12-03T08:30:00Z" });
  await isTold(rows, owner, ["meeting.booked"], /Lena Lead booked a meeting/);
  // The open page hears of it.
  await expect(chat).toContainText(/Dec 3, 2040Meeting·8:30/);
  const moved = await calendly.move(invitee, "2040-12-04T08:30:00Z");
  await isTold(rows, owner, ["meeting.booked", "meeting.rescheduled"], /Lena Lead.*moved/);
  await expect(chat).toContainText(/Dec 4, 2040Meeting·8:30/);
  await expect(chat).not.toContainText("Dec 3, 2040");
  await calendly.cancel(moved);
  await isTold(
    rows,
    owner,
    ["meeting.booked", "meeting.rescheduled", "meeting.canceled"],
    /Lena Lead.*cancel/,
  );
  await expect(chat).toContainText(/Dec 4, 2040Meeting.*anceled/);
});
