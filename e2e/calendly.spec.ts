import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { addresses } from "./harness/addresses";
import { calendly } from "./harness/calendly";
import { card, connect, connectionOf, kindsTold, ownerWithLead, path } from "./harness/calendly-people";
import { watch } from "./harness/canary";
import type { Owner } from "./harness/people";
import { inMinutes, sleepFor } from "./harness/quiet-hours";
import type { Rows } from "./harness/rows";
import { isOn, open, reload, settingSwitch, signIn } from "./harness/steps";

/** On which channels the person's reminders stand how. */
const reminders = async (rows: Rows, { userId }: Owner) => {
  const { rows: found } = await rows.pool.query<[string, string, string]>({
    text: `select d.channel, d.status, d.reason from private.deliveries d
      join public.notifications n on n.id = d.notification_id
      where d.user_id = $1 and n.category = 'meetingReminders' and d.status = 'pending' order by d.channel`,
    values: [userId],
    rowMode: "array",
  });
  return found;
};

/** The time comes for the first reminder of the lead's meeting. */
const remind = (rows: Rows, leadId: string) =>
  rows.pool.query(
    `update private.planned_notifications set due_at = now() where dedupe_key = (
       select p.dedupe_key from private.planned_notifications p where p.lead_id = $1 order by p.due_at limit 1)`,
    [leadId],
  );

/** The inbox says of the reminder that it waits, and why. */
async function isHeld(page: Page, lead: string, email: string) {
  await open(page, "/notifications");
  await page
    .getByRole("button", { name: new RegExp(`^Why am I getting this\\?.*Meeting with .*${lead}`) })
    .click();
  const fates = page.getByRole("region", { name: "What happened on each channel" });
  const mail = fates.getByRole("listitem").filter({ hasText: /^Email/ });
  await expect(mail).toHaveText(new RegExp(`^EmailWaits until .*Held by your quiet hours\\. ${email}$`));
}

test("a person connects Calendly; what leads book there is in the bell and on the lead, quiet hours hold its reminder, moved it is told once, and disconnected nothing opens it any more", async ({
  page,
  rows,
}) => {
  const { owner, leadId, email, host } = await ownerWithLead(rows, "Cora");
  await sleepFor(rows, owner, 45);
  await signIn(page, owner);
  await connect(page, host);
  await expect(page).toHaveURL(new URL(path, addresses.app).href);
  await expect(card(page)).toContainText(host);
  await isOn(settingSwitch(page, "Use Calendly"));
  await expect.poll(async () => (await connectionOf(rows, owner))?.told_by).toBe("webhook");

  const start = inMinutes(75);
  const invitee = await calendly.book({ host, email, name: "Lena", start });
  await expect.poll(() => kindsTold(rows, owner)).toEqual(["meeting.booked"]);
  await page.getByRole("button", { name: /^Notifications/ }).click();
  await expect(page.getByText("Lena Lead booked a meeting")).toBeVisible();
  await open(page, `/leads/${leadId}`);
  const day = new Date(start).toLocaleDateString("en-US", {
    month: "short",
    day: "numeric",
    timeZone: "UTC",
  });
  await expect(page.getByRole("main")).toContainText(`Meeting${day}`);

  await remind(rows, leadId);
  await expect
    .poll(() => reminders(rows, owner), { timeout: 20_000 })
    .toEqual([["email", "pending", "quiet"]]);
  await isHeld(page, "Lena Lead", owner.email);

  await calendly.move(invitee, "2040-12-04T08:30:00Z");
  await expect.poll(() => kindsTold(rows, owner)).toEqual(["meeting.booked", "meeting.rescheduled"]);
  const { rows: meetings } = await rows.pool.query(
    "select status, starts_at, sequence from public.meetings where lead_id = $1",
    [leadId],
  );
  expect(meetings).toEqual([
    { status: "scheduled", sequence: 1, starts_at: new Date("2040-12-04T08:30:00Z") },
  ]);

  const before = await connectionOf(rows, owner);
  await open(page, path);
  await card(page).getByRole("button", { name: "Disconnect: Calendly" }).click();
  await expect(page.getByRole("dialog")).toContainText("no new bookings come in");
  await page.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(card(page)).toContainText("Not connected");
  await reload(page);
  await expect(card(page).getByRole("button", { name: "Connect: Calendly" })).toBeVisible();
  expect(await connectionOf(rows, owner)).toMatchObject({ status: "disconnected", sealed: null });
  const { urls } = await calendly.held();
  expect(urls.filter((url) => url.endsWith(String(before?.id)))).toEqual([]);
});

test("what opens an account is in no page, no file of the person, no frame of the socket, no storage of the device, no log and no dump of the database", async ({
  page,
  rows,
}) => {
  const { owner, email, host } = await ownerWithLead(rows, "Cleo");
  const everything = watch(page);
  const known = new Set((await calendly.held()).tokens);
  await signIn(page, owner);
  await connect(page, host);
  await expect.poll(async () => (await connectionOf(rows, owner))?.told_by).toBe("webhook");
  const canaries = (await calendly.held()).tokens.filter((token) => !known.has(token));
  expect(canaries.length).toBeGreaterThan(1);
  await calendly.book({ host, email, name: "Lena", start: "2040-12-03T08:30:00Z" });
  await expect.poll(() => kindsTold(rows, owner)).toEqual(["meeting.booked"]);
  await reload(page);
  const everywhere = await everything(rows);
  // The search itself would find one: of the person's rows, and of the frames by which their page was told.
  expect(everywhere).toContain(email);
  expect(everywhere).toContain("postgres_changes");
  for (const canary of canaries) expect(everywhere.includes(canary)).toBe(false);
});

test("declining over there connects nothing, and says so", async ({ page, rows }) => {
  const { owner } = await ownerWithLead(rows, "Cilla");
  await signIn(page, owner);
  await open(page, path);
  await card(page).getByRole("button", { name: "Connect: Calendly" }).click();
  await page.getByRole("button", { name: "Decline" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "You declined" })).toBeVisible();
  expect(await connectionOf(rows, owner)).toBeUndefined();
});
