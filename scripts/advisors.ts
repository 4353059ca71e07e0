import { supabaseCli } from "./supabase-cli";
import { withScratchDatabase } from "./scratch-database";
import { playWorkload } from "./workload";

/**
 * The findings of Supabase's advisors (security and performance, level info and up) in a database; "" for none.
 * `unused_index` judges past traffic: run a workload first.
 */
export async function advisorFindings(url: string): Promise<string> {
  const level = ["--type", "all", "--level", "info", "--fail-on", "info"];
  const { exitCode, stdout, stderr } = await supabaseCli(["db", "advisors", `--remote=${url}`, ...level]);
  // The exit status decides, because "No issues found" is not JSON.
  return exitCode === 0 ? "" : `${stdout}\n${stderr}`.trim();
}

/**
 * `npm run db:advisors` checks a fresh database after the product's workload; with a connection string, that database.
 */
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
