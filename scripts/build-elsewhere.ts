import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildApp } from "./build";
import { root } from "./root";

/** What `next build` into another folder writes that folder's name into. */
const rewritten = ["tsconfig.json", "next-env.d.ts"];

/**
 * Builds the app into a folder of its own and leaves every source as it was. `changes`: texts, by their files, that this
 * build alone has instead.
 */
export async function buildElsewhere(
  distDir: string,
  changes: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const files = [...rewritten, ...changes.keys()].map((file) => join(root, file));
  const before = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file) })));
  try {
    for (const [file, text] of changes) await writeFile(join(root, file), text);
    await buildApp(distDir, console.log);
  } finally {
    await Promise.all(before.map(({ file, text }) => writeFile(file, text)));
  }
}
