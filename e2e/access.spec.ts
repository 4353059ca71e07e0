import { expect, test } from "./fixtures";
import { addLead, addMember, newOwner } from "./harness/people";
import { open, savingLine, signIn } from "./harness/steps";

test("somebody else's project and lead look like any address that is not there", async ({ page, rows }) => {
  const [owner, stranger] = [await newOwner("Olga"), await newOwner("Paul")];
  const leadId = await addLead(rows.pool, owner.projectId, "Quentin Lead");
  await signIn(page, stranger);

  await open(page, `/dashboard/${owner.projectId}`);
  await expect(page.getByRole("main").getByText("This project is not open to you")).toBeVisible();
  for (const path of [`/leads/${leadId}`, "/leads/not-an-id", "/dashboard/not-an-id"]) {
    await open(page, path);
    await expect(page.getByRole("main").getByText("There is nothing at this address"), path).toBeVisible();
    await expect(savingLine(page)).toHaveText("Saved");
    await expect(page.getByText("The server cannot be reached")).toBeHidden();
  }
  await expect(page.getByText("Quentin Lead")).toHaveCount(0);
});

test("the dashboard without a project opens the one that was open last", async ({ page, rows }) => {
  const [owner, other] = [await newOwner("Olga"), await newOwner("Paul")];
  await addMember(rows.pool, other, owner);
  await signIn(page, owner);
  for (const { projectId } of [other, owner]) {
    await open(page, `/dashboard/${projectId}`);
    await page.goto("/dashboard");
    await expect(page).toHaveURL(`/dashboard/${projectId}`);
  }
});
