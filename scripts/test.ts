import { type SpawnOptions, spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { findBrowser } from "./browser";
import { buildApp, nextProgram } from "./build";
import { root } from "./root";
import { type Count, countStep, type ReportKind, sum } from "./test-report";

/**
 * Everything that must hold, in order, on a fresh clone. Quick checks come first; a failing step does not stop the
 * ones after it, so that one run shows all that is wrong. Closes with `N passed, N failed`.
 */
const reports = join(root, ".data", "reports");
const programs = createRequire(import.meta.url);
const programOf = (name: string, path: string) =>
  join(dirname(programs.resolve(`${name}/package.json`)), path);

type Step = {
  name: string;
  kind: ReportKind;
  quiet: boolean;
  run: (log: (text: string) => void) => Promise<number>;
};

/** Runs node with arguments; `quiet` steps keep what they print until they fail. */
function node(log: (text: string) => void, quiet: boolean, args: string[], env: Record<string, string> = {}) {
  const stdio: SpawnOptions["stdio"] = quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"];
  return new Promise<number>((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio });
    child.stdout?.on("data", (chunk) => log(String(chunk)));
    child.stderr?.on("data", (chunk) => log(String(chunk)));
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

const reportOf = (name: string) => join(reports, `${name}.json`);

function check(name: string, ...commands: string[][]): Step {
  const run: Step["run"] = async (log) => {
    for (const args of commands) {
      const code = await node(log, true, args);
      if (code !== 0) return code;
    }
    return 0;
  };
  return { name, kind: "check", quiet: true, run };
}

function vitest(name: string): Step {
  const output = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportOf(name)}`];
  const args = [programOf("vitest", "vitest.mjs"), "run", "--project", name, "--allowOnly=false", ...output];
  return { name, kind: "vitest", quiet: false, run: (log) => node(log, false, args) };
}

const format = check("format", [
  programOf("prettier", "bin/prettier.cjs"),
  "--check",
  "--log-level=warn",
  ".",
]);
const lint = check("lint", [programOf("eslint", "bin/eslint.js"), "--max-warnings=0", "."]);
const types = check("types", [nextProgram, "typegen"], [programOf("typescript", "bin/tsc"), "--noEmit"]);

const build: Step = {
  name: "build",
  kind: "check",
  quiet: true,
  run: async (log) => {
    await buildApp(".next", log);
    return 0;
  },
};

const endToEnd: Step = {
  name: "e2e",
  kind: "playwright",
  quiet: false,
  run: async (log) => {
    const browser = findBrowser();
    console.log(`Browser: ${browser.executablePath} (${browser.source})`);
    return node(log, false, [programOf("@playwright/test", "cli.js"), "test", "--reporter=list,json"], {
      CHROMIUM_PATH: browser.executablePath,
      PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf("e2e"),
    });
  },
};

async function perform(step: Step): Promise<Count> {
  const output: string[] = [];
  const start = performance.now();
  if (!step.quiet) console.log(`\n── ${step.name}`);
  const code = await step
    .run((text) => output.push(text))
    .catch((error: unknown) => {
      output.push(error instanceof Error ? error.message : String(error));
      return 1;
    });
  const count = countStep(step.kind, code, reportOf(step.name));
  if (count.failed > 0) console.log(output.join(""));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const verdict = count.failed > 0 ? `FAILED (${count.failed})` : "ok";
  console.log(`── ${step.name}: ${verdict}, ${count.passed} passed, ${seconds} s`);
  return count;
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const counts: Count[] = [];
// Types are checked beside format and lint: the two lanes take about as long, and two cores are what we count on.
const lanes = await Promise.all([
  (async () => [await perform(format), await perform(lint)])(),
  (async () => [await perform(types)])(),
]);
counts.push(...lanes.flat());
for (const step of [vitest("unit"), vitest("platform"), build, endToEnd]) counts.push(await perform(step));
const { passed, failed } = sum(counts);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
