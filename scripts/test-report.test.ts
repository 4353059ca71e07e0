import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { countPlaywright, countStep, countVitest, sum } from "./test-report";

const folder = mkdtempSync(join(tmpdir(), "test-report-"));

function reportFile(content: unknown) {
  const path = join(folder, `${Math.abs(JSON.stringify(content).length)}.json`);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const passing = {
  numPassedTests: 3,
  numTotalTests: 3,
  testResults: [{ status: "passed", assertionResults: [{}, {}, {}] }],
};

describe("the counts on the last line of npm test", () => {
  it("count each passed and failed test", () => {
    expect(countVitest({ ...passing, numTotalTests: 5 })).toEqual({ passed: 3, failed: 2 });
  });

  it("count a test file that does not load as a failure", () => {
    const testResults = [...passing.testResults, { status: "failed", assertionResults: [] }];
    expect(countVitest({ ...passing, testResults })).toEqual({ passed: 3, failed: 1 });
  });

  it("count flaky and skipped browser tests as failures, and errors outside any test", () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 1 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 7, failed: 4 });
  });

  it("count a step that ends badly after its tests passed as a failure", () => {
    expect(countStep("vitest", 1, reportFile(passing))).toEqual({ passed: 3, failed: 1 });
    expect(countStep("vitest", 0, reportFile(passing))).toEqual({ passed: 3, failed: 0 });
  });

  it("count a step without a report or without a test as a failure", () => {
    expect(countStep("playwright", 0, join(folder, "missing.json"))).toEqual({ passed: 0, failed: 1 });
    const empty = { numPassedTests: 0, numTotalTests: 0, testResults: [] };
    expect(countStep("vitest", 0, reportFile(empty))).toEqual({ passed: 0, failed: 1 });
  });

  it("add up", () => {
    expect(sum([countStep("check", 0, ""), countStep("check", 2, ""), { passed: 4, failed: 0 }])).toEqual({
      passed: 5,
      failed: 1,
    });
  });
});
