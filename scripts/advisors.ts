import { supabaseCli } from "./supabase-cli";
import { withScratchDatabase } from "./scratch-database";
import { playWorkload } from "./workload";

/**
 * What the advisors of Supabase (security and performance, level info and up) find in a database; "" for nothing.
 * `unused_index` speaks of the traffic so far, so the database should have seen some.
 */
export async function advisorFindings(url: string): Promise<string> {
  const level = ["--type", "all", "--level", "info", "--fail-on", "info"];
  const { exitCode, stdout, stderr } = await supabaseCli(["db", "advisors", `--remote=${url}`, ...level]);
  // "No issues found" is not JSON: the exit status is what can be trusted.
  return exitCode === 0 ? "" : `${stdout}\n${stderr}`.trim();
}

/** `npm run db:advisors` looks at a fresh database after the product's workload; with an address, at that database. */
async function main(): Promise<void> {
  const url = process.argv[2];
  const findings = url
    ? await advisorFindings(url)
    : await withScratchDatabase(async (database) => {
        await playWorkload(database.pool);
        return advisorFindings(database.url);
      });
  console.log(findings || "The advisors find nothing.");
  process.exitCode = findings ? 1 : 0;
}

if (process.argv[1] === import.meta.filename) await main();
