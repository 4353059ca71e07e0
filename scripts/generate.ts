import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { sections } from "@/lib/settings/registry";
import { writeMigration } from "./generate/migration";
import { settingsDocs } from "./generate/settings-docs";
import { settingsSql } from "./generate/settings-sql";
import { SETUP_SCRIPT, setupScript } from "./generate/setup-script";

/**
 * Writes what is derived from the settings (the SQL defaults and the docs) and from the migrations (the script that
 * installs them). Run it after a change in lib/settings, in the words of a setting, or in supabase/migrations.
 * `--replace` rewrites the newest defaults migration, for one that was never applied.
 */
const migration = writeMigration("supabase/migrations", settingsSql(sections), {
  replace: process.argv.includes("--replace"),
});
writeFileSync(
  "docs/settings.md",
  settingsDocs(sections, JSON.parse(readFileSync("messages/en.json", "utf8"))),
);
mkdirSync(dirname(SETUP_SCRIPT), { recursive: true });
writeFileSync(SETUP_SCRIPT, setupScript("supabase/migrations", "scripts/generate/setup"));
console.log(
  migration
    ? `wrote ${migration}, docs/settings.md and the setup script`
    : "SQL defaults unchanged; wrote docs/settings.md and the setup script",
);
