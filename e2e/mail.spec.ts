import type { Page } from "@playwright/test";
import { RESEND_API_KEY } from "@/local/providers/resend/resend";
import { expect, test } from "./fixtures";
import { addresses } from "./harness/addresses";
import { watch } from "./harness/canary";
import { sentTo } from "./harness/sent";
import { mailsTo } from "./harness/mailbox";
import { newOwner, type Owner } from "./harness/people";
import type { Rows } from "./harness/rows";
import { open, reload, signIn } from "./harness/steps";

const path = "/settings/integrations";
const card = (page: Page) => page.getByRole("region", { name: "Email", exact: true });
const dialog = (page: Page) => page.getByRole("dialog");

async function fillLogin(page: Page, login: Record<string, string>) {
  for (const [label, value] of Object.entries(login))
    await dialog(page).getByLabel(label, { exact: true }).fill(value);
  await dialog(page).getByRole("button", { name: "Connect" }).click();
}

const connectionOf = async (rows: Rows, { userId }: Owner) => {
  const { rows: found } = await rows.pool.query<{ status: string; sealed: string | null }>(
    `select c.status, k.tokens as sealed from public.integration_connections c
     left join private.integration_credentials k on k.connection_id = c.id where c.user_id = $1 and c.provider = 'email'`,
    [userId],
  );
  return found[0];
};
const chosen = async (rows: Rows, { userId }: Owner) =>
  (
    await rows.pool.query(
      "select integration_settings -> 'email' as email from public.user_app_preferences where user_id = $1",
      [userId],
    )
  ).rows[0]?.email;
const tests = async ({ email }: Owner) =>
  (await mailsTo(email)).filter(({ subject }) => subject === "A test from your integrations");

test("a person's own mail server is tried before it is kept, sends a test with the signature, and its password is nowhere", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Mia");
  await rows.pool.query(
    "insert into public.user_app_preferences (user_id, integration_settings) values ($1, $2)",
    [owner.userId, { email: { from: 'Mia "of" Oven, Ltd.', signature: "<b>{{name}}</b>" } }],
  );
  const canary = `canary-${crypto.randomUUID()}`;
  const everything = watch(page);
  const login = { Server: "127.0.0.1", Port: String(addresses.ports.smtp), "User name": "mia" };
  const mine = { "Your email address": "mia@oven.example" };
  await signIn(page, owner);
  await open(page, path);
  await card(page).getByRole("button", { name: "Own mail server" }).click();
  await fillLogin(page, { ...login, ...mine, Password: `wrong-${canary}` });
  await expect(dialog(page).getByRole("alert")).toContainText("does not take this user name and password");
  await fillLogin(page, { Server: "10.0.0.7", Port: "587" });
  await expect(dialog(page).getByRole("alert")).toContainText("within a private network");
  expect(await connectionOf(rows, owner)).toBeUndefined();

  await fillLogin(page, { ...login, Password: canary });
  await expect(card(page)).toContainText("mia@oven.example");
  await expect.poll(() => chosen(rows, owner)).toMatchObject({ provider: "smtp" });
  await card(page).getByRole("button", { name: "Send a test to me" }).click();
  await expect(card(page)).toContainText("The test is on its way");
  await expect.poll(() => tests(owner)).toHaveLength(1);
  const [mail] = await tests(owner);
  expect(mail?.from).toBe('"Mia \\"of\\" Oven, Ltd." <mia@oven.example>');
  expect(mail?.text).toContain('-- \nMia "of" Oven, Ltd.');

  await reload(page);
  const everywhere = await everything(rows);
  expect(everywhere).toContain("mia@oven.example");
  expect(everywhere.includes(canary)).toBe(false);

  await card(page).getByRole("button", { name: "Disconnect: Email" }).click();
  await expect(dialog(page)).toContainText("no more email goes out to leads");
  await dialog(page).getByRole("button", { name: "Disconnect" }).click();
  await expect(card(page)).toContainText("Not connected");
  expect(await connectionOf(rows, owner)).toEqual({ status: "disconnected", sealed: null });
});

test("the app's own address sends under the person's name, and answers go to the person; a sender who is refused is named", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Milo");
  await signIn(page, owner);
  await open(page, path);
  await card(page).getByRole("button", { name: "Use this app’s address" }).click();
  await expect(card(page)).toContainText("notifications@ovenai.example");
  await expect.poll(() => chosen(rows, owner)).toEqual({ provider: "platform" });
  await card(page).getByRole("button", { name: "Send a test to me" }).click();
  await expect.poll(() => tests(owner)).toHaveLength(1);
  const [mail] = await tests(owner);
  expect(mail?.raw).toContain(`Reply-To: ${owner.email}`);

  await card(page).getByRole("button", { name: "Own mail server" }).click();
  await fillLogin(page, {
    ...{
      Server: "127.0.0.1",
      Port: String(addresses.ports.smtp),
      "User name": "milo",
      Password: "a password",
    },
    "Your email address": "forged@oven.example",
  });
  await expect(card(page)).toContainText("forged@oven.example");
  await card(page).getByRole("button", { name: "Send a test to me" }).click();
  await expect(card(page)).toContainText("Email from this address is refused");
  expect(await tests(owner)).toHaveLength(1);
});

test("a key of the person's own account at Resend is tried before it is kept, carries their mail, and is nowhere", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Noor");
  const everything = watch(page);
  await signIn(page, owner);
  await open(page, path);
  await card(page).getByRole("button", { name: "Resend", exact: true }).click();
  const from = { "Your email address": "noor@example.com" };
  await fillLogin(page, { ...from, Key: "re_of_nobody_at_all" });
  await expect(dialog(page).getByRole("alert")).toContainText("Resend does not accept this key");
  await fillLogin(page, { Key: RESEND_API_KEY, "Your email address": "noor@other.example" });
  await expect(dialog(page).getByRole("alert")).toContainText("it is not known to be yours");
  expect(await connectionOf(rows, owner)).toBeUndefined();

  await fillLogin(page, { ...from, Key: RESEND_API_KEY });
  await expect(card(page)).toContainText("Resend · noor@example.com");
  await expect.poll(() => chosen(rows, owner)).toMatchObject({ provider: "resend" });
  await card(page).getByRole("button", { name: "Send a test to me" }).click();
  await expect(card(page)).toContainText("The test is on its way");
  await expect
    .poll(() => sentTo(owner.email))
    .toMatchObject([{ channel: "resend", title: "A test from your integrations" }]);
  expect(await tests(owner)).toEqual([]);

  await reload(page);
  const everywhere = await everything(rows);
  expect(everywhere).toContain("noor@example.com");
  expect(everywhere.includes(RESEND_API_KEY)).toBe(false);
  await card(page).getByRole("button", { name: "Disconnect: Email" }).click();
  await dialog(page).getByRole("button", { name: "Disconnect" }).click();
  await expect(card(page)).toContainText("Not connected");
  expect(await connectionOf(rows, owner)).toEqual({ status: "disconnected", sealed: null });
});
