import { expect, test } from "./fixtures";
import { addLead, newOwner } from "./harness/people";
import { open, signIn } from "./harness/steps";

test("a calendar app reads a person's meetings at an address, until there is a new one or none", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Carmel");
  const leadId = await addLead(rows.pool, owner.projectId, "Dana Levi");
  await rows.pool.query(
    "insert into public.meetings (project_id, lead_id, starts_at, ends_at) values ($1, $2, now() + interval '1 day', now() + interval '25 hours')",
    [owner.projectId, leadId],
  );
  await signIn(page, owner);
  await open(page, "/settings/integrations");
  const card = page.getByRole("region", { name: "Your meetings in your calendar" });
  const field = card.getByRole("textbox", { name: "Address" });
  await card.getByRole("button", { name: "Make an address" }).click();
  const first = await field.inputValue();
  await expect(card.getByRole("link", { name: "Add to a calendar app" })).toHaveAttribute("href", /^webcal:/);

  // A program without the person's sign-in.
  const read = async (address: string) => {
    const answer = await fetch(address);
    return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
  };
  const calendar = await read(first);
  expect([calendar.status, calendar.type]).toEqual([200, "text/calendar; charset=utf-8"]);
  expect(calendar.text).toContain("SUMMARY:Meeting with Dana Levi");
  await page.reload();
  await expect(card.getByText(/^Last read by a calendar /)).toBeVisible();

  await card.getByRole("button", { name: "New address" }).click();
  await expect(field).not.toHaveValue(first);
  expect((await read(first)).status).toBe(404);
  const second = await field.inputValue();
  expect((await read(second)).status).toBe(200);

  await card.getByRole("button", { name: "Turn off" }).click();
  await expect(card.getByRole("button", { name: "Make an address" })).toBeFocused();
  expect((await read(second)).status).toBe(404);
});
