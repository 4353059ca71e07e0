import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { root } from "./root";

export type CliResult = Readonly<{ exitCode: number; stdout: string; stderr: string }>;

/** Runs the project's Supabase CLI. A failed command resolves with its exit code; a CLI that cannot start rejects. */
export function supabaseCli(args: readonly string[]): Promise<CliResult> {
  const cli = createRequire(import.meta.url).resolve("supabase/dist/supabase.js");
  // PGSSLMODE keeps the CLI from trying TLS and printing a banner into its output.
  const env = { ...process.env, PGSSLMODE: "disable", SUPABASE_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };
  return new Promise((resolve, reject) => {
    const options = { env, cwd: root, maxBuffer: 16_000_000 };
    execFile(process.execPath, [cli, ...args, "--workdir", root], options, (error, stdout, stderr) => {
      if (error && typeof error.code !== "number") reject(error);
      else resolve({ exitCode: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}
