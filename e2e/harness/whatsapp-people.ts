import { randomInt } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { addLead, newOwner } from "./people";
import type { Rows } from "./rows";
import { open } from "./steps";
import type { whatsapp } from "./whatsapp";

export const card = (page: Page) => page.getByRole("region", { name: "WhatsApp" });

/** Connects a business of the person's by its ids and a token, as they paste them. */
export async function connect(
  page: Page,
  { accountId, numbers, token }: Awaited<ReturnType<typeof whatsapp.account>>,
) {
  await open(page, "/settings/integrations");
  await card(page).getByRole("button", { name: "Use a key: WhatsApp" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Account id (WhatsApp Business account)").fill(accountId);
  await dialog.getByLabel("Number id (can be left empty)").fill(numbers[0] ?? "");
  await dialog.getByLabel("Token").fill(token);
  await dialog.getByRole("button", { name: "Connect" }).click();
  await expect(dialog).toBeHidden();
  await expect(card(page)).toContainText("Quality: good");
}

/** An owner with a lead whose phone can write. */
export async function ownerWithLead(rows: Rows, name: string) {
  const owner = await newOwner(name);
  const leadId = await addLead(rows.pool, owner.projectId, "Lena Lead");
  const phone = `97250${randomInt(2_000_000, 9_999_999)}`;
  await rows.pool.query("update public.leads set phone = $2 where id = $1", [leadId, `+${phone}`]);
  return { owner, leadId, phone };
}

/** How far each message with a lead came, oldest first. */
export const stepsOf = async (rows: Rows, leadId: string) => {
  const { rows: found } = await rows.pool.query<{ status: string }>(
    "select status from private.whatsapp_messages where lead_id = $1 order by at",
    [leadId],
  );
  return found.map(({ status }) => status);
};
