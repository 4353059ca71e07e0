import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { copyOfDeclarations } from "@/scripts/generate/copy.test-support";
import { followRecipes, recipes } from "@/scripts/generate/recipes.test-support";
import { patchSettings } from "./settings-client";
import { createWorld, type World } from "./world";

const copy = copyOfDeclarations();
const programs = createRequire(import.meta.url);
const program = (name: string, path: string) => join(dirname(programs.resolve(`${name}/package.json`)), path);
const run = (...command: string[]) => promisify(execFile)(process.execPath, command, { cwd: copy.root });

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  await followRecipes(copy);
  database = await createTestDatabase({ migrations: false });
  for (const file of readdirSync(join(copy.root, "supabase/migrations")).sort())
    await database.pool.query(copy.read(`supabase/migrations/${file}`));
  world = await createWorld(database.pool);
}, 600_000);
afterAll(async () => {
  await database.drop();
  copy.remove();
});

/** The lines under a heading of CONTRIBUTING, "How to add". */
function linesUnder(heading: string): string[] {
  const [, section = ""] = readFileSync("CONTRIBUTING.md", "utf8").split(`\n### ${heading}\n`);
  return section.split(/\n#/, 1)[0]?.trim().split("\n") ?? [];
}

describe.each(Object.entries(recipes))('CONTRIBUTING, "How to add": %s', (heading, { files }) => {
  it("is said in at most eight lines", () => {
    expect(linesUnder(heading).length).toBeGreaterThan(1);
    expect(linesUnder(heading).length).toBeLessThanOrEqual(8);
  });

  it("names every file to edit by hand", () => {
    const named = [
      ...linesUnder(heading)
        .join("\n")
        .matchAll(/`([\w()/.<>-]+\.(?:ts|tsx|sql))`/g),
    ].map(([, file = ""]) => new RegExp(`^${file.replace(/[().]/g, "\\$&").replace(/<[^>]+>/g, "[^/]+")}$`));
    const unnamed = Object.keys(files).filter((file) => !named.some((pattern) => pattern.test(file)));
    expect(unnamed).toEqual([]);
  });
});

describe("a copy on which every recipe was followed", () => {
  it("compiles", async () => {
    copy.write(
      "styles.d.ts",
      `/// <reference types="next" />\n/// <reference types="next/image-types/global" />\n`,
    );
    const config = {
      extends: "./tsconfig.json",
      include: ["styles.d.ts", "app", "components", "lib"],
      exclude: ["**/*.test.ts", "**/*.test.tsx"],
    };
    copy.write("tsconfig.product.json", JSON.stringify(config));
    await run(program("typescript", "bin/tsc"), "--noEmit", "--project", "tsconfig.product.json");
  }, 600_000);

  it("passes the tests that name what was forgotten", async () => {
    const tests = [
      "lib/pages",
      "lib/notifications/kinds",
      "lib/i18n/messages",
      "components/integrations/provider-fields",
      "components/integrations/integration-cards",
    ];
    const { stdout } = await run(
      program("vitest", "vitest.mjs"),
      "run",
      "--no-color",
      "--project",
      "unit",
      "--project",
      "apart",
      ...tests,
    );
    expect(stdout).toMatch(/Test Files\s+5 passed/);
  }, 600_000);

  it("keeps and records the setting and the column", async () => {
    const { owner } = world.people;
    const off = { dashboard_preferences: { showTips: false } };
    expect(await patchSettings(database.pool, owner, { patch: off })).toMatchObject({ overrides: off });
    const on = { sound_settings: { chime: true } };
    expect(await patchSettings(database.pool, owner, { section: "preferences", patch: on })).toMatchObject({
      overrides: on,
    });
    const { rows } = await database.pool.query(
      "select path from public.settings_events where owner = $1 and path ~ 'showTips|chime' order by path",
      [owner],
    );
    expect(rows).toEqual([{ path: "dashboard_preferences.showTips" }, { path: "sound_settings.chime" }]);
  });

  it("tells the people of the project of the new kind", async () => {
    await database.pool.query("update public.leads set name = 'Noa' where id = $1", [world.leadId]);
    const { rows } = await database.pool.query(
      "select user_id, category, title from public.notifications where params ->> 'kind' = 'lead.renamed'",
    );
    const { owner, member, viewer } = world.people;
    expect(rows.map(({ user_id }) => user_id).sort()).toEqual([owner, member, viewer].sort());
    expect(rows[0]).toMatchObject({ category: "leadUpdates", title: "A lead is called Noa now" });
  });

  it("shows the provider last, the column on the new page and the widget on the board", async () => {
    copy.write(
      "shown.ts",
      `import { providers } from "@/lib/integrations/registry";
       import { pageOfColumn } from "@/lib/pages";
       import { dashboard } from "@/lib/settings/dashboard";
       import { defaults } from "@/lib/settings/sections";
       const { widget_visibility, widget_layout } = defaults(dashboard);
       console.log(
         providers.at(-1)?.name,
         pageOfColumn("preferences", "sound_settings")?.address,
         widget_visibility.wonDeals,
         widget_layout.md.wonDeals.w,
       );`,
    );
    expect(await copy.run("shown.ts")).toBe("teams /settings/sounds true 8\n");
  });

  it("connects the provider and notifies it; nothing outside of its folder was touched but words", async () => {
    const files = Object.keys(recipes["A provider"].files);
    expect(files.filter((file) => !file.startsWith("lib/integrations/teams/"))).toEqual([]);
    copy.write(
      "told.ts",
      `import { notifyApp } from "@/lib/integrations/notify";
       import { sealTokens } from "@/lib/integrations/kept-tokens";
       import { serverProviders } from "@/lib/integrations/server-registry";
       const providers = serverProviders();
       const teams = providers.get("teams");
       const [ring, owner] = [[{ id: "k", key: Buffer.alloc(32) }], { userId: "u", provider: "teams" }];
       const tokens = sealTokens(ring, owner, teams.readPersonal("https://teams.example/hook"));
       const kept = { id: "c", user_id: "u", provider: "teams", account: await teams.account(), details: {}, scopes: [] };
       const store = { byId: async () => ({ ...kept, settings: null, credentials: { tokens, version: 1 } }) };
       const parts = { store, ring, providers, webhookBase: "", now: Date.now };
       const told = await notifyApp(parts, "c", { id: "d", subject: "Dana burns", items: [] }, AbortSignal.timeout(1000));
       console.log(told.outcome, teams.readPersonal("https://elsewhere.example/hook"));`,
    );
    expect(await copy.run("--conditions=react-server", "told.ts")).toBe(
      "teams was told https://teams.example/hook Dana burns\nsent null\n",
    );
  });
});
