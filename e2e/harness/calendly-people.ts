import { expect, type Page } from "@playwright/test";
import { addLead, newEmail, newOwner, type Owner } from "./people";
import type { Rows } from "./rows";
import { open, settingSwitch, untilTakenOver } from "./steps";

export const path = "/settings/integrations";
export const card = (page: Page) => page.getByRole("region", { name: "Calendly" });

/** The way to Calendly and back, as people go it. */
export async function connect(page: Page, host: string) {
  await open(page, path);
  await expect(card(page)).toContainText("see your bookings");
  // Settings come with the connection.
  await expect(settingSwitch(page, "Use Calendly")).toHaveCount(0);
  await card(page).getByRole("button", { name: "Connect: Calendly" }).click();
  await page.getByLabel("Sign in as").fill(host);
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Calendly: Connected" })).toBeVisible();
  await untilTakenOver(page);
}

export const connectionOf = async (rows: Rows, { userId }: Owner) => {
  const { rows: found } = await rows.pool.query<{
    id: string;
    status: string;
    told_by: string | null;
    sealed: string;
  }>(
    `select c.id, c.status, c.details -> 'news' ->> 'by' as told_by, k.tokens as sealed
     from public.integration_connections c left join private.integration_credentials k on k.connection_id = c.id
     where c.user_id = $1`,
    [userId],
  );
  return found[0];
};
export const kindsTold = async (rows: Rows, { userId }: Pick<Owner, "userId">) => {
  const { rows: told } = await rows.pool.query<{ kind: string }>(
    `select params ->> 'kind' as kind from public.notifications
     where user_id = $1 and category = 'calendlyBookings' order by seq`,
    [userId],
  );
  return told.map(({ kind }) => kind);
};

export async function ownerWithLead(rows: Rows, name: string) {
  const owner = await newOwner(name);
  const leadId = await addLead(rows.pool, owner.projectId, "Lena Lead");
  const email = newEmail("lena");
  await rows.pool.query("update public.leads set email = $2 where id = $1", [leadId, email]);
  return { owner, leadId, email, host: newEmail(`${name}-host`) };
}
