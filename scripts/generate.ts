import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { generatedFiles } from "./generate/generated-files";

/**
 * Writes what is derived from the declarations (SQL and docs) and from the migrations (the script that installs them).
 * Run it after a change in lib/settings or lib/notifications/kinds.ts, in their words, or in supabase/migrations.
 * Everything is rendered before anything is written: where words are missing they are named, and no file has changed.
 */
const files = generatedFiles(".");
for (const { file, text } of files) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
console.log(files.length > 0 ? `wrote ${files.map(({ file }) => file).join(", ")}` : "nothing changed");
