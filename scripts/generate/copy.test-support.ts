import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { isJsonObject, type Json } from "@/lib/settings/json";
import { mergePatch } from "@/lib/settings/patch";
import { locales } from "@/lib/vocabulary/locales";

/** What `npm run generate` reads and writes, copied, so that a declaration can really be added. */
export type Copy = Readonly<{
  root: string;
  /** The text of a file; empty where there is none. */
  read(file: string): string;
  /** Writes a file, and its folder where that is new. */
  write(file: string, text: string): void;
  /** Replaces a piece of a file that must be there. */
  edit(file: string, piece: string | RegExp, by: (piece: string) => string): void;
  /** Merges words into the messages of every language. */
  addWords(words: (locale: string) => Json): void;
  run(...command: string[]): Promise<string>;
  remove(): void;
}>;

const parts = [
  ...["app", "bench", "components", "lib", "scripts", "local", "messages", "docs", "public"],
  ...["supabase/migrations", "tailwind.config.ts", "tsconfig.json", "vitest.config.ts", "package.json"],
];

export function copyOfDeclarations(): Copy {
  const root = mkdtempSync(join(tmpdir(), "declared-"));
  for (const part of parts) cpSync(part, join(root, part), { recursive: true });
  symlinkSync(join(process.cwd(), "node_modules"), join(root, "node_modules"), "junction");

  const read = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : "");
  function write(file: string, text: string) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return {
    root,
    read,
    write,
    edit(file, piece, by) {
      const before = read(file);
      const after = before.replace(piece, by);
      if (after === before) throw new Error(`${file} has no ${piece}`);
      write(file, after);
    },
    addWords(words) {
      for (const locale of locales) {
        const file = `messages/${locale}.json`;
        const before: Json = JSON.parse(read(file));
        if (!isJsonObject(before)) throw new Error(`${file} is no object`);
        write(file, JSON.stringify(mergePatch(before, words(locale))));
      }
    },
    run: async (...command) =>
      (await promisify(execFile)(process.execPath, ["--import", "tsx", ...command], { cwd: root })).stdout,
    remove: () => rmSync(root, { recursive: true }),
  };
}
