import type { BrowserContext, Page } from "@playwright/test";

/**
 * Collects what a browser complains about. A test fails on any complaint it did not announce: a hydration mismatch,
 * a refused script or a failed request is a fault even where the screen looks right.
 */
export type Complaints = {
  watch(context: BrowserContext): Promise<void>;
  /** Announces complaints that the test itself provokes, such as refused connections while the browser is offline. */
  expect(pattern: RegExp): void;
  unexpected(): string[];
};

/**
 * What a browser says when a test takes its network away: ERR_FAILED of what it was fetching through the service worker,
 * the last while it was fetching the worker itself.
 */
export const noNetwork =
  /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_IO_SUSPENDED|net::ERR_FAILED|An unknown error occurred when fetching the script/;

/** What it says when a test stops the database or cuts the sockets. */
export const noServer = /Failed to load resource.*\b50[0-9]\b|WebSocket connection to .* failed/;

/** Reads that are under way when a sign-in ends are refused, as they must be. */
export const signInEnded = /\b401 \(Unauthorized\) \(\S+\/api\//;

/** Complaints that are nobody's fault in any test. Each says why. */
const harmless = [
  // Chromium reports a request that a navigation of the test has overtaken.
  /net::ERR_ABORTED/,
];

/** How a page complains that one of its files did not come; an answer such as 404 is told otherwise. */
const fileDidNotCome = /Failed to load chunk|ChunkLoadError|Failed to load resource: net::ERR_FAILED/;

/** What a script tries and gets refused by the policy is told nowhere if the script catches the refusal. */
function tellRefusals() {
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
    console.error(`The policy refused ${violatedDirective} ${blockedURI} of ${sourceFile}`),
  );
}

export function collectComplaints(): Complaints {
  const heard: string[] = [];
  /** Files that the browser stopped fetching, because the page that had asked for them was left. */
  const endedWithPage = new Set<string>();
  const isOfLeftPage = (line: string) =>
    fileDidNotCome.test(line) && [...endedWithPage].some((path) => line.includes(path));
  const expected = [...harmless];
  const watchPage = (page: Page) => {
    page.on("pageerror", (error) =>
      heard.push(`${page.url()} threw ${error.stack || `${error.name}: ${error.message}`}`),
    );
    page.on("console", (message) => {
      if (message.type() !== "error" && !/hydrat/i.test(message.text())) return;
      heard.push(`${page.url()} logged ${message.text()} (${message.location().url})`);
    });
  };
  return {
    async watch(context) {
      context.pages().forEach(watchPage);
      context.on("page", watchPage);
      context.on("requestfailed", (request) => {
        const { pathname } = new URL(request.url());
        if (request.failure()?.errorText !== "net::ERR_ABORTED") return;
        if (pathname.startsWith("/_next/static/")) endedWithPage.add(pathname);
      });
      await context.addInitScript(tellRefusals);
    },
    expect: (pattern) => expected.push(pattern),
    unexpected: () =>
      heard.filter((line) => !isOfLeftPage(line) && !expected.some((pattern) => pattern.test(line))),
  };
}
