import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";

const entry = z.object({ integrity: z.string().optional(), link: z.boolean().optional() });
const lock = z.object({ packages: z.record(z.string(), entry) });

/** Binaries of other systems than the one the lock file was written on, for which no hash was to be had. */
const withoutHash = [
  "darwin-arm64",
  "darwin-x64",
  "linux-arm64",
  "linux-arm64-musl",
  "linux-x64-musl",
  "windows-arm64",
]
  .concat("windows-x64")
  .map((platform) => `node_modules/@supabase/cli-${platform}`);

it("every package of the lock file has the hash of its content, but for seven binaries of the Supabase CLI", () => {
  const { packages } = lock.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
  const unhashed = Object.entries(packages).filter(
    ([path, { integrity, link }]) => path && !link && !integrity,
  );
  expect(unhashed.map(([path]) => path)).toEqual(withoutHash);
});
