import { type Browser, chromium, type Page } from "@playwright/test";
import { browserArguments, findBrowser } from "../scripts/browser";

/** Runs `work` with a page of the app on which the demo's member, or another of its people, is signed in. */
export async function withMember<T>(
  appUrl: string,
  work: (page: Page, browser: Browser) => Promise<T>,
  email = "member@demo.local",
): Promise<T> {
  const browser = await chromium.launch({
    executablePath: findBrowser().executablePath,
    args: browserArguments,
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${appUrl}/sign-in`);
    // Before React has taken the form over, it would be sent without its code.
    await page.waitForFunction(() =>
      Object.keys(document.querySelector("form [type=submit]") ?? {}).some((key) =>
        key.startsWith("__react"),
      ),
    );
    await page.getByLabel("Email").fill(email);
    await page.getByRole("textbox", { name: "Password" }).fill("demo-demo-demo");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/dashboard\//);
    return await work(page, browser);
  } finally {
    await browser.close();
  }
}

/** Opens a settings page and waits until React has hydrated it and everything is saved. */
export async function openSettings(page: Page, appUrl: string, path = "/settings/dashboard") {
  await page.goto(appUrl + path);
  await page.waitForFunction(() => {
    const control = document.querySelector("main [role=switch]");
    return control && Object.keys(control).some((key) => key.startsWith("__react"));
  });
  await saved(page);
}

/** Waits until the status line says "Saved". */
export const saved = (page: Page) =>
  page
    .getByRole("status", { name: "Saving" })
    .filter({ hasText: /^Saved$/ })
    .waitFor();

/**
 * Counts the server actions that a page sends, and delays each by `delayMs`. `take` answers the count and resets it.
 */
export async function countActions(page: Page, delayMs: number) {
  let sent = 0;
  await page.route("**/*", async (route) => {
    const isAction = route.request().method() === "POST" && "next-action" in route.request().headers();
    if (!isAction) return route.continue();
    sent += 1;
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    return route.continue();
  });
  return {
    take: () => {
      const taken = sent;
      sent = 0;
      return taken;
    },
  };
}

/** Five switches: label -> the key under which the switch is stored. */
export const switches: ReadonlyMap<string, string> = new Map([
  ["Key metrics", "metrics"],
  ["Monthly performance", "monthlyPerformance"],
  ["Insights", "insights"],
  ["Targets", "performanceTargets"],
  ["Recent activity", "recentActivity"],
]);
export const fiveSwitches = [...switches.keys()];

export const press = (page: Page, name: string) => page.getByRole("switch", { name, exact: true }).click();

/** Presses one switch per frame: faster than any answer arrives. */
export const pressAll = (page: Page, names: readonly string[]) =>
  page.evaluate(async (wanted) => {
    for (const name of wanted) {
      const title = [...document.querySelectorAll("main p")].find((one) => one.textContent === name);
      const control = document.querySelector(`main [role=switch][aria-labelledby="${title?.id}"]`);
      if (!(control instanceof HTMLElement)) throw new Error(`there is no switch ${name}`);
      control.click();
      await new Promise(requestAnimationFrame);
    }
  }, names);
