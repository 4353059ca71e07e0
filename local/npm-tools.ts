import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

export type NpmTools = Readonly<{
  /** Where the tools lie, and where their programs do. */
  folder: string;
  programs: string;
  remove(): void;
}>;

/** Installs packages of the npm registry (`name@version`) outside of the project: tools that it does not depend on. */
export async function installTools(packages: readonly string[]): Promise<NpmTools> {
  const folder = mkdtempSync(join(tmpdir(), "ovenai-tools-"));
  writeFileSync(join(folder, "package.json"), "{}");
  await runProgram("npm", ["install", "--no-audit", "--no-fund", ...packages], folder, {});
  const programs = join(folder, "node_modules", ".bin");
  return { folder, programs, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs a program to its end. Throws an error with all that it wrote where it fails. */
export function runProgram(
  program: string,
  given: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const child = spawn(program, given, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(String(chunk)));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${basename(program)} failed:\n${output.join("")}`)),
    );
  });
}
