import { defineConfig } from "@playwright/test";
import type { EngineUse } from "./e2e/engines/fixtures";
import { addresses } from "./e2e/harness/addresses";
import { browserArguments, findBrowser } from "./scripts/browser";

const browser = findBrowser();

// One built app on one local platform for all specs. A spec in e2e/alone disturbs that platform, so nothing may run
// beside it: one worker, but where `npm test` runs the project `together` by itself and asks for two. Nothing is
// retried: a test that fails once in ten is broken.
export default defineConfig<EngineUse>({
  projects: [
    { name: "together", testDir: "e2e", testIgnore: ["alone/**", "engines/**"], fullyParallel: true },
    { name: "alone", testDir: "e2e/alone" },
    // The same tests in each engine. Firefox and WebKit are driven by their own protocols, not by Playwright's builds.
    // Only Firefox takes a push service of ours.
    { name: "chromium", testDir: "e2e/engines", testIgnore: "push.spec.ts", use: { engine: "chromium" } },
    { name: "firefox", testDir: "e2e/engines", use: { engine: "firefox" } },
    { name: "webkit", testDir: "e2e/engines", testIgnore: "push.spec.ts", use: { engine: "webkit" } },
  ],
  testMatch: "*.spec.ts",
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Only what hangs: a loaded machine is no failure.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  outputDir: "test-results",
  reporter: "list",
  webServer: {
    command: "node --import tsx e2e/harness/server.ts",
    url: `${addresses.app}/api/health`,
    reuseExistingServer: false,
    // With the build, which takes minutes beside other work.
    timeout: 900_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    env: { PORT: String(addresses.ports.app) },
  },
  use: {
    baseURL: addresses.app,
    locale: "en-US",
    // The zone everybody starts in: a first visit from another one writes it and says so (e2e/first-visit.spec.ts).
    timezoneId: "UTC",
    viewport: { width: 1280, height: 800 },
    // A trace costs a third of the time: add --trace on to look at one spec.
    screenshot: "only-on-failure",
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    launchOptions: { executablePath: browser.executablePath, args: browserArguments },
  },
});
