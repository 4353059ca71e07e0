import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildApp } from "../../scripts/build";
import { root } from "../../scripts/root";

const distDir = ".next-newer";

/** What `next build` into another folder writes that folder's name into. */
const rewritten = ["tsconfig.json", "next-env.d.ts"].map((name) => join(root, name));

/**
 * The app built once more, as the next deployment would be: another name, another key for the ids of its actions, other
 * files. Answers its folder.
 */
export async function newerBuild(): Promise<string> {
  const before = await Promise.all(rewritten.map((file) => readFile(file)));
  try {
    await buildApp(distDir, (line) => console.log(line));
  } finally {
    await Promise.all(rewritten.map((file, index) => writeFile(file, before[index] ?? "")));
  }
  return distDir;
}
