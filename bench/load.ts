import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import pg from "pg";
import { openSettings, press, saved, withMember } from "./browser";
import { earlierName, withEarlierApp } from "./earlier";
import type { Figure } from "./figure";
import { withApp } from "./platform";

/** Three minutes in all, in turn: nobody signed in, pages of settings, edits. */
const load = [
  { name: "sign-in", connections: 200, seconds: 60 },
  { name: "settings", connections: 20, seconds: 60 },
  { name: "patch action", connections: 20, seconds: 60 },
] as const;

type Asked = Readonly<{ url: string; init?: RequestInit }>;
type Name = (typeof load)[number]["name"];

/** The request of a pressed switch, with all that the server wants of it. Sent again, it is answered again. */
async function pressOf(page: Page, appUrl: string): Promise<Asked> {
  await openSettings(page, appUrl);
  const sent = page.waitForRequest((request) => "next-action" in request.headers());
  await press(page, "Insights");
  const request = await sent;
  await saved(page);
  const { "content-length": _, ...headers } = await request.allHeaders();
  const kept = Object.entries(headers).filter(([name]) => !name.startsWith(":"));
  return {
    url: request.url(),
    init: { method: "POST", headers: Object.fromEntries(kept), body: request.postData() },
  };
}

/** Keeps so many requests under way; answers how many a second were answered. Throws where one answers 5xx. */
async function hold({ connections, seconds }: (typeof load)[number], { url, init }: Asked): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let answered = 0;
  const one = async () => {
    while (performance.now() < end) {
      const answer = await fetch(url, { redirect: "manual", ...init });
      await answer.arrayBuffer();
      if (answer.status >= 500) throw new Error(`${url} answered ${answer.status}`);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  return answered / seconds;
}

/** What a process keeps in memory, in bytes, as Linux counts it. */
const residentBytes = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024;

async function carry(appUrl: string, pid: number) {
  return withMember(appUrl, async (page) => {
    const action = await pressOf(page, appUrl);
    const cookies = await page.context().cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const asked: Record<Name, Asked> = {
      "sign-in": { url: `${appUrl}/sign-in` },
      settings: { url: `${appUrl}/settings/notifications`, init: { headers: { cookie } } },
      "patch action": action,
    };
    const rates: string[] = [];
    for (const part of load) rates.push(`${part.name} ${(await hold(part, asked[part.name])).toFixed(0)}/s`);
    return { memory: residentBytes(pid), rates: rates.join(", ") };
  });
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

/** Limits are of a person; here one person stands for many. */
async function liftLimits(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("update private.rate_limits set per_minute = 1000000000, per_day = null");
  await client.end();
}

export const loadFigure: Figure = {
  name: "memory of the app after three minutes of load, no answer of it 5xx",
  baseline: earlierName,
  bar: { atMost: 1.05 },
  measure: () =>
    withApp(async ({ platform, appUrl, pid }) => {
      await liftLimits(platform.urls.db);
      const ours = await carry(appUrl, pid);
      const earlier = await withEarlierApp(platform, carry);
      const detail = `${megabytes(ours.memory)} (${ours.rates}) against ${megabytes(earlier.memory)} (${earlier.rates})`;
      return { ratio: ours.memory / earlier.memory, detail };
    }),
};
