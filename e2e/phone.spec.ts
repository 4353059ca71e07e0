import type { Page } from "@playwright/test";
import { inboxViews } from "../lib/notifications/inbox/query";
import { locales } from "../lib/vocabulary/locales";
import { expect, test } from "./fixtures";
import { pagesOf, pagesWithoutProject, publicPages } from "./harness/pages";
import { addLead, connect, newOwner, signUp } from "./harness/people";
import { prefer, wear } from "./harness/preferences";
import { signIn } from "./harness/steps";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

test("no page is wider than a phone of 360 pixels", async ({ page, rows, complaints }) => {
  complaints.expect(/404 \(Not Found\)/);
  const owner = await newOwner("Philippa-Maximiliane");
  const leadId = await addLead(rows.pool, owner.projectId, "Wolfeschlegelsteinhausenbergerdorff", "burning");
  const widths: Record<string, number> = {};
  const measure = async (path: string) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    widths[path] = await page.evaluate(() => document.documentElement.scrollWidth);
  };
  for (const path of publicPages) await measure(path);
  await signIn(page, owner);
  for (const path of pagesOf(owner, leadId)) await measure(path);
  expect(Object.entries(widths).filter(([, width]) => width > 360)).toEqual([]);
});

for (const language of ["en", "he", "ar"])
  test(`at letters of 130 % no page is wider than a phone, and no words are cut off, in ${language}`, async ({
    page,
    context,
    rows,
    complaints,
  }) => {
    complaints.expect(/404 \(Not Found\)/);
    const owner = await newOwner("Philippa-Maximiliane");
    const leadId = await addLead(
      rows.pool,
      owner.projectId,
      "Wolfeschlegelsteinhausenbergerdorff",
      "burning",
    );
    await connect(rows.pool, owner, ["email", "calendly", "slack", "webhook"]);
    const found: Record<string, string[]> = {};
    const look = async (paths: readonly string[]) => {
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
        await expect(page.locator("html")).toHaveAttribute("data-text", "130");
        found[path] = await cutOff(page);
      }
    };
    const look130 = { language, fontScale: 130 };
    await wear(context, look130);
    await look(publicPages);
    const newcomer = await signUp("Amira");
    await prefer(rows, newcomer, { interface_settings: look130 });
    await signIn(page, newcomer);
    await look(pagesWithoutProject);
    await prefer(rows, owner, { interface_settings: look130 });
    await signIn(page, owner);
    await look(pagesOf(owner, leadId));
    expect(Object.fromEntries(Object.entries(found).filter(([, all]) => all.length > 0))).toEqual({});
  });

test("at letters of 130 % the bar of a phone has room for the name of the project, and a tick gives way", async ({
  page,
  rows,
}) => {
  const owner = await newOwner("Hafen");
  await rows.pool.query("update public.projects set name = 'Harbour Solar' where id = $1", [owner.projectId]);
  await signIn(page, owner);
  await prefer(rows, owner, { interface_settings: { fontScale: 130 } });
  await page.goto(`/dashboard/${owner.projectId}`);
  await expect(page.locator("html")).toHaveAttribute("data-text", "130");
  const button = page.getByRole("button", { name: /Harbour Solar/ });
  const name = button.getByText("Harbour Solar").locator("xpath=..");
  await expect(name).toBeVisible();
  expect(await name.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  await expect(page.getByRole("banner").getByRole("status")).toHaveText(/./);
});

test("the views of the inbox stand in one line on a phone, in every language", async ({ page, rows }) => {
  const owner = await newOwner("Inbal");
  await signIn(page, owner);
  for (const language of locales) {
    await prefer(rows, owner, { interface_settings: { language } });
    await page.goto("/notifications");
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    const views = page.getByRole("radiogroup").first().locator("label");
    await expect(views).toHaveCount(inboxViews.length);
    const tops = await views.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(new Set(tops).size, language).toBe(1);
  }
});

/** What makes the page wider than the screen, and words that end at the edge of their box without a sign that they do. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const isWide = document.documentElement.scrollWidth > innerWidth;
    const boxOf = (element: Element) => element.getBoundingClientRect();
    const isBeyond = (element: Element) =>
      isWide && (boxOf(element).right > innerWidth + 1 || boxOf(element).left < -1);
    const isCut = (element: Element) => {
      const { overflowX, textOverflow } = getComputedStyle(element);
      const hides = ["hidden", "clip"].includes(overflowX) && textOverflow !== "ellipsis";
      return (
        hides &&
        element.localName !== "input" &&
        element.clientWidth > 1 &&
        element.scrollWidth > element.clientWidth + 1
      );
    };
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.checkVisibility() && (isCut(element) || isBeyond(element)))
      .filter((element) => ![...element.querySelectorAll("*")].some(isBeyond) || isCut(element))
      .map((element) => element.outerHTML.slice(0, 140));
  });
