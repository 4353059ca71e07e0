import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { generatedFiles } from "./generate/generated-files";

/**
 * Writes what is derived: SQL, docs and the registry of providers from the declarations, the script that installs the
 * tables from the migrations. Run it after a change in lib/settings, lib/vocabulary, lib/notifications/kinds.ts or their
 * words, in the folders of lib/integrations, or in supabase/migrations.
 * Everything is rendered before anything is written: missing words are named, and then no file has changed.
 */
const files = generatedFiles(".");
for (const { file, text } of files) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
console.log(files.length > 0 ? `wrote ${files.map(({ file }) => file).join(", ")}` : "nothing changed");
