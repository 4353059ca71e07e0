import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeSymlinks } from "./binaries";

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(path.join(tmpdir(), "binaries-"))));
afterEach(() => rm(folder, { recursive: true, force: true }));

it("makes the links that npm's install script was not allowed to make, as often as it is called", async () => {
  const lib = path.join(folder, "native", "lib");
  await mkdir(lib, { recursive: true });
  await writeFile(path.join(lib, "libpq.so.5.17"), "library");
  const links = ["libpq.so", "libpq.so.5"].map((name) => ({
    source: "native/lib/libpq.so.5.17",
    target: `native/lib/${name}`,
  }));
  await writeFile(path.join(folder, "native", "pg-symlinks.json"), JSON.stringify(links));
  for (let call = 0; call < 2; call++) await makeSymlinks(folder);
  expect(await readFile(path.join(lib, "libpq.so"), "utf8")).toBe("library");
  expect(await readFile(path.join(lib, "libpq.so.5"), "utf8")).toBe("library");
});

it("does nothing if the package lists no links", async () => {
  await expect(makeSymlinks(folder)).resolves.toBeUndefined();
});
