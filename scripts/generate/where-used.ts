import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const folders = ["app", "components", "lib"];

/** Which file of the product says a message, found by the texts in its source. */
export type WhereUsed = (key: string) => string | null;

/** The files that have a text, by that text: each as often as it has it. */
type Index = Map<string, string[]>;

/**
 * A key stands in the source in one piece or in two: the namespace that a hook is given, and the rest. Where the end of a
 * key is put together as the app runs, the file is named that has the longest beginning of it, and puts an end to it.
 */
export function whereUsed(root: string): WhereUsed {
  const { whole, begun } = textsIn(root);
  return (key) => {
    const parts = key.split(".");
    for (let known = parts.length; known > 0; known -= 1) {
      const ends = known === parts.length ? [whole] : [begun, whole];
      for (const end of ends) {
        const file = mostOften(filesWith(parts.slice(0, known), whole, end));
        if (file !== null) return file;
      }
    }
    return null;
  };
}

/** The files with these parts in one piece, or in two wherever they may be split. */
const filesWith = (parts: readonly string[], beginning: Index, end: Index) =>
  parts.flatMap((_, split) => {
    const files = end.get(parts.slice(split).join(".")) ?? [];
    if (split === 0) return files;
    const others = beginning.get(parts.slice(0, split).join("."));
    return files.filter((file) => others?.includes(file));
  });

/** Of several files the one that says it most often; of those the first by the alphabet. */
function mostOften(files: readonly string[]): string | null {
  const times = new Map<string, number>();
  for (const file of files.toSorted()) times.set(file, (times.get(file) ?? 0) + 1);
  const [first] = [...times].toSorted(([, one], [, other]) => other - one);
  return first?.[0] ?? null;
}

/** The texts in quotes (`whole`), and the beginnings of those that are put together (`begun`). */
function textsIn(root: string): { whole: Index; begun: Index } {
  const [whole, begun]: [Index, Index] = [new Map(), new Map()];
  const note = (index: Index, text: string, file: string) =>
    index.set(text, [...(index.get(text) ?? []), file]);
  for (const path of folders.flatMap((folder) => sourcesIn(join(root, folder)))) {
    const file = relative(root, path).split(sep).join("/");
    for (const [, quoted, start] of readFileSync(path, "utf8").matchAll(/"([\w.]+)"|`([\w.]+?)\.?\$\{/g))
      if (quoted !== undefined) note(whole, quoted, file);
      else if (start !== undefined) note(begun, start, file);
  }
  return { whole, begun };
}

const sourcesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (item) => item.isFile() && /\.tsx?$/.test(item.name) && !/\.test(-support)?\.tsx?$/.test(item.name),
    )
    .map((item) => join(item.parentPath, item.name))
    .toSorted();
