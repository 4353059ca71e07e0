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
