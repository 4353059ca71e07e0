import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import type { ReportKind } from "./test-report";

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

const error = z.object({ message: z.string().optional() });
const suite = z.object({
  specs: z.array(
    z.object({
      title: z.string(),
      file: z.string(),
      line: z.number(),
      ok: z.boolean(),
      tests: z.array(
        z.object({ status: z.string(), results: z.array(z.object({ errors: z.array(error) })) }),
      ),
    }),
  ),
  get suites(): z.ZodOptional<z.ZodArray<typeof suite>> {
    return z.array(suite).optional();
  },
});
const playwrightReport = z.object({ suites: z.array(suite), errors: z.array(error) });

/** Long enough for an assertion and what it got. */
const mostLines = 14;

const told = (name: string, message: string | undefined) =>
  [
    name,
    ...stripVTControlCharacters(message ?? "")
      .trim()
      .split("\n")
      .slice(0, mostLines),
  ].join("\n    ");

function ofVitest(report: unknown): string[] {
  return vitestReport.parse(report).testResults.flatMap(({ name, status, message, assertionResults }) => {
    if (status === "failed" && assertionResults.length === 0) return [told(name, message)];
    return assertionResults
      .filter((test) => test.status !== "passed")
      .map((test) => told(`${name}: ${test.fullName}`, test.failureMessages?.[0] ?? test.status));
  });
}

const ofSuite = ({ specs, suites = [] }: z.infer<typeof suite>): string[] => [
  ...specs.flatMap(({ title, file, line, ok, tests }) => {
    const isGood = ok && tests.every(({ status }) => status === "expected");
    const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
    const words = errors.map(({ message }) => message).join("\n") || tests.map(({ status }) => status).join();
    return isGood ? [] : [told(`${file}:${line}: ${title}`, words)];
  }),
  ...suites.flatMap(ofSuite),
];

function ofPlaywright(report: unknown): string[] {
  const { suites, errors } = playwrightReport.parse(report);
  return [...suites.flatMap(ofSuite), ...errors.map(({ message }) => told("outside the tests", message))];
}

/** What a step found wrong, a text for each: who reads the end of a long output alone learns what to mend. */
export function failuresOf(kind: ReportKind, reportFile: string, output: string): string[] {
  if (kind !== "check" && existsSync(reportFile)) {
    const report: unknown = JSON.parse(readFileSync(reportFile, "utf8"));
    const found = kind === "vitest" ? ofVitest(report) : ofPlaywright(report);
    if (found.length > 0) return found;
  }
  return [told("its last words", output.trim().split("\n").slice(-mostLines).join("\n"))];
}
