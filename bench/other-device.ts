import type { Page } from "@playwright/test";
import { openSettings, press, withMember } from "./browser";
import { median, percentile, type Figure } from "./figure";
import { withApp } from "./platform";

const rounds = 40;
const promisedMs = 1_000;

/** Unix ms; the two devices are pages of one machine and share its clock. */
const now = "performance.timeOrigin + performance.now()";

/** Resolves with the time at which `seen`, an expression, is first true in a painted frame; asked before it can be. */
const paintedOnce = (page: Page, seen: string): Promise<number> =>
  page.evaluate(
    `new Promise((resolve) => {
      const look = () => requestAnimationFrame(() => ((${seen}) ? resolve(${now}) : look()));
      look();
    })`,
  );

const isShown = `document.querySelector('[data-widget="insights"]') !== null`;
const isSaved = `document.querySelector('[role=status][aria-label="Saving"]')?.textContent === "Saved"`;

/** A press and, in ms since it: until the first device says that it is saved, until the other has drawn it. */
async function pressHere(here: Page, there: Page): Promise<{ saved: number; drawn: number }> {
  const wasShown = await there.evaluate(isShown);
  const drawnAt = paintedOnce(there, wasShown ? `!(${isShown})` : isShown);
  const before: number = await here.evaluate(now);
  await press(here, "Insights");
  await here.waitForFunction(`!(${isSaved})`);
  const savedAt = paintedOnce(here, isSaved);
  return { saved: (await savedAt) - before, drawn: (await drawnAt) - before };
}

export const otherDeviceFigure: Figure = {
  name: "a switch from the press to the dashboard of another device, median",
  baseline: "until the first device says that it is saved, in the same press",
  bar: { atMost: 2 },
  measure: () =>
    withApp(({ appUrl }) =>
      withMember(appUrl, async (there, browser) => {
        await there.waitForSelector('[data-widget="metrics"] dd');
        const context = await browser.newContext({ storageState: await there.context().storageState() });
        const here = await context.newPage();
        await openSettings(here, appUrl);
        await there.getByRole("button", { name: /^Notifications/ }).click();
        await there.getByText("Live", { exact: true }).waitFor();
        await there.keyboard.press("Escape");
        const presses: { saved: number; drawn: number }[] = [];
        for (let round = 0; round < rounds; round += 1) presses.push(await pressHere(here, there));
        const [saved, drawn] = [presses.map((one) => one.saved), presses.map((one) => one.drawn)];
        const slowest = percentile(95, drawn);
        const detail = `${median(drawn).toFixed(0)} ms (95th percentile ${slowest.toFixed(0)}) against ${median(saved).toFixed(0)} ms`;
        if (slowest > promisedMs) throw new Error(`the other device follows too late: ${detail}`);
        return { ratio: median(drawn) / median(saved), detail };
      }),
    ),
};
