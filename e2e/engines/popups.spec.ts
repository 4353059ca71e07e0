import { addLead, newOwner } from "../harness/people";
import { pagesOf } from "../harness/pages";
import type { EnginePage } from "./engine";
import { expect, test } from "./fixtures";

/** How many buttons of the page open something; each gets a mark by which the test names it. */
const openers = (page: EnginePage) =>
  page.ask(() => {
    const shown = [...document.querySelectorAll("button[aria-haspopup]")].filter(
      (button) => button.getClientRects().length > 0 && !button.hasAttribute("disabled"),
    );
    shown.forEach((button, index) => button.setAttribute("data-opener", String(index)));
    return shown.map((button) => button.getAttribute("aria-label") || button.textContent || "");
  });

/** Whether what the button opens is shown, or else has the button the focus. */
const stateOf = (page: EnginePage, index: number) =>
  page.ask((index) => {
    const button = document.querySelector(`[data-opener="${index}"]`);
    const part = document.getElementById(button?.getAttribute("aria-controls") ?? "");
    const dialog = part ?? document.querySelector("[role=dialog]");
    if (dialog && dialog.getClientRects().length > 0) return "open";
    return document.activeElement === button ? "closed, with the focus" : "closed";
  }, index);

async function tryEach(page: EnginePage, address: string) {
  const names = await openers(page);
  for (const [index, name] of names.entries()) {
    const what = { message: `"${name}" on ${address}`, timeout: 10_000 };
    // What has just closed may still be fading away over it.
    const click = () => page.click(`[data-opener="${index}"]`).then(() => "clicked", String);
    await expect.poll(click, what).toBe("clicked");
    await expect.poll(() => stateOf(page, index), what).toBe("open");
    // The focus has moved into it by then, and nobody has pressed anything since.
    for (let look = 0; look < 5; look += 1) expect(await stateOf(page, index), what.message).toBe("open");
    await page.press("Escape");
    await expect.poll(() => stateOf(page, index), what).toBe("closed, with the focus");
  }
}

const everywhere = "every popover and menu stays open, closes with Escape, and gives the focus back";
test(everywhere, { tag: "@long" }, async ({ person, rows }) => {
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
