import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sourceHash } from "./build";

let folder: string;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ovenai-sources-"));
  write("lib/paths.ts", "export const a = 1;");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("what asks for a new build", () => {
  it.each(["lib/paths.ts", "lib/time/testing.ts", "components/card.tsx", "messages/en.json", "proxy.ts"])(
    "is a change in %s",
    (path) => {
      const before = sourceHash(folder);
      write(path, "something else");
      expect(sourceHash(folder)).not.toBe(before);
    },
  );

  it.each(["lib/testing/fake-clock.ts", "components/page.test-support.tsx", "lib/paths.test.ts"])(
    "is not a change in %s: it never reaches the built app",
    (path) => {
      const before = sourceHash(folder);
      write(path, "something else");
      expect(sourceHash(folder)).toBe(before);
    },
  );
});
