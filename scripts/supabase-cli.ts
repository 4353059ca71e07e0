import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { root } from "./root";

export type CliResult = Readonly<{ exitCode: number; stdout: string; stderr: string }>;

/** Runs the Supabase CLI that the project depends on; a failure is an exit code, not an exception. */
export function supabaseCli(args: readonly string[]): Promise<CliResult> {
  const cli = createRequire(import.meta.url).resolve("supabase/dist/supabase.js");
  // Without TLS the CLI would print a banner into its output; a linked project must not lead it elsewhere.
  const env = { ...process.env, PGSSLMODE: "disable", SUPABASE_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };
  return new Promise((resolve, reject) => {
    const options = { env, cwd: root, maxBuffer: 16_000_000 };
    execFile(process.execPath, [cli, ...args, "--workdir", root], options, (error, stdout, stderr) => {
      if (error && typeof error.code !== "number") reject(error);
      else resolve({ exitCode: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}
