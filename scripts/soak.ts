import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "./root";

/** The long campaigns at full count; `npm test` runs the same files on a small seeded sample. */
const campaigns = [
  {
    what: "8 writers x 2,000 patches on 50 documents",
    project: "platform",
    file: "supabase/tests/campaign.test.ts",
    env: { CAMPAIGN_SCALE: "40" },
  },
  {
    what: "6,000 random schedules of tabs, outages and lost answers over the outbox",
    project: "unit",
    file: "lib/settings/outbox-campaign.test.ts",
    env: { CAMPAIGN_RUNS: "6000" },
  },
];

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

function run({ project, file, env }: (typeof campaigns)[number]): Promise<number> {
  const args = [vitest, "run", "--project", project, "--testTimeout", "1800000", file];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: "inherit",
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

let failed = 0;
for (const campaign of campaigns) {
  console.log(`\n── ${campaign.what}`);
  if ((await run(campaign)) !== 0) failed += 1;
}
console.log(`\n${campaigns.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
