import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { violations } from "./harness/axe";
import { addLead, newOwner } from "./harness/people";
import type { Rows } from "./harness/rows";
import { open, reload, signIn } from "./harness/steps";

const names = async ({ pool }: Rows, projectId: string) =>
  (
    await pool.query("select name from public.leads where project_id = $1 order by name", [projectId])
  ).rows.map(({ name }) => String(name));
const listed = (page: Page) => page.locator("tbody th a").allTextContents();

test("the list is searched, sorted and counted, its columns are chosen, and it is kept; all of it is saved as a file", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Liat", { lead: false });
  for (const [name, heat] of [
    ["Zoe Stone", "hot"],
    ["Avi Stone", "cold"],
    ["דנה לוי", "hot"],
  ])
    await addLead(rows.pool, owner.projectId, name ?? "", heat);
  await rows.pool.query(
    "update public.leads set phone = '+972502345678' where name = 'דנה לוי' and project_id = $1",
    [owner.projectId],
  );
  await signIn(page, owner);
  await open(page, `/leads?project=${owner.projectId}`);
  await expect(page.getByText("3 leads", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Hot 2" })).toBeVisible();

  await page.getByRole("searchbox", { name: "Search the leads" }).fill("stone");
  await expect.poll(() => listed(page)).toHaveLength(2);
  await expect(page.getByRole("link", { name: "Hot 1" })).toBeVisible();
  await page.getByRole("link", { name: "Lead", exact: true }).click();
  await expect.poll(() => listed(page)).toEqual(["Avi Stone", "Zoe Stone"]);
  await expect(page.getByRole("columnheader", { name: "Lead" })).toHaveAttribute("aria-sort", "ascending");
  await page.getByRole("searchbox", { name: "Search the leads" }).fill("050-234");
  await expect.poll(() => listed(page)).toEqual(["דנה לוי"]);
  await page.getByRole("searchbox", { name: "Search the leads" }).fill("");
  await expect.poll(() => listed(page)).toHaveLength(3);

  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("switch", { name: "Channel" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("columnheader", { name: "Channel" })).toHaveCount(0);
  await expect
    .poll(() => rows.stored("preferences", owner.userId))
    .toMatchObject({ data_preferences: { leadColumns: { channel: false } } });
  await reload(page);
  await expect(page.getByRole("columnheader", { name: "Channel" })).toHaveCount(0);
  await expect.poll(() => listed(page)).toEqual(["Avi Stone", "Zoe Stone", "דנה לוי"]);

  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Export" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "CSV file" }).click();
  const file = await readFile(await (await download).path(), "utf8");
  expect(file.startsWith("\ufeffLead,Company,Email,Phone,Heat")).toBe(true);
  expect(file).toContain("דנה לוי,,,'+972502345678,Hot");
  await expect(page.getByText("3 leads saved as a file.")).toBeVisible();

  await page
    .getByRole("navigation", { name: "Main" })
    .first()
    .getByRole("link", { name: "Dashboard" })
    .click();
  await expect(page.getByRole("heading", { name: "Dashboard", level: 1 })).toBeVisible();
  await expect(
    page.getByRole("navigation", { name: "Main" }).first().getByRole("link", { name: "Leads" }),
  ).toHaveAttribute("href", `/leads?project=${owner.projectId}&sort=name`);
});

test("a project begins with one card: a lead by hand, samples that go in one press, and a file with its Undo", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Nir", { lead: false });
  await signIn(page, owner);
  await open(page, `/dashboard/${owner.projectId}`);
  const card = page.getByRole("region", { name: "Your project is ready for its first leads" });
  await expect(card).toBeVisible();
  await expect(page.getByRole("link", { name: "Open integrations" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await open(page, `/leads?project=${owner.projectId}`);
  await card.getByRole("button", { name: "Add sample leads" }).click();
  await expect(page.getByText("Some of these leads are samples")).toBeVisible();
  expect(await names(rows, owner.projectId)).toHaveLength(8);
  await page.getByRole("button", { name: "Remove the samples" }).click();
  await expect(card).toBeVisible();
  expect(await names(rows, owner.projectId)).toEqual([]);

  await card.getByRole("button", { name: "Add a lead" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a lead" });
  await dialog.getByLabel("Phone").fill("no");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog.getByText("A name is missing.")).toBeVisible();
  await expect(dialog.getByText("This is not a phone number.")).toBeVisible();
  await dialog.getByLabel("Name").fill("Noa Levi");
  await dialog.getByLabel("Phone").fill("050-234-5678");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect.poll(() => listed(page)).toEqual(["Noa Levi"]);

  const csv =
    "Full name;E-mail;Mobile\nBen Bar;ben@example.com;054-7654321\nNoa again;;+972502345678\n;lost@example.com;\nEve;not an address;\n";
  await page.getByRole("button", { name: "Import leads" }).click();
  const importing = page.getByRole("dialog", { name: "Import leads" });
  const file = { name: "leads.csv", mimeType: "text/csv", buffer: Buffer.from(csv) };
  await importing.getByLabel("File").setInputFiles(file);
  await expect(importing.getByLabel("Name")).toHaveValue("0");
  await expect(importing.getByLabel("Phone")).toHaveValue("2");
  await expect(importing.getByText("2 leads can be added.")).toBeVisible();
  await expect(importing.getByText("Row 4, Name: A name is missing.")).toBeVisible();
  await expect(importing.getByText("Row 5, Email: This is not an email address.")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await importing.getByRole("button", { name: "Add 2 leads" }).click();
  await expect(importing.getByText("1 lead was added.")).toBeVisible();
  await expect(importing.getByText("1 was here already")).toBeVisible();
  expect(await names(rows, owner.projectId)).toEqual(["Ben Bar", "Noa Levi"]);
  await importing.getByRole("button", { name: "Undo the import" }).click();
  await expect(page.getByText("1 lead was removed again.")).toBeVisible();
  await expect.poll(() => listed(page)).toEqual(["Noa Levi"]);
  expect(await names(rows, owner.projectId)).toEqual(["Noa Levi"]);
});
