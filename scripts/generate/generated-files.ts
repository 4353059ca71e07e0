import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { kinds } from "@/lib/notifications/kinds";
import type { Json } from "@/lib/settings/json";
import { sections } from "@/lib/settings/registry";
import { locales } from "@/lib/vocabulary/locales";
import { generatedSql } from "./generated-sql";
import { plannedMigration } from "./migration";
import { messagesDocs } from "./messages-docs";
import { missingWords } from "./missing-words";
import { PROVIDER_REGISTRY, providerRegistry, SERVER_REGISTRY, serverRegistry } from "./provider-registry";
import { settingsDocs } from "./settings-docs";
import { REMOVAL_SCRIPT, removalScript } from "./removal-script";
import { SETUP_SCRIPT, setupScript } from "./setup-script";
import { ZONE_DATA, zoneData } from "./zone-data";

type File = Readonly<{ file: string; text: string }>;

/** Renders everything and writes nothing: the files that would change. Throws where something declared has no words. */
export function generatedFiles(root: string): File[] {
  const missing = locales.flatMap((locale) =>
    missingWords(sections, kinds, messagesIn(root, locale)).map(
      (key) => `messages/${locale}.json: ${key} is missing`,
    ),
  );
  if (missing.length > 0) throw new Error(`Nothing was written:\n${missing.join("\n")}`);
  return rendered(root).filter(({ file, text }) => textOf(file) !== text);
}

function rendered(root: string): File[] {
  const folder = join(root, "supabase/migrations");
  const migration = plannedMigration(folder, generatedSql(sections, kinds));
  return [
    ...(migration ? [migration] : []),
    { file: join(root, ZONE_DATA), text: zoneData() },
    { file: join(root, PROVIDER_REGISTRY), text: providerRegistry(root) },
    { file: join(root, SERVER_REGISTRY), text: serverRegistry(root) },
    { file: join(root, "docs/settings.md"), text: settingsDocs(sections, messagesIn(root, "en")) },
    ...messagesDocs(root),
    {
      file: join(root, SETUP_SCRIPT),
      text: setupScript(folder, join(root, "scripts/generate/setup"), migration),
    },
    { file: join(root, REMOVAL_SCRIPT), text: removalScript(root, migration) },
  ];
}

const messagesIn = (root: string, locale: string): Json =>
  JSON.parse(readFileSync(join(root, `messages/${locale}.json`), "utf8"));

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : null);
