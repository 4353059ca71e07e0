import { z } from "zod";
import { expect, test } from "./fixtures";
import { addresses } from "./harness/addresses";
import { addLead, addMember, newOwner, signUp } from "./harness/people";
import { alwaysOpen } from "./harness/quiet-hours";
import { open, openBell, signIn } from "./harness/steps";

const sent = z.array(z.object({ channel: z.string(), to: z.string(), text: z.string() }));

/** What went to a number, newest first. */
async function textsTo(number: string): Promise<string[]> {
  const answer = await fetch(`${addresses.mailbox}/api/sent?to=${encodeURIComponent(number)}`);
  return sent.parse(await answer.json()).map(({ text }) => text);
}

const mails = z.array(z.object({ subject: z.string() }));

async function subjectsTo(email: string): Promise<string[]> {
  const answer = await fetch(`${addresses.mailbox}/api/messages?to=${encodeURIComponent(email)}`);
  return mails.parse(await answer.json()).map(({ subject }) => subject);
}

test("a number is added, proved by a code, and then told of a lead that turns burning", async ({
  page,
  rows,
}) => {
  const [owner, member] = [await newOwner("Ora"), await signUp("Pola")];
  await addMember(rows.pool, owner, member);
  const leadId = await addLead(rows.pool, owner.projectId, "Quinn Lead", "hot");
  const number = `+97250${String(2_000_000 + Math.floor(Math.random() * 900_000))}`;
  await signIn(page, member);
  await open(page, "/settings/destinations");
  const card = page.getByRole("region", { name: "SMS" });
  await card.getByLabel("Mobile number").fill(number);
  await card.getByRole("button", { name: "Add" }).click();
  const row = card.getByRole("listitem").filter({ hasText: number });
  await expect(row).toContainText("Not verified");

  await row.getByRole("button", { name: "Send a code" }).click();
  await expect.poll(() => textsTo(number)).toHaveLength(1);
  const [text = ""] = await textsTo(number);
  const code = /\b\d{6}\b/.exec(text)?.[0] ?? "";
  await row.getByLabel("Code").fill(code === "000000" ? "111111" : "000000");
  await row.getByRole("button", { name: "Confirm" }).click();
  await expect(row).toContainText("That is not the code.");
  await row.getByLabel("Code").fill(code);
  await row.getByRole("button", { name: "Confirm" }).click();
  await expect(row).toContainText("Working");
  await page.reload();
  await expect(row).toContainText("Working");

  await rows.pool.query(
    `insert into public.user_notification_settings (user_id, sms_notifications, notification_schedule)
     values ($1, '{"heatProgressions": true}', $2)`,
    [member.userId, alwaysOpen],
  );
  await rows.pool.query("update public.leads set heat = 'burning' where id = $1", [leadId]);
  await expect.poll(() => textsTo(number), { timeout: 20_000 }).toHaveLength(2);
  expect((await textsTo(number))[0]).toContain("Quinn Lead");
  await expect
    .poll(async () => {
      const { rows: found } = await rows.pool.query(
        `select d.status, d.provider_status from private.deliveries d
         join public.notifications n on n.id = d.notification_id
         where d.user_id = $1 and d.channel = 'sms' and n.lead_id = $2`,
        [member.userId, leadId],
      );
      return found;
    })
    .toMatchObject([{ status: "sent", provider_status: "delivered" }]);
});

test("“Send me one now” arrives, and a paused address gets nothing until it is resumed", async ({ page }) => {
  const person = await newOwner("Rina");
  await signIn(page, person);
  await open(page, "/settings/destinations");
  const row = page.getByRole("region", { name: "Email" }).getByRole("listitem");
  // Confirmed with the account, and nothing has gone there yet.
  await expect(row).toContainText("Ready");
  await row.getByRole("button", { name: /^Send me one now/ }).click();
  await expect.poll(() => subjectsTo(person.email)).toContain("This is what a notification looks like here");
  await expect(row).toContainText("Working");
  await row.getByRole("button", { name: /^Pause/ }).click();
  await expect(row).toContainText("You paused this destination.");
  await expect(row.getByRole("button", { name: /^Send me one now/ })).toHaveCount(0);
  await page.reload();
  await row.getByRole("button", { name: /^Resume/ }).click();
  await expect(row).toContainText("Working");
});

test("a mail waits for the person to read it in the app, and is not sent where they do", async ({
  page,
  rows,
}) => {
  const person = await newOwner("Sami");
  const leads = [
    await addLead(rows.pool, person.projectId, "Read Lead", "cold"),
    await addLead(rows.pool, person.projectId, "Unread Lead", "cold"),
  ];
  await rows.pool.query(
    "insert into public.user_notification_settings (user_id, notification_schedule) values ($1, $2)",
    [person.userId, alwaysOpen],
  );
  await rows.pool.query("update public.leads set heat = 'hot' where id = any($1)", [leads]);
  const states = async () => {
    const { rows: found } = await rows.pool.query(
      `select l.name, d.status, d.reason from private.deliveries d
       join public.notifications n on n.id = d.notification_id join public.leads l on l.id = n.lead_id
       where d.user_id = $1 and d.channel = 'email' order by l.name`,
      [person.userId],
    );
    return found;
  };
  await expect.poll(states, { timeout: 20_000 }).toMatchObject([{ reason: "grace" }, { reason: "grace" }]);
  await signIn(page, person);
  await open(page, `/leads/${leads[0]}`);
  await openBell(page);
  await page
    .getByRole("button", { name: /^Mark as read: .*Read Lead/ })
    .first()
    .click();
  // Two minutes pass.
  await rows.pool.query(
    "update public.notifications set occurred_at = occurred_at - interval '2 minutes' where user_id = $1",
    [person.userId],
  );
  await rows.pool.query(
    "update private.deliveries set not_before = now() where user_id = $1 and status = 'pending'",
    [person.userId],
  );
  await expect.poll(states, { timeout: 20_000 }).toEqual([
    { name: "Read Lead", status: "suppressed", reason: "read" },
    { name: "Unread Lead", status: "sent", reason: "sent" },
  ]);
  expect((await subjectsTo(person.email)).filter((subject) => subject.includes("Lead"))).toEqual([
    expect.stringContaining("Unread Lead"),
  ]);
});
