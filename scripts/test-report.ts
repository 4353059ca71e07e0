import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

/** How many checks a step passed and failed. A skipped test has not passed: it proves nothing. */
export type Count = { passed: number; failed: number };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numTotalTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/** A file that could not be loaded has no tests to fail, so it counts as one failure itself. */
export function countVitest(report: unknown): Count {
  const { numPassedTests, numTotalTests, testResults } = vitestReport.parse(report);
  const broken = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests + broken.length };
}

export function countPlaywright(report: unknown): Count {
  const { stats, errors } = playwrightReport.parse(report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

export type ReportKind = "check" | "vitest" | "playwright";

/**
 * What a step counts for, from its exit code and its JSON report. Whatever goes wrong without a failed test (a
 * missing report, an unhandled error after the last test, no test at all) is one failure, never a silent pass.
 */
export function countStep(kind: ReportKind, exitCode: number, reportFile: string): Count {
  if (kind === "check") return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 };
  const report: unknown = JSON.parse(readFileSync(reportFile, "utf8"));
  const count = kind === "vitest" ? countVitest(report) : countPlaywright(report);
  const unexplained = count.failed === 0 && (exitCode !== 0 || count.passed === 0);
  return unexplained ? { ...count, failed: 1 } : count;
}

export function sum(counts: Count[]): Count {
  return counts.reduce(
    (total, count) => ({ passed: total.passed + count.passed, failed: total.failed + count.failed }),
    { passed: 0, failed: 0 },
  );
}
