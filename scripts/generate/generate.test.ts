import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kinds } from "@/lib/notifications/kinds";
import { sections } from "@/lib/settings/registry";
import { locales } from "@/lib/vocabulary/locales";
import { copyOfDeclarations } from "./copy.test-support";
import { generatedFiles } from "./generated-files";
import { missingWords } from "./missing-words";
import { SETUP_SCRIPT } from "./setup-script";

const sqlFiles = [
  SETUP_SCRIPT,
  ...readdirSync("supabase/migrations")
    .filter((file) => file.endsWith("_generated.sql"))
    .map((file) => `supabase/migrations/${file}`),
];
const messages = (locale: string) => JSON.parse(readFileSync(`messages/${locale}.json`, "utf8"));

it("what is derived is in step with what is declared: after a change run `npm run generate`", () => {
  expect(generatedFiles(".").map(({ file }) => file)).toEqual([]);
});

it.each(locales)(
  "the words in %s are there for every field, option, group and kind of notification",
  (locale) => {
    expect(missingWords(sections, kinds, messages(locale))).toEqual([]);
  },
);

describe("adding a setting", () => {
  const copy = copyOfDeclarations();
  const migrations = () => readdirSync(join(copy.root, "supabase/migrations"));
  const before = migrations();
  let probed: { accepted: boolean; refused: string; rows: string[]; defaultValue: boolean };
  let said: string[];

  beforeAll(async () => {
    // One line (a name that nobody will really add) …
    copy.edit(
      "lib/settings/dashboard.ts",
      /^ +compactMode: .*\n/m,
      (last) => `${last}      addedOnACopy: toggle(true, "addedOnACopy"),\n`,
    );
    // … without its words, then with them, and once again.
    said = [await copy.run("scripts/generate.ts").catch(String)];
    const unwritten = copy.read("docs/settings.md");
    copy.addWords((locale) => ({
      settings: { fields: { addedOnACopy: { title: `Added (${locale})`, help: "Really." } } },
    }));
    said.push(unwritten, await copy.run("scripts/generate.ts"), await copy.run("scripts/generate.ts"));
    writeFileSync(
      join(copy.root, "probe.ts"),
      `import { safeParse } from "@/lib/schema";
       import { dashboard } from "@/lib/settings/dashboard";
       import { formModel } from "@/lib/settings/form/form-model";
       import { patchSchema } from "@/lib/settings/patch-schema";
       import { defaults } from "@/lib/settings/sections";
       const refused = safeParse(patchSchema(dashboard), { dashboard_preferences: { addedOnACopy: "yes" } });
       console.log(JSON.stringify({
         accepted: safeParse(patchSchema(dashboard), { dashboard_preferences: { addedOnACopy: false } }).success,
         refused: refused.error?.issues[0]?.path.join("."),
         rows: formModel(dashboard).flatMap((group) => group.rows.map((row) => row.path)),
         defaultValue: defaults(dashboard).dashboard_preferences.addedOnACopy,
       }));`,
    );
    probed = JSON.parse(await copy.run("probe.ts"));
  });
  afterAll(copy.remove);

  it("is refused without its words, each named in each language, before anything is written", () => {
    const [refusal, docs] = said;
    expect(refusal).toContain("Nothing was written");
    for (const locale of locales)
      for (const word of ["title", "help"])
        expect(refusal).toContain(`messages/${locale}.json: settings.fields.addedOnACopy.${word} is missing`);
    expect(docs).toBe(readFileSync("docs/settings.md", "utf8"));
  });

  it("gives SQL its default and its rule, in the one generated migration", () => {
    expect(migrations()).toEqual(before);
    const file = before.find((name) => name.endsWith("_generated.sql"));
    const sql = copy.read(`supabase/migrations/${file}`);
    expect(sql).toContain(`"addedOnACopy": true`);
    expect(sql).toContain(`"addedOnACopy": { "leaf": { "type": "boolean" } }`);
  });

  it("costs fewer than 30 generated lines, docs and setup script included", () => {
    const changed = ["docs/settings.md", ...sqlFiles].map((file) => {
      const known = new Set(readFileSync(file, "utf8").split("\n"));
      return copy
        .read(file)
        .split("\n")
        .filter((line) => !known.has(line)).length;
    });
    expect(changed.every((lines) => lines > 0)).toBe(true);
    expect(changed.reduce((sum, lines) => sum + lines)).toBeLessThan(30);
  });

  it("puts it into the docs, in the words of the screen", () => {
    expect(copy.read("docs/settings.md")).toContain(
      "| `dashboard_preferences.addedOnACopy` | Added (en) | on or off | `true` |",
    );
  });

  it("gives it a default, a row in the form and a validator", () => {
    expect(probed).toEqual({
      accepted: true,
      refused: "dashboard_preferences.addedOnACopy",
      rows: expect.arrayContaining(["dashboard_preferences.addedOnACopy"]),
      defaultValue: true,
    });
  });

  it("writes nothing the second time", () => {
    expect(said.at(-1)).toContain("nothing changed");
  });
});
