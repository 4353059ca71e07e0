import { expect, test } from "./fixtures";
import { watch } from "./harness/canary";
import { dump } from "./harness/dump";
import type { Owner } from "./harness/people";
import type { Rows } from "./harness/rows";
import { isOn, open, openBell, reload, settingSwitch, signIn } from "./harness/steps";
import { whatsapp } from "./harness/whatsapp";
import { card, connect, ownerWithLead, stepsOf } from "./harness/whatsapp-people";

const sealedOf = async (rows: Rows, { userId }: Owner) => {
  const { rows: found } = await rows.pool.query<{ tokens: string }>(
    `select k.tokens from private.integration_credentials k
     join public.integration_connections c on c.id = k.connection_id where c.user_id = $1`,
    [userId],
  );
  return found[0]?.tokens;
};

test("a person connects a number; of sixty templates on three pages, of which one failed once, they choose one and read it before they save", async ({
  page,
  rows,
}) => {
  const { owner } = await ownerWithLead(rows, "Wanda");
  const business = await whatsapp.account({ name: "Wanda's", templates: 60, pageSize: 25 });
  await whatsapp.failPage(1);
  await signIn(page, owner);
  await connect(page, business);
  await isOn(settingSwitch(page, "Use WhatsApp"));
  await expect(card(page)).toContainText("60 templates at the last look");

  const choice = card(page).getByRole("combobox", { name: "Template for a first contact" });
  await expect(choice.getByRole("option")).toHaveCount(61);
  await choice.selectOption("template_042");
  await expect(card(page).getByText("Hello Dana Levi")).toBeVisible();
  await expect(card(page)).toContainText("the template is not there in this language");
  await page.getByRole("region", { name: "Not saved yet" }).getByRole("button", { name: "Save" }).click();
  await reload(page);
  await expect(choice).toHaveValue("template_042");

  await card(page).getByRole("button", { name: "Disconnect: WhatsApp" }).click();
  await expect(page.getByRole("dialog")).toContainText("nothing more is sent or comes in");
  await page.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(card(page)).toContainText("Not connected");
  expect(await sealedOf(rows, owner)).toBeUndefined();
  const { accounts } = await whatsapp.held();
  expect(accounts.find(({ id }) => id === business.accountId)?.subscribed).toBe(false);
});

test("a number that was never in use is registered from its card by a PIN, and can be written from", async ({
  page,
  rows,
}) => {
  const { owner } = await ownerWithLead(rows, "Willow");
  const business = await whatsapp.account({ name: "Willow's", status: "PENDING" });
  await signIn(page, owner);
  await connect(page, business);
  await expect(card(page)).toContainText("It is not in use at Meta yet");
  await card(page).getByRole("button", { name: "Register this number" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Six-digit PIN").fill("12");
  await dialog.getByRole("button", { name: "Register" }).click();
  await expect(dialog).toContainText("The PIN has six digits.");
  await dialog.getByLabel("Six-digit PIN").fill("271828");
  await dialog.getByRole("button", { name: "Register" }).click();
  await expect(dialog).toBeHidden();
  await expect(card(page)).not.toContainText("at Meta yet");
  await reload(page);
  await expect(card(page)).toContainText("Quality: good");
  await expect(card(page).getByRole("button", { name: "Register this number" })).toHaveCount(0);
  expect(await dump(rows)).not.toContain('"271828"');
});

test("what a lead writes opens the window; the reply goes, and is read though that was told before it was delivered; a stop ends it", async ({
  page,
  rows,
}) => {
  const { owner, leadId, phone } = await ownerWithLead(rows, "Willa");
  const business = await whatsapp.account({ name: "Willa's" });
  const number = String(business.numbers[0]);
  await signIn(page, owner);
  await connect(page, business);
  const chat = page.getByRole("region", { name: "Conversation" });
  const byWhatsapp = () => chat.getByRole("radio", { name: "WhatsApp" }).check({ force: true });
  await open(page, `/leads/${leadId}`);
  await byWhatsapp();
  await expect(chat).toContainText("an approved template can be sent");

  await whatsapp.write(number, phone, "מה המחיר?");
  await expect.poll(() => stepsOf(rows, leadId)).toEqual(["received"]);
  // The open page hears of it; what may be written now comes with the page.
  await expect(chat.getByRole("listitem").filter({ hasText: "מה המחיר?" })).toHaveCount(1);
  await reload(page);
  await byWhatsapp();
  await expect(chat).toContainText("You can write freely until");
  await expect((await openBell(page)).getByText("Lena Lead wrote")).toBeVisible();
  await page.keyboard.press("Escape");

  await chat.getByLabel("Your message").fill("Good morning, Lena");
  await chat.getByRole("button", { name: "Send" }).click();
  await expect(chat.getByRole("listitem").filter({ hasText: "Good morning, Lena" })).toBeVisible();
  const sent = (await whatsapp.held()).messages.find(({ to }) => to === phone);
  await whatsapp.report(String(sent?.id), ["read", "delivered"]);
  await expect.poll(() => stepsOf(rows, leadId)).toEqual(["received", "read"]);
  await expect(chat.getByRole("log").getByText(/^Read · WhatsApp/)).toBeVisible();

  await whatsapp.write(number, phone, "STOP");
  await expect.poll(() => stepsOf(rows, leadId)).toEqual(["received", "read", "received"]);
  await reload(page);
  await byWhatsapp();
  await expect(chat).toContainText("not to be written to");
  await expect(chat.getByRole("button", { name: "Send" })).toHaveCount(0);
});

test("the token is in no page, no file of the person, no frame of the socket, no storage of the device, no log and no dump of the database", async ({
  page,
  rows,
}) => {
  const { owner, leadId, phone } = await ownerWithLead(rows, "Wilma");
  const business = await whatsapp.account({ name: "Wilma's" });
  const everything = watch(page);
  await signIn(page, owner);
  await connect(page, business);
  await reload(page);
  await whatsapp.write(String(business.numbers[0]), phone, "hello");
  await open(page, `/leads/${leadId}`);
  const everywhere = await everything(rows);
  // The search itself would find one.
  expect(everywhere).toContain(business.accountId);
  expect(everywhere).not.toContain(business.token);
});
