import { expect, test } from "./fixtures";
import type { Owner } from "./harness/people";
import type { Rows } from "./harness/rows";
import { open, reload, signIn } from "./harness/steps";
import { whatsapp } from "./harness/whatsapp";
import { card, connect, ownerWithLead, stepsOf } from "./harness/whatsapp-people";

/** What Meta told of a message, as it is kept once all attempts to work it in have failed. */
async function keepUnworkable(rows: Rows, { userId }: Owner, message: object, number: string) {
  const value = { metadata: { phone_number_id: number }, messages: [message] };
  await rows.pool.query(
    `insert into private.integration_events (connection_id, body, attempts)
     select c.id, $2, 8 from public.integration_connections c where c.user_id = $1`,
    [userId, JSON.stringify({ field: "messages", value })],
  );
}

test("what was told and could not be taken in is said on the card, and comes to its lead once it is tried again there", async ({
  page,
  rows,
}) => {
  const { owner, leadId, phone } = await ownerWithLead(rows, "Winnie");
  const business = await whatsapp.account({ name: "Winnie's" });
  await signIn(page, owner);
  await connect(page, business);
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const message = {
    id: `wamid.${leadId}`,
    from: phone,
    timestamp,
    type: "text",
    text: { body: "Still there?" },
  };
  await keepUnworkable(rows, owner, message, String(business.numbers[0]));
  const said = card(page).getByText("One message from WhatsApp could not be taken in");
  await expect(async () => {
    await reload(page);
    await expect(said).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect(await stepsOf(rows, leadId)).toEqual([]);

  await card(page).getByRole("button", { name: "Try again: WhatsApp" }).click();
  await expect(page.getByText("It is being tried again.")).toBeVisible();
  await expect(said).toBeHidden();
  await expect.poll(() => stepsOf(rows, leadId)).toEqual(["received"]);
  await open(page, `/leads/${leadId}`);
  await expect(page.getByRole("region", { name: "Conversation" })).toContainText("Still there?");
});

/** A picture of one point. */
const point =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

test("a picture that a lead sends is shown in their conversation, a file is saved under its name, and what Meta has no more says so", async ({
  page,
  rows,
  complaints,
}) => {
  const { owner, leadId, phone } = await ownerWithLead(rows, "Wren");
  const business = await whatsapp.account({ name: "Wren's" });
  const number = String(business.numbers[0]);
  await signIn(page, owner);
  await connect(page, business);
  await whatsapp.sendFile(number, phone, {
    kind: "image",
    type: "image/png",
    base64: point,
    caption: "The house",
  });
  const html = Buffer.from("<script>document.title = 'mine'</script>").toString("base64");
  await whatsapp.sendFile(number, phone, {
    kind: "document",
    type: "text/html",
    base64: html,
    name: "הצעה.html",
  });
  await expect.poll(() => stepsOf(rows, leadId)).toEqual(["received", "received"]);
  await open(page, `/leads/${leadId}`);
  const chat = page.getByRole("region", { name: "Conversation" });
  await expect(chat).toContainText("The house");
  await chat.getByRole("button", { name: "Show the picture" }).click();
  const picture = chat.getByRole("img", { name: "A picture" });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((shown) => shown instanceof HTMLImageElement && shown.naturalWidth)).toBe(1);
  await chat.getByRole("button", { name: "Hide" }).click();
  await expect(picture).toBeHidden();

  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    chat.getByRole("button", { name: "Save the file" }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe("הצעה.html");

  await whatsapp.forgetFiles();
  complaints.expect(/404/);
  await chat.getByRole("button", { name: "Show the picture" }).click();
  await expect(chat.getByText("Meta no longer has it.")).toBeVisible();
});
