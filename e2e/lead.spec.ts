import { expect, test } from "./fixtures";
import { addLead, addMember, judgeLead, newOwner, signUp } from "./harness/people";
import { open, reload, signIn } from "./harness/steps";

test("from the list through its leads by keys, in the order of the list; title and path say whose page it is", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Lea", { lead: false });
  for (const name of ["Third Lead", "Second Lead", "First Lead"])
    await addLead(rows.pool, owner.projectId, name);
  await signIn(page, owner);
  await open(page, `/leads?project=${owner.projectId}`);
  await page.getByRole("link", { name: "First Lead" }).click();
  await expect(page.getByRole("heading", { name: "First Lead", level: 1 })).toBeVisible();
  await expect(page).toHaveTitle(/First Lead · OvenAI/);
  const path = page.getByRole("navigation", { name: "Where you are" });
  await expect(path.locator("[aria-current=page]")).toHaveText("First Lead");
  const walk = page.getByRole("navigation", { name: "Through the list" });
  await expect(walk).toContainText("1 of 3");
  await page.keyboard.press("j");
  await expect(page.getByRole("heading", { name: "Second Lead", level: 1 })).toBeVisible();
  await walk.getByRole("link", { name: "Next lead" }).click();
  await expect(page.getByRole("heading", { name: "Third Lead", level: 1 })).toBeVisible();
  await expect(walk.getByRole("link", { name: "Next" })).toHaveAttribute("aria-disabled", "true");
  await reload(page);
  await page.keyboard.press("k");
  await expect(page.getByRole("heading", { name: "Second Lead", level: 1 })).toBeVisible();
});

test("what is judged has its Undo, and the history says who; another's newer word stays", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Omer", { lead: false });
  const colleague = await signUp("Carmel");
  await addMember(rows.pool, owner, colleague);
  const leadId = await addLead(rows.pool, owner.projectId, "Judged Lead", "warm");
  const stored = async () =>
    (await rows.pool.query("select heat, status from public.leads where id = $1", [leadId])).rows[0];
  await signIn(page, owner);
  await open(page, `/leads/${leadId}`);
  await page.getByRole("radio", { name: "Qualified" }).click();
  await expect.poll(stored).toEqual({ heat: "warm", status: "qualified" });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(stored).toEqual({ heat: "warm", status: "open" });
  await expect(page.getByRole("radio", { name: "Open" })).toBeChecked();
  const history = page.getByRole("region", { name: "History" });
  await expect(history.getByRole("listitem").first()).toContainText(/Opened again.*You · /);

  await page.getByRole("radio", { name: "Hot" }).click();
  const undo = page.getByRole("button", { name: "Undo" });
  await expect(undo).toBeVisible();
  await judgeLead(colleague, leadId, { heat: "burning" });
  await undo.click();
  await expect(page.getByText("Not taken back: this was changed again since.")).toBeVisible();
  await reload(page);
  await expect(page.getByRole("radio", { name: "Burning" })).toBeChecked();
  await expect(history.getByRole("listitem").first()).toContainText(/Hot to .*Burning.*Carmel · /);
  expect(await stored()).toEqual({ heat: "burning", status: "open" });
});
