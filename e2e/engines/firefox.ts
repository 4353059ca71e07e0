import puppeteer from "puppeteer-core";
import { findFirefox } from "../../scripts/engines";
import { asking, type Engine, type EngineOptions, type EnginePage } from "./engine";

/** Firefox, driven by WebDriver BiDi. Each has a profile of its own. */
export async function openFirefox({ zone }: EngineOptions): Promise<Engine> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error("Firefox is not installed");
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1280, height: 800 },
    env: { ...process.env, TZ: zone },
    // It asks nobody about anything.
    extraPrefsFirefox: {
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
    },
  });
  const tab = await browser.newPage();
  const ask = asking((expression) => tab.evaluate(expression));
  const page: EnginePage = {
    goto: async (address) => void (await tab.goto(address)),
    // Waits for no page: which one comes may be the server's to say.
    back: () => ask(() => window.history.back()),
    reload: async () => void (await tab.reload()),
    ask,
    click: (selector) => tab.click(selector),
    type: (text) => tab.keyboard.type(text),
    press: (key) => tab.keyboard.press(key),
  };
  return { page, close: () => browser.close() };
}
