import { mkdirSync, rmSync } from "node:fs";
import { haveEngine } from "./engines";
import { failuresOf } from "./test-failures";
import { type Count, countStep, sum } from "./test-report";
import * as steps from "./test-steps";

/**
 * Everything that must hold, on a fresh clone. A failing step does not stop the ones after it, so that one run shows
 * all that is wrong. Closes with what failed, named once more, and `N passed, N failed`.
 */
const failures: string[] = [];

async function perform(step: steps.Step): Promise<Count> {
  const output: string[] = [];
  const start = performance.now();
  if (!step.quiet) console.log(`\n── ${step.name}`);
  const code = await step
    .run((text) => output.push(text))
    .catch((error: unknown) => {
      output.push(error instanceof Error ? error.message : String(error));
      return 1;
    });
  const count = countStep(step.kind, code, steps.reportOf(step.name));
  if (count.failed > 0) {
    console.log(output.join(""));
    const found = failuresOf(step.kind, steps.reportOf(step.name), output.join(""));
    failures.push(...found.map((failure) => `${step.name}: ${failure}`));
  }
  const verdict = count.failed > 0 ? `FAILED (${count.failed})` : "ok";
  console.log(`── ${step.name}: ${verdict}, ${count.passed} passed, ${secondsSince(start)} s`);
  return count;
}

async function lane(...line: steps.Step[]): Promise<Count> {
  const counts: Count[] = [];
  for (const step of line) counts.push(await perform(step));
  return sum(counts);
}

const secondsSince = (start: number) => ((performance.now() - start) / 1000).toFixed(1);

const start = performance.now();
const hasFirefox = haveEngine("firefox");
rmSync(steps.reports, { recursive: true, force: true });
mkdirSync(steps.reports, { recursive: true });
// Two cores are what we count on. The lanes take about as long; types and build are in one, because both write `.next`.
const checked = await Promise.all([
  lane(steps.format, steps.lint, steps.unit),
  lane(steps.types, steps.build, steps.platform),
]);
// A browser, the app and PostgreSQL have the machine to themselves.
const { passed, failed } = sum([
  ...checked,
  await lane(steps.together, steps.alone, ...(hasFirefox ? [steps.firefox] : [])),
]);
if (!hasFirefox)
  console.log(
    "\nNOT TESTED in Firefox: it is not on this machine and cannot be installed; FIREFOX_PATH may name one.",
  );
for (const failure of failures) console.log(`\n${failure}`);
console.log(`\nIn ${secondsSince(start)} s.\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
