import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { addresses } from "./harness/addresses";
import { watch } from "./harness/canary";
import { addLead, newOwner } from "./harness/people";
import type { Rows } from "./harness/rows";
import { sentTo } from "./harness/sent";
import { open, reload, savingLine, signIn } from "./harness/steps";

const path = "/settings/integrations";
const card = (page: Page, name: string) => page.getByRole("region", { name });

/** Somebody who may be told at any hour. */
async function ownerWithoutHours(rows: Rows, name: string) {
  const owner = await newOwner(name);
  await rows.pool.query(
    `insert into public.user_notification_settings (user_id, notification_schedule) values ($1,
       '{"quietHours": {"enabled": false, "start": "22:00", "end": "08:00", "urgentPasses": false}}')`,
    [owner.userId],
  );
  return owner;
}

async function connect(page: Page, name: string, address: string) {
  await open(page, path);
  await card(page, name)
    .getByRole("button", { name: `Connect: ${name}` })
    .click();
  await page.getByRole("dialog").getByRole("textbox").fill(address);
  await page.keyboard.press("Enter");
  await expect(card(page, name).getByText("Connected", { exact: true })).toBeVisible();
}

/** Makes a secret, and reads it where it is shown. */
async function signingSecret(page: Page): Promise<string> {
  await card(page, "Webhooks").getByRole("button", { name: "Signing secret: Webhooks" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Make it" }).click();
  const secret = await dialog.getByRole("textbox", { name: "Secret" }).inputValue();
  await dialog.getByRole("button", { name: "I have it" }).click();
  await expect(dialog).toBeHidden();
  return secret;
}

const burn = (rows: Rows, leadId: string) =>
  rows.pool.query("update public.leads set heat = 'burning' where id = $1", [leadId]);

test("Slack writes what the matrix lets through, a trial when it is asked for, and nothing once it is disconnected", async ({
  page,
  rows,
}) => {
  const owner = await ownerWithoutHours(rows, "Sara");
  const [team, hook, secret] = [...Array(3)].map(() => randomBytes(8).toString("hex"));
  const to = `T${team}/B${hook}`;
  const [one, other] = [
    await addLead(rows.pool, owner.projectId, "Lena <Lead>", "cold"),
    await addLead(rows.pool, owner.projectId, "Otto Other", "cold"),
  ];
  await signIn(page, owner);
  await open(page, path);
  await card(page, "Slack").getByRole("button", { name: "Connect: Slack" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("https://hooks.slack.com.evil.example/services/a");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("This address accepts no messages");
  await connect(page, "Slack", `${addresses.slack}/services/${to}/${secret}`);

  await card(page, "Slack").getByRole("button", { name: "Send me one now: Slack" }).click();
  await expect.poll(async () => (await sentTo(to)).length).toBe(1);
  await burn(rows, one);
  await expect.poll(async () => (await sentTo(to)).at(0)?.title).toContain("Lena <Lead>");

  await open(page, "/settings/notifications");
  await page.getByRole("switch", { name: "Apps: Heat changes" }).click();
  await expect(savingLine(page)).toHaveText("Saved");
  await burn(rows, other);
  const suppressed =
    "select reason from private.deliveries where user_id = $1 and channel = 'apps' and status = 'suppressed'";
  await expect
    .poll(async () => (await rows.pool.query(suppressed, [owner.userId])).rows.map(({ reason }) => reason))
    .toContain("switch");

  await open(page, path);
  await card(page, "Slack").getByRole("button", { name: "Disconnect: Slack" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(card(page, "Slack").getByRole("button", { name: "Connect: Slack" })).toBeVisible();
  expect((await sentTo(to)).filter(({ title }) => title.includes("Otto"))).toEqual([]);
});

test("a system is told by webhooks that it verifies with the secret its owner was shown once", async ({
  page,
  rows,
}) => {
  const owner = await ownerWithoutHours(rows, "Wera");
  const leadId = await addLead(rows.pool, owner.projectId, "Lena Lead", "cold");
  const to = `/in/${owner.userId}`;
  await signIn(page, owner);
  await connect(page, "Webhooks", `${addresses.receiver}${to}`);
  const secret = await signingSecret(page);
  await fetch(`${addresses.receiver}/control/secrets`, { method: "POST", body: JSON.stringify([secret]) });
  await card(page, "Webhooks").getByRole("button", { name: "Send me one now: Webhooks" }).click();
  await expect.poll(async () => (await sentTo(to)).at(0)?.title).toBe("Signature verified");
  await burn(rows, leadId);
  await expect.poll(async () => (await sentTo(to)).at(0)?.text).toContain(leadId);
  expect((await sentTo(to)).at(0)?.title).toBe("Signature verified");
});

test("the address of a channel and the secret of a system are in no page, no file of the person, no frame of the socket, no storage of the device, no log and no dump of the database", async ({
  page,
  rows,
}) => {
  const owner = await ownerWithoutHours(rows, "Suse");
  const [team, secret] = [randomBytes(6).toString("hex"), randomBytes(12).toString("hex")];
  const everything = watch(page);
  await signIn(page, owner);
  await connect(page, "Slack", `${addresses.slack}/services/T${team}/Bcanary/${secret}`);
  await card(page, "Slack").getByRole("button", { name: "Send me one now: Slack" }).click();
  await expect.poll(async () => (await sentTo(`T${team}/Bcanary`)).length).toBe(1);
  await connect(page, "Webhooks", `${addresses.receiver}/in/${owner.userId}?token=${secret}`);
  const signing = await signingSecret(page);
  await reload(page);
  const everywhere = await everything(rows);
  // The search itself would find one.
  expect(everywhere).toContain(`Slack T${team}`);
  expect([everywhere.includes(secret), everywhere.includes(signing)]).toEqual([false, false]);
});
