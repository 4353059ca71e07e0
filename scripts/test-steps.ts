import { type SpawnOptions, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { findBrowser } from "./browser";
import { buildApp, nextProgram } from "./build";
import { root } from "./root";
import type { ReportKind } from "./test-report";

type Log = (text: string) => void;

export type Step = {
  name: string;
  kind: ReportKind;
  /** Keeps what it prints until it fails: two of these may run at once. */
  quiet: boolean;
  /** Answers the exit code. */
  run: (log: Log) => Promise<number>;
};

export const reports = join(root, ".data", "reports");
export const reportOf = (name: string) => join(reports, `${name}.json`);

const programs = createRequire(import.meta.url);
const programOf = (name: string, path: string) =>
  join(dirname(programs.resolve(`${name}/package.json`)), path);

/** Runs node with arguments; without `log` it prints straight away. */
function node(args: string[], log: Log | null, env: Record<string, string> = {}) {
  const stdio: SpawnOptions["stdio"] = log ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"];
  return new Promise<number>((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio });
    child.stdout?.on("data", (chunk) => log?.(String(chunk)));
    child.stderr?.on("data", (chunk) => log?.(String(chunk)));
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

function check(name: string, ...commands: string[][]): Step {
  const run: Step["run"] = async (log) => {
    for (const args of commands) {
      const code = await node(args, log);
      if (code !== 0) return code;
    }
    return 0;
  };
  return { name, kind: "check", quiet: true, run };
}

/** `projects`: those of vitest.config.ts that the step runs. */
function vitest(name: string, ...projects: string[]): Step {
  const chosen = projects.flatMap((project) => ["--project", project]);
  const output = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportOf(name)}`];
  const args = [programOf("vitest", "vitest.mjs"), "run", ...chosen, "--allowOnly=false", ...output];
  return { name, kind: "vitest", quiet: true, run: (log) => node(args, log) };
}

/** `project`: the one of playwright.config.ts that the step runs. `more`: further arguments of Playwright. */
function browser(name: string, project: string, workers: number, more: string[] = []): Step {
  const chosen = [
    "--project",
    project,
    "--workers",
    String(workers),
    "--output",
    join("test-results", project),
  ];
  const args = [programOf("@playwright/test", "cli.js"), "test", ...chosen, ...more, "--reporter=list,json"];
  const run = async () => {
    const { executablePath, origin } = findBrowser();
    console.log(`Browser: ${executablePath} (${origin})`);
    return node(args, null, {
      CHROMIUM_PATH: executablePath,
      PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf(name),
    });
  };
  return { name, kind: "playwright", quiet: false, run };
}

const prettier = programOf("prettier", "bin/prettier.cjs");

export const format = check("format", [prettier, "--check", "--log-level=warn", "."]);
export const lint = check("lint", [programOf("eslint", "bin/eslint.js"), "--max-warnings=0", "."]);
export const types = check(
  "types",
  [nextProgram, "typegen"],
  [programOf("typescript", "bin/tsc"), "--noEmit"],
);
export const unit = vitest("unit", "unit", "apart");
export const platform = vitest("platform", "platform");
export const build: Step = {
  name: "build",
  kind: "check",
  quiet: true,
  run: async (log) => {
    await buildApp(".next", log);
    return 0;
  },
};
export const together = browser("e2e-together", "together", 2);
export const alone = browser("e2e-alone", "alone", 1);
/** What goes differently in another engine. WebKit and the long tests: `npm run soak -- engine`. */
export const firefox = browser("e2e-firefox", "firefox", 2, ["--grep-invert", "@long"]);
