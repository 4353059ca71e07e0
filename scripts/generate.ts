import { readFileSync, writeFileSync } from "node:fs";
import { sections } from "@/lib/settings/registry";
import { writeMigration } from "./generate/migration";
import { settingsDocs } from "./generate/settings-docs";
import { settingsSql } from "./generate/settings-sql";

/**
 * Writes what is derived from the settings: the SQL defaults and the docs. Run it after a change in lib/settings or
 * in the words of a setting. `--replace` rewrites the newest defaults migration, for one that was never applied.
 */
const migration = writeMigration("supabase/migrations", settingsSql(sections), {
  replace: process.argv.includes("--replace"),
});
writeFileSync(
  "docs/settings.md",
  settingsDocs(sections, JSON.parse(readFileSync("messages/en.json", "utf8"))),
);
console.log(
  migration ? `wrote ${migration} and docs/settings.md` : "SQL defaults unchanged; wrote docs/settings.md",
);
