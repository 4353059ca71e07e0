import { expect, test } from "./fixtures";
import { addLead, newOwner } from "./harness/people";
import { sessionRows } from "./harness/session-rows";
import { history, hotLeads, inTable, offer, showAsTable, untilKept } from "./harness/session-steps";
import { open, signIn } from "./harness/steps";

test("another device offers to go on, takes one there with filter, panels and views, and does not ask again", async ({
  page,
  newDevice,
  rows,
}) => {
  const owner = await newOwner("Roam");
  const leadId = await addLead(rows.pool, owner.projectId, "Lead of Roam", "hot");
  await signIn(page, owner);
  await open(page, "/");
  await showAsTable(page);
  // The next page is opened by its address, and a request that ends with the page may not reach the server.
  await untilKept(rows, owner, { ui_state: { viewModes: { leadsConversions: "table" } } });
  await open(page, `/leads/${leadId}`);
  await history(page).click();
  await hotLeads(page);
  const ui_state = { openPanels: { leadHistory: false }, viewModes: { leadsConversions: "table" } };
  await untilKept(rows, owner, { current_context: { filters: { leadsHeat: "hot" } }, ui_state });

  const other = await newDevice();
  await signIn(other, owner);
  await open(other, "/");
  await expect(offer(other)).toContainText("Leads · Hot · Roam's project");
  await other.reload();
  await expect(offer(other), "a look at the page is no answer").toBeVisible();
  await other.getByRole("button", { name: "Continue" }).click();
  await expect(other).toHaveURL(/heat=hot/);
  await expect(other.getByRole("link", { name: "Lead of Roam" })).toBeVisible();
  await expect(offer(other)).toHaveCount(0);
  const devices = async () => (await sessionRows(rows.pool, owner.userId)).map((row) => row.current_context);
  const there = expect.objectContaining({ path: `/leads?project=${owner.projectId}&heat=hot` });
  await expect.poll(devices).toEqual([there, there]);
  await open(other, `/leads/${leadId}`);
  await expect(offer(other)).toHaveCount(0);
  await expect(history(other)).toHaveAttribute("aria-expanded", "false");
  await open(other, `/dashboard/${owner.projectId}`);
  await expect(inTable(other)).toBeVisible();
});

test("an offer that was dismissed stays away until there is something newer", async ({
  page,
  newDevice,
  rows,
}) => {
  const owner = await newOwner("Nope");
  await addLead(rows.pool, owner.projectId, "Lead of Nope", "hot");
  await signIn(page, owner);
  await open(page, "/");
  await hotLeads(page);
  await untilKept(rows, owner, { current_context: { filters: { leadsHeat: "hot" } } });

  const other = await newDevice();
  await signIn(other, owner);
  await open(other, "/");
  await other.getByRole("button", { name: "Dismiss" }).click();
  await expect(offer(other)).toHaveCount(0);
  await untilKept(rows, owner, { current_context: { path: `/dashboard/${owner.projectId}` } });
  await open(other, `/dashboard/${owner.projectId}`);
  await expect(offer(other)).toHaveCount(0);

  await page.getByRole("link", { name: /^All \d/ }).click();
  await untilKept(rows, owner, { current_context: { path: `/leads?project=${owner.projectId}` } });
  await open(other, `/dashboard/${owner.projectId}`);
  await expect(offer(other)).toContainText("Leads · Nope's project");
});
