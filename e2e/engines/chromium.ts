import { chromium } from "@playwright/test";
import { browserArguments, findBrowser } from "../../scripts/browser";
import { asking, type Engine, type EngineOptions, type EnginePage } from "./engine";

export async function openChromium({ zone }: EngineOptions): Promise<Engine> {
  const browser = await chromium.launch({
    executablePath: findBrowser().executablePath,
    args: browserArguments,
    env: { ...process.env, TZ: zone },
  });
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: "en-US" });
  const tab = await context.newPage();
  const ask = asking((expression) => tab.evaluate(expression));
  const page: EnginePage = {
    goto: async (address) => void (await tab.goto(address)),
    // Waits for no page: which one comes may be the server's to say.
    back: () => ask(() => window.history.back()),
    reload: async () => void (await tab.reload()),
    ask,
    click: (selector) => tab.locator(selector).first().click({ noWaitAfter: true }),
    type: (text) => tab.keyboard.type(text),
    press: (key) => tab.keyboard.press(key),
  };
  return { page, close: () => browser.close() };
}
