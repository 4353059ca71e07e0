import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { installTools } from "../local/npm-tools";
import { haveEngine } from "./engines";
import { root } from "./root";

/** A campaign runs tests of `npm test` again at full count. */
type Campaign = {
  what: string;
  /** How the paths of its test files begin; all of vitest's where it is empty. */
  file: string;
  env: Record<string, string>;
  /** Another Node than this one, from the npm registry: its version. */
  node?: string;
  /** The project of playwright.config.ts, where not all of them. */
  project?: string;
};

const engines = (["chromium", "firefox", "webkit"] as const).filter((name) => {
  const isThere = name === "chromium" || haveEngine(name);
  if (!isThere) console.log(`NOT TESTED in ${name}: it is not on this machine and cannot be installed.`);
  return isThere;
});

const campaigns: readonly Campaign[] = [
  {
    what: "8 writers x 2,000 patches on 50 documents",
    file: "supabase/tests/campaign.test.ts",
    env: { CAMPAIGN_SCALE: "40" },
  },
  {
    what: "300 random histories of settings, their moments brought back",
    file: "supabase/tests/history.test.ts",
    env: { HISTORY_RUNS: "300" },
  },
  {
    what: "3,000 schedules of faults on three devices over all sections, and 3,000 of undoing",
    file: "lib/settings/outbox/campaign.test.ts",
    env: { CAMPAIGN_RUNS: "3000" },
  },
  {
    what: "1,000 spoiled inputs for each action a browser may call",
    file: "supabase/tests/actions-fuzz.test.ts",
    env: { CAMPAIGN_RUNS: "1000" },
  },
  {
    what: "3,000 schedules in all time zones against a look at every minute's clock",
    file: "lib/notifications/schedule/campaign.test.ts",
    env: { CAMPAIGN_RUNS: "3000" },
  },
  {
    what: "every change of every clock from 2024 to 2030 against a look at every minute",
    file: "lib/notifications/schedule/clock-changes.test.ts",
    env: { EVERY_CHANGE: "1" },
  },
  {
    what: "10,000 deliveries explained before and lived through by a worker",
    file: "supabase/tests/delivery-explain.test.ts",
    env: { EXPLAIN_CASES: "10000" },
  },
  {
    what: "50,000 deliveries, 200 workers killed, 20 restarts of PostgreSQL",
    file: "supabase/tests/delivery-chaos.test.ts",
    env: { CHAOS: "full" },
  },
  {
    what: "1,000 schedules of faults on two to four tabs of a bell, which then equals the database",
    file: "lib/notifications/bell/fault-schedules.test.ts",
    env: { FAULT_RUNS: "1000" },
  },
  {
    what: "plans of the queue beside a million deliveries of the future",
    file: "supabase/tests/delivery-plans.test.ts",
    env: { PLAN_ROWS: "1000000" },
  },
  {
    what: "the setup script on PostgreSQL 15 as on 17",
    file: "supabase/tests/setup-",
    env: { EVERY_MAJOR: "1" },
  },
  {
    what: "an existing OvenAI database on PostgreSQL 15 as on 17",
    file: "supabase/tests/ovenai-",
    env: { EVERY_MAJOR: "1" },
  },
  {
    what: "200 browsers killed after they said that an edit is kept",
    file: "e2e/kill.spec.ts",
    env: { KILLS: "200" },
  },
  {
    what: "a page of one real build, its edits and its offline page on the next real build",
    file: "e2e/alone/two-builds.spec.ts",
    env: { TWO_BUILDS: "1" },
  },
  ...["22.23.3", "24.21.0"].map((node) => ({
    what: `unit and platform tests on Node ${node}`,
    file: "",
    env: {},
    node,
  })),
  {
    what: "the app as Vercel builds and runs it, each function a process of its own",
    file: "e2e/alone/vercel.spec.ts",
    env: { VERCEL_BUILD: "1" },
  },
  {
    what: "axe on every page x 3 languages x 4 themes",
    file: "e2e/accessibility",
    env: { EVERY_THEME: "1" },
  },
  ...engines.map((engine) => ({
    what: `every page and popover in the engine ${engine}`,
    file: "e2e/engines",
    project: engine,
    env: { EVERY_PAIR: "1" },
  })),
];

const programOf = (name: string, path: string) =>
  join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), path);

const argumentsOf = ({ file, project }: Campaign) =>
  file.startsWith("e2e/")
    ? [
        programOf("@playwright/test", "cli.js"),
        "test",
        file,
        ...(project ? ["--project", project] : ["--project", "together", "--project", "alone"]),
      ]
    : [programOf("vitest", "vitest.mjs"), "run", "--testTimeout", "1800000", ...(file ? [file] : [])];

async function run(campaign: Campaign): Promise<number> {
  const other = campaign.node ? await installTools([`node@${campaign.node}`]) : null;
  const node = other ? join(other.programs, "node") : process.execPath;
  const child = spawn(node, argumentsOf(campaign), {
    cwd: root,
    env: { ...process.env, ...campaign.env },
    stdio: "inherit",
  });
  return new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  }).finally(() => other?.remove());
}

/** `npm run soak` runs all campaigns; `npm run soak -- axe` those whose description contains "axe". */
const word = process.argv[2] ?? "";
const chosen = campaigns.filter(({ what }) => what.includes(word));
let failed = 0;
for (const campaign of chosen) {
  console.log(`\n── ${campaign.what}`);
  if ((await run(campaign)) !== 0) failed += 1;
}
console.log(`\n${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
