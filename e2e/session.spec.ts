import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { addresses } from "./harness/addresses";
import { signInEnded } from "./harness/console";
import { addLead, newOwner } from "./harness/people";
import { expireSessions, sessionRows } from "./harness/session-rows";
import { history, hotLeads, inTable, offer, showAsTable, untilKept } from "./harness/session-steps";
import { open, signIn, signOut } from "./harness/steps";

/** The browser started anew: the cookies of the old one that outlive it, and nothing else of it. */
async function reopened(newDevice: () => Promise<Page>, context: BrowserContext): Promise<Page> {
  const page = await newDevice();
  const lasting = (await context.cookies()).filter(({ expires }) => expires !== -1);
  await page.context().addCookies(lasting);
  return page;
}

const deviceId = async (context: BrowserContext) =>
  (await context.cookies()).find(({ name }) => name === `ovenai-${addresses.ports.app}-device`)?.value;

test("a browser that starts anew on the device finds page, project, filter, panels and views as they were left", async ({
  page,
  context,
  newDevice,
  rows,
}) => {
  const owner = await newOwner("Sess");
  const leadId = await addLead(rows.pool, owner.projectId, "Lead of Sess", "hot");
  await signIn(page, owner);
  await open(page, "/");
  await showAsTable(page);
  await hotLeads(page);
  await page.getByRole("link", { name: "Lead of Sess" }).click();
  await history(page).click();
  await page.getByRole("navigation", { name: "Main" }).first().getByRole("link", { name: "Leads" }).click();
  await expect(page, "the list comes back as it was narrowed").toHaveURL(/heat=hot/);
  await untilKept(rows, owner, {
    session_id: await deviceId(context),
    current_context: {
      device: expect.stringContaining("Chrome on"),
      path: `/leads?project=${owner.projectId}&heat=hot`,
      projectId: owner.projectId,
      filters: { leadsHeat: "hot" },
    },
    ui_state: { openPanels: { leadHistory: false }, viewModes: { leadsConversions: "table" } },
  });

  const again = await reopened(newDevice, context);
  await open(again, "/");
  await expect(again).toHaveURL(`/leads?project=${owner.projectId}&heat=hot`);
  await expect(again.getByRole("link", { name: "Lead of Sess" })).toBeVisible();
  await open(again, `/leads/${leadId}`);
  await expect(history(again)).toHaveAttribute("aria-expanded", "false");
  const firstBytes = await (await again.request.get(`/dashboard/${owner.projectId}`)).text();
  expect(firstBytes, "the link to the leads is narrowed in the first bytes").toContain(
    `/leads?project=${owner.projectId}&amp;heat=hot`,
  );
  await open(again, `/dashboard/${owner.projectId}`);
  await expect(inTable(again)).toBeVisible();
  await expect(offer(again), "a device is never offered its own state").toHaveCount(0);
});

test("after seven days nothing is restored and nothing is offered", async ({
  page,
  context,
  newDevice,
  rows,
}) => {
  const owner = await newOwner("Late");
  await addLead(rows.pool, owner.projectId, "Lead of Late", "hot");
  await signIn(page, owner);
  await open(page, "/");
  await hotLeads(page);
  await untilKept(rows, owner, { current_context: { filters: { leadsHeat: "hot" } } });
  await page.close();
  await expireSessions(rows.pool, owner.userId);

  const again = await reopened(newDevice, context);
  await again.goto("/");
  await expect(again).toHaveURL(`/dashboard/${owner.projectId}`);
  const leads = again.getByRole("navigation", { name: "Main" }).first().getByRole("link", { name: "Leads" });
  await expect(leads).toHaveAttribute("href", `/leads?project=${owner.projectId}`);
  await untilKept(rows, owner, { current_context: { path: `/dashboard/${owner.projectId}` } });
  await expireSessions(rows.pool, owner.userId);
  const other = await newDevice();
  await signIn(other, owner);
  await open(other, "/");
  await expect(other.getByRole("heading", { name: "Dashboard", level: 1 })).toBeVisible();
  await expect(offer(other)).toHaveCount(0);
});

test("signing out forgets where one was on this device, and leaves the other one's state", async ({
  page,
  context,
  newDevice,
  rows,
  complaints,
}) => {
  complaints.expect(signInEnded);
  const owner = await newOwner("Bye");
  const other = await newDevice();
  await signIn(other, owner);
  await open(other, "/");
  await untilKept(rows, owner, { current_context: { path: `/dashboard/${owner.projectId}` } });
  const kept = await deviceId(other.context());

  await signIn(page, owner);
  await open(page, "/");
  await hotLeads(page);
  await untilKept(rows, owner, { session_id: await deviceId(context) });
  await signOut(page);
  expect((await sessionRows(rows.pool, owner.userId)).map(({ session_id }) => session_id)).toEqual([kept]);
  await signIn(page, owner);
  await open(page, "/");
  await expect(page, "nothing leads back to the leads").toHaveURL(`/dashboard/${owner.projectId}`);
});
