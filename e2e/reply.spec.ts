import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { violations } from "./harness/axe";
import { mailsTo } from "./harness/mailbox";
import { addLead, connect, newEmail, newOwner, type Owner } from "./harness/people";
import type { Rows } from "./harness/rows";
import { open, reload, signIn } from "./harness/steps";

const entries = (page: Page) => page.getByRole("log", { name: "Conversation" }).getByRole("listitem");

/** Signed in, with this app's own address connected, before a lead of that address. */
async function before(page: Page, rows: Rows, owner: Owner, address: string) {
  const leadId = await addLead(rows.pool, owner.projectId, "Written Lead");
  await rows.pool.query("update public.leads set email = $2 where id = $1", [leadId, address]);
  await signIn(page, owner);
  await open(page, "/settings/integrations");
  const card = page.getByRole("region", { name: "Email", exact: true });
  await card.getByRole("button", { name: "Use this app’s address" }).click();
  await expect(card).toContainText("notifications@ovenai.example");
  await open(page, `/leads/${leadId}`);
  await page.getByRole("radio", { name: "Email" }).check({ force: true });
  return leadId;
}
async function write(page: Page, subject: string, text: string) {
  await page.getByRole("textbox", { name: "Subject" }).fill(subject);
  await page.getByRole("textbox", { name: "Write to Written Lead" }).fill(text);
}
const headerOf = (raw: string, name: string) =>
  raw
    .split(/\r\n(?![ \t])/)
    .find((line) => line.toLowerCase().startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim();

test("a mail to a lead is sent once however often it is pressed, under one's own name, in the lead's thread, and is in the line", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Rina", { lead: false });
  await rows.pool.query(
    "insert into public.user_app_preferences (user_id, integration_settings) values ($1, $2)",
    [owner.userId, { email: { from: "רינה, אבן", signature: "{{name}}\n{{project}}" } }],
  );
  const address = newEmail("written");
  const leadId = await before(page, rows, owner, address);
  await write(page, "הצעה לדירה", "שלום,\nהנה ההצעה.");
  await page.getByRole("button", { name: "Send email" }).dblclick();
  await expect(entries(page).last()).toContainText("הנה ההצעה.");
  await expect(entries(page).last()).toContainText("Sent · Email · You");
  await expect(page.getByRole("textbox", { name: "Write to Written Lead" })).toHaveValue("");
  await expect(page.getByRole("textbox", { name: "Subject" })).toHaveValue("הצעה לדירה");

  await page.getByRole("textbox", { name: "Write to Written Lead" }).fill("ועוד משהו.");
  await page.getByRole("button", { name: "Send email" }).click();
  // An entry is there while its mail is being sent.
  await expect(entries(page)).toContainText([/Sent · Email/, /Sent · Email/]);
  const mails = await mailsTo(address);
  expect(mails.map(({ subject }) => subject)).toEqual(["הצעה לדירה", "הצעה לדירה"]);
  expect(mails[1]?.from).toBe('"רינה, אבן" <notifications@ovenai.example>');
  expect(mails[1]?.text).toMatch(/^שלום,\nהנה ההצעה\.\n-- \nרינה, אבן\n/);
  const roots = mails.map(({ raw }) => headerOf(raw, "references"));
  expect(roots[0]).toMatch(/^<thread\./);
  expect(roots[1]).toBe(roots[0]);
  expect(mails.map(({ raw }) => headerOf(raw, "reply-to"))).toEqual([owner.email, owner.email]);
  const { rows: counted } = await rows.pool.query(
    "select direction from public.messages where lead_id = $1",
    [leadId],
  );
  expect(counted).toEqual([{ direction: "out" }, { direction: "out" }]);
  expect(await violations(page)).toEqual([]);
  await reload(page);
  await expect(entries(page)).toHaveCount(2);
});

test("a mail that did not go says why and stays, and is tried again by hand", async ({ page, rows }) => {
  const owner = await newOwner("Roni", { lead: false });
  const leadId = await before(page, rows, owner, `bounce+${newEmail("r")}`);
  await write(page, "Offer", "As we said");
  await page.getByRole("button", { name: "Send email" }).click();
  await expect(entries(page).last()).toContainText("Not sent There is no such mailbox.");
  const address = newEmail("mended");
  await rows.pool.query("update public.leads set email = $2 where id = $1", [leadId, address]);
  await entries(page).last().getByRole("button", { name: "Try again" }).click();
  await expect(entries(page).last()).toContainText("Sent · Email");
  await expect(entries(page)).toHaveCount(1);
  expect(await mailsTo(address)).toHaveLength(1);
});

test("who wants no mails gets none, from whichever page it is asked for", async ({ page, rows }) => {
  const owner = await newOwner("Ravid", { lead: false });
  const address = newEmail("quiet");
  const leadId = await before(page, rows, owner, address);
  await write(page, "Offer", "As we said");
  // A colleague notes it meanwhile: this page does not know yet.
  await rows.pool.query(
    "insert into public.lead_mail_stops (lead_id, project_id) select id, project_id from public.leads where id = $1",
    [leadId],
  );
  await page.getByRole("button", { name: "Send email" }).click();
  await expect(page.getByText("This lead wants no emails")).toBeVisible();
  await reload(page);
  await page.getByRole("radio", { name: "Email" }).check({ force: true });
  await expect(page.getByRole("textbox", { name: "Subject" })).toHaveCount(0);
  await page.getByRole("button", { name: "They want emails again" }).click();
  await expect(page.getByRole("textbox", { name: "Subject" })).toBeVisible();
  expect(await mailsTo(address)).toEqual([]);
});

test("where the lead books a meeting is put into the mail by a press, with their name and address filled in", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Rotem", { lead: false });
  await connect(rows.pool, owner, ["calendly"]);
  const type = { id: "t", name: "BANT", slug: "bant", minutes: 30, url: "https://calendly.test/rotem/bant" };
  await rows.pool.query("update public.integration_connections set details = $2 where user_id = $1", [
    owner.userId,
    { types: [type] },
  ]);
  const address = newEmail("booked");
  await before(page, rows, owner, address);
  await write(page, "A meeting", "When would it suit you?");
  await page.getByRole("button", { name: "Insert booking link" }).click();
  const link = `https://calendly.test/rotem/bant?name=Written+Lead&email=${encodeURIComponent(address)}`;
  const text = page.getByRole("textbox", { name: "Write to Written Lead" });
  await expect(text).toHaveValue(`When would it suit you?\n${link}`);
  await page.getByRole("button", { name: "Send email" }).click();
  await expect(entries(page).last()).toContainText("Sent · Email");
  expect((await mailsTo(address))[0]?.text).toContain(link);
});
