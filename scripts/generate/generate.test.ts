import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isField } from "@/lib/settings/fields";
import { sections } from "@/lib/settings/registry";
import { leaves } from "@/lib/settings/sections";
import { valueAt } from "@/lib/settings/patch";
import { newestMigration } from "./migration";
import { settingsDocs } from "./settings-docs";
import { settingsSql } from "./settings-sql";

const messages = (locale: string, root = ".") =>
  JSON.parse(readFileSync(join(root, `messages/${locale}.json`), "utf8"));
const locales = ["en", "he", "ar"];

describe("what is derived from the settings", () => {
  it("is in the newest defaults migration: after a change run `npm run generate`", () => {
    const newest = newestMigration("supabase/migrations");
    expect(newest && readFileSync(newest, "utf8")).toBe(settingsSql(sections));
  });

  it("is in docs/settings.md: after a change run `npm run generate`", () => {
    expect(readFileSync("docs/settings.md", "utf8")).toBe(settingsDocs(sections, messages("en")));
  });
});

describe.each(locales)("the words in %s", (locale) => {
  it("are there for every field, every option and every group that a form shows", () => {
    const missing = sections.flatMap((section) => [
      ...[...leaves(section).values()].flatMap(({ titleKey, control }) => [
        `fields.${titleKey}.title`,
        `fields.${titleKey}.help`,
        ...(control.kind === "choice"
          ? control.options.map((option) => `fields.${titleKey}.options.${option}`)
          : []),
      ]),
      ...Object.entries(section.columns).flatMap(([key, node]) =>
        isField(node) ? [] : [`groups.${key}.title`],
      ),
    ]);
    const absent = missing.filter((key) => typeof valueAt(messages(locale), `settings.${key}`) !== "string");
    expect(absent).toEqual([]);
  });
});

describe("adding a setting", () => {
  const copy = mkdtempSync(join(tmpdir(), "one-line-"));
  const run = async (...command: string[]) =>
    (await promisify(execFile)(process.execPath, ["--import", "tsx", ...command], { cwd: copy })).stdout;
  let probed: { accepted: boolean; refused: string; rows: string[]; defaultValue: boolean };

  beforeAll(async () => {
    for (const path of [
      "lib/settings",
      "lib/result.ts",
      "scripts/generate.ts",
      "scripts/generate",
      "messages",
      "docs",
      "supabase/migrations",
      "tsconfig.json",
      "package.json",
    ])
      cpSync(path, join(copy, path), { recursive: true });
    symlinkSync(join(process.cwd(), "node_modules"), join(copy, "node_modules"), "junction");

    // One line …
    const declaration = join(copy, "lib/settings/dashboard.ts");
    const before = readFileSync(declaration, "utf8");
    const line = `      showTips: toggle(true, "showTips"),\n`;
    writeFileSync(
      declaration,
      before.replace(/^ +compactMode: .*\n/m, (last) => last + line),
    );
    // … its three translations …
    for (const locale of locales) {
      const words = messages(locale, copy);
      words.settings.fields.showTips = { title: `Tips (${locale})`, help: "Short hints." };
      writeFileSync(join(copy, `messages/${locale}.json`), JSON.stringify(words));
    }
    // … and `npm run generate`.
    await run("scripts/generate.ts");

    writeFileSync(
      join(copy, "probe.ts"),
      `import { dashboard } from "@/lib/settings/dashboard";
       import { formModel } from "@/lib/settings/form/form-model";
       import { patchSchema } from "@/lib/settings/patch-schema";
       import { defaults } from "@/lib/settings/sections";
       const refused = patchSchema(dashboard).safeParse({ dashboard_preferences: { showTips: "yes" } });
       console.log(JSON.stringify({
         accepted: patchSchema(dashboard).safeParse({ dashboard_preferences: { showTips: false } }).success,
         refused: refused.error?.issues[0]?.path.join("."),
         rows: formModel(dashboard).flatMap((group) => group.rows.map((row) => row.path)),
         defaultValue: defaults(dashboard).dashboard_preferences.showTips,
       }));`,
    );
    probed = JSON.parse(await run("probe.ts"));
  }, 60_000);
  afterAll(() => rmSync(copy, { recursive: true }));

  it("gives SQL its default and its rule, in a migration after all others", () => {
    const files = readdirSync(join(copy, "supabase/migrations")).sort();
    const added = files.filter((file) => !readdirSync("supabase/migrations").includes(file));
    expect(added).toEqual([files.at(-1)]);
    const sql = readFileSync(join(copy, "supabase/migrations", added[0] ?? ""), "utf8");
    expect(sql).toContain(`"showTips": true`);
    expect(sql).toContain(`"showTips": { "leaf": { "type": "boolean" } }`);
  });

  it("puts it into the docs, in the words of the screen", () => {
    const docs = readFileSync(join(copy, "docs/settings.md"), "utf8");
    expect(docs).toContain("| `dashboard_preferences.showTips` | Tips (en) | on or off | `true` |");
  });

  it("gives it a default, a row in the form and a validator", () => {
    expect(probed).toEqual({
      accepted: true,
      refused: "dashboard_preferences.showTips",
      rows: expect.arrayContaining(["dashboard_preferences.showTips"]),
      defaultValue: true,
    });
  });

  it("writes nothing the second time", async () => {
    expect(await run("scripts/generate.ts")).toContain("SQL defaults unchanged");
  });
});
