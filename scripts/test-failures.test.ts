import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { failuresOf } from "./test-failures";

const file = join(mkdtempSync(join(tmpdir(), "test-failures-")), "report.json");
const reported = (content: unknown) => {
  writeFileSync(file, JSON.stringify(content));
  return file;
};

const vitest = {
  testResults: [
    {
      name: "lib/a.test.ts",
      status: "failed",
      assertionResults: [
        { fullName: "it adds", status: "passed", failureMessages: [] },
        {
          fullName: "it subtracts",
          status: "failed",
          failureMessages: ["\u001B[31mexpected 1\u001B[39m\nto be 2"],
        },
        { fullName: "it waits", status: "pending" },
      ],
    },
    { name: "lib/b.test.ts", status: "failed", message: "no such file", assertionResults: [] },
  ],
};

const spec = (title: string, status: string, messages: string[]) => ({
  title,
  file: "bell.spec.ts",
  line: 5,
  ok: status !== "unexpected",
  tests: [{ status, results: [{ errors: messages.map((message) => ({ message })) }] }],
});
const playwright = {
  suites: [
    {
      specs: [spec("it rings", "expected", [])],
      suites: [
        { specs: [spec("it is silent", "unexpected", ["it rang"]), spec("it comes", "flaky", ["late"])] },
      ],
    },
  ],
  errors: [{ message: "no server" }],
};

describe("the failures at the end of npm test", () => {
  it("name each test of vitest that did not pass, and each file that does not load, with what they said", () => {
    expect(failuresOf("vitest", reported(vitest), "")).toEqual([
      "lib/a.test.ts: it subtracts\n    expected 1\n    to be 2",
      "lib/a.test.ts: it waits\n    pending",
      "lib/b.test.ts\n    no such file",
    ]);
  });

  it("name each test of a browser that did not pass at once, at any depth, and errors outside of tests", () => {
    expect(failuresOf("playwright", reported(playwright), "")).toEqual([
      "bell.spec.ts:5: it is silent\n    it rang",
      "bell.spec.ts:5: it comes\n    late",
      "outside the tests\n    no server",
    ]);
  });

  it("are the last words of a step that has no report, or one that names none", () => {
    const words = Array.from({ length: 40 }, (_, line) => `line ${line}`).join("\n");
    for (const [kind, path] of [
      ["check", ""],
      ["vitest", "/nowhere.json"],
      ["vitest", reported({ testResults: [] })],
    ] as const)
      expect(failuresOf(kind, path, words)).toEqual([
        expect.stringMatching(/^its last words\n {4}line 26[^]*line 39$/),
      ]);
  });
});
