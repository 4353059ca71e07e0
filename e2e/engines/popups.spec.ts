import { addLead, newOwner } from "../harness/people";
import { pagesOf } from "../harness/pages";
import type { EnginePage } from "./engine";
import { expect, test } from "./fixtures";

/** The buttons of the page that open something, by their ids. */
const openers = (page: EnginePage) =>
  page.ask(() =>
    [...document.querySelectorAll("button[aria-haspopup]")]
      .filter((button) => button.getClientRects().length > 0 && !button.hasAttribute("disabled"))
      .map(({ id }) => id),
  );

/** Whether what the button opens is shown. */
const isOpen = (page: EnginePage, id: string) =>
  page.ask((id) => {
    const button = document.getElementById(id);
    const part = document.getElementById(button?.getAttribute("aria-controls") ?? "");
    return part !== null && part.getClientRects().length > 0;
  }, id);

async function tryEach(page: EnginePage, address: string) {
  for (const id of await openers(page)) {
    const name = await page.ask((id) => document.getElementById(id)?.textContent ?? "", id);
    const what = { message: `"${name}" on ${address}` };
    await page.click(`[id="${id}"]`);
    await expect.poll(() => isOpen(page, id), what).toBe(true);
    // The focus has moved into it by then, and nobody has pressed anything since.
    for (let look = 0; look < 5; look += 1) expect(await isOpen(page, id), what.message).toBe(true);
    await page.press("Escape");
    await expect.poll(() => isOpen(page, id), what).toBe(false);
    await expect.poll(() => page.ask(() => document.activeElement?.id ?? ""), what).toBe(id);
  }
}

test("every popover and menu stays open, closes with Escape, and gives the focus back", async ({
  person,
  rows,
}) => {
  const owner = await newOwner("Olga");
  const lead = await addLead(rows.pool, owner.projectId, "Ada");
  await person.open("/sign-in");
  await tryEach(person.page, "/sign-in");
  await person.signIn(owner);
  await person.isPath(/^\/dashboard\//);
  for (const address of pagesOf(owner, lead)) {
    await person.open(address);
    await tryEach(person.page, address);
  }
});

test("the picker of a date lets one choose it", async ({ person }) => {
  await person.signIn(await newOwner("Olaf"));
  await person.isPath(/^\/dashboard\//);
  await person.open("/settings/notifications");
  await person.press("Date and time…");
  await person.shows({ role: "dialog", name: "Pause until" });
  await person.page.click("input[type=datetime-local]");
  for (let look = 0; look < 5; look += 1) await person.shows({ role: "dialog", name: "Pause until" });
  await person.press("Pause");
  await person.shows({ role: "dialog", name: "Pause until" }, false);
  await person.saved();
});
