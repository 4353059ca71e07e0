import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const eslint = new ESLint({ cwd: root });

/** What the project's ESLint says about `code`, were it the file at `path`. */
async function lint(path: string, code: string) {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: `${root}${path}` });
  if (!result) throw new Error(`${path} is ignored`);
  return result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

// The first file loads every plugin, which takes seconds on a busy machine.
beforeAll(() => lint("lib/paths.ts", "export const a = 1;"), 300_000);

const importing = (source: string) => `import { thing } from "${source}";\nexport const made = thing;`;

const forbidden: [guarantee: string, path: string, source: string][] = [
  ["the product does not import the local platform", "app/page.tsx", "@/local/start"],
  ["a domain does not import the tests' fixtures", "lib/settings/patch.ts", "../../e2e/fixtures"],
  [
    "the product does not import the fakes of tests",
    "lib/settings/outbox/runner.ts",
    "@/lib/testing/fake-clock",
  ],
  [
    "a component does not import support of tests",
    "components/settings/switch-row.tsx",
    "./page.test-support",
  ],
  ["the local platform does not import the product's screens", "local/start.ts", "../app/layout"],
  ["an action does not store settings past their service", "app/actions/settings.ts", "@/lib/settings/store"],
  ["a component does not import a route", "components/settings/form.tsx", "@/app/actions/settings"],
  ["a component does not reach a store", "components/settings/form.tsx", "@/lib/settings/store"],
  ["a component does not reach a service", "components/settings/form.tsx", "../../lib/settings/service"],
  ["a component holds no server client", "components/settings/form.tsx", "@/lib/supabase/session"],
  ["a primitive has no domain words", "components/ui/switch.tsx", "@/lib/settings/patch"],
  ["lib does not import components", "lib/paths.ts", "@/components/ui/button"],
  ["lib does not import app", "lib/paths.ts", "../app/layout"],
  ["a domain does not import React", "lib/settings/patch.ts", "react"],
  ["a domain does not import Next", "lib/settings/patch.ts", "next/headers"],
  ["a domain does not import Supabase", "lib/settings/patch.ts", "@supabase/supabase-js"],
  ["a domain does not import our Supabase clients", "lib/settings/patch.ts", "@/lib/supabase/server"],
  ["a domain does not import another", "lib/notifications/bell/feed.ts", "@/lib/settings/resolve"],
  [
    "a domain does not import another by a relative path",
    "lib/notifications/bell/feed.ts",
    "../../settings/resolve",
  ],
  ["a service makes no client of its own", "lib/audit/service.ts", "@supabase/supabase-js"],
  ["a route makes no client of its own", "app/page.tsx", "@supabase/postgrest-js"],
  ["the secret key has named callers only", "lib/account/service.ts", "@/lib/supabase/admin"],
  ["an action does not hold the secret key", "app/actions/settings.ts", "@/lib/supabase/admin"],
  ["what a browser loads does not import zod", "lib/settings/fields.ts", "zod"],
  ["a component does not import a part of zod", "components/auth/sign-in-form.tsx", "zod/mini"],
  ["a spec that runs beside others disturbs no platform", "e2e/bell.spec.ts", "./alone/fixtures"],
  ["no harness hands on what disturbs the platform", "e2e/harness/steps.ts", "../alone/platform"],
];

const allowed: [reason: string, path: string, source: string][] = [
  ["a route imports components", "app/page.tsx", "@/components/ui/button"],
  ["an action stores settings by their service", "app/actions/settings.ts", "@/lib/user-settings/service"],
  ["a route imports a service", "app/page.tsx", "@/lib/settings/service"],
  ["a component imports a pure file", "components/settings/form.tsx", "@/lib/settings/patch"],
  ["a primitive imports lib/cn", "components/ui/switch.tsx", "@/lib/cn"],
  ["a domain imports its own files", "lib/settings/resolve.ts", "./patch"],
  ["a parser of the server imports zod", "lib/leads/lead.ts", "zod"],
  ["a store imports zod", "lib/settings/store.ts", "zod"],
  ["a store imports the generated types", "lib/settings/store.ts", "@/lib/supabase/database.types"],
  ["lib/supabase makes the clients", "lib/supabase/session.ts", "@supabase/supabase-js"],
  ["a service may join domains", "lib/notifications/service.ts", "@/lib/settings/service"],
  ["the service of notifications makes them", "lib/notifications/service.ts", "@/lib/supabase/admin"],
  ["a test may use the frameworks", "lib/settings/outbox/outbox.test.ts", "react"],
  ["a test imports the fakes", "lib/settings/outbox/runner.test.ts", "@/lib/testing/fake-clock"],
  [
    "support of tests imports the fakes",
    "components/settings/page.test-support.tsx",
    "@/lib/testing/fake-clock",
  ],
  ["a fake imports another", "lib/testing/fake-browser.ts", "./fake-clock"],
  ["a script may start the local platform", "scripts/demo.ts", "../local/start"],
  ["a spec that runs alone disturbs the platform", "e2e/alone/outage.spec.ts", "./platform"],
];

describe("import zones", () => {
  it.each(forbidden)("%s", async (_guarantee, path, source) => {
    expect(await lint(path, importing(source))).toContainEqual(expect.stringContaining("house/zones"));
  });

  it.each(allowed)("allowed: %s", async (_reason, path, source) => {
    expect(await lint(path, importing(source))).toEqual([]);
  });

  it.each([
    ["a re-export", 'export { thing } from "@/app/layout";'],
    ["a star re-export", 'export * from "@/app/layout";'],
    ["a dynamic import", 'export const load = () => import("@/app/layout");'],
    ["a type import", 'import type { Props } from "@/app/layout";\nexport type Made = Props;'],
    ["an inline type import", 'export type Props = import("@/app/layout").Props;'],
  ])("%s is an import like any other", async (_kind, code) => {
    const messages = await lint("components/ui/card.tsx", code);
    expect(messages).toContainEqual(expect.stringContaining("house/zones"));
  });
});

describe("what only a store may do", () => {
  const select = 'export const read = (client: { from(table: string): unknown }) => client.from("leads");';
  const call = 'export const read = (client: { rpc(name: string): unknown }) => client.rpc("get_bootstrap");';

  it.each([select, call])("queries are refused outside store.ts: %s", async (code) => {
    for (const path of ["lib/settings/service.ts", "app/page.ts", "components/bell.ts", "lib/auth.ts"]) {
      expect(await lint(path, code)).toContainEqual(expect.stringContaining("Only store.ts files"));
    }
    expect(await lint("lib/settings/store.ts", code)).toEqual([]);
  });

  it("constructors named from are not queries", async () => {
    const code = 'export const made = [Array.from("ab"), Buffer.from("ab"), Uint8Array.from([1])];';
    expect(await lint("lib/settings/patch.ts", code)).toEqual([]);
  });
});

const refused: [rule: string, path: string, code: string][] = [
  ["no-explicit-any", "lib/paths.ts", "export const value = (input: any) => input;"],
  ["no-non-null-assertion", "lib/paths.ts", "export const first = (list: string[]) => list[0]!;"],
  ["consistent-type-assertions", "lib/paths.ts", "export const value = (input: unknown) => input as string;"],
  ["No classes", "lib/paths.ts", "export class Thing {}"],
  ["No enums", "lib/paths.ts", "export enum Heat { Cold }"],
  ["No barrels", "lib/settings/index.ts", "export const a = 1;"],
  ["says nothing", "lib/utils.ts", "export const a = 1;"],
  ["says nothing", "lib/settings/helpers.ts", "export const a = 1;"],
  ["not kebab-case", "components/ui/Button.tsx", "export const a = 1;"],
  ["not kebab-case", "lib/settings/merge_patch.ts", "export const a = 1;"],
  ["max-lines", "lib/paths.ts", "export const a = 1;\n".repeat(200)],
  ["max-lines-per-function", "lib/paths.ts", `export function f() {\n${"f();\n".repeat(50)}}`],
  ["max-lines-per-function", "app/actions/leads.ts", `export function f() {\n${"f();\n".repeat(9)}}`],
  ["Logical sides only", "components/ui/card.tsx", 'export const Card = () => <p className="hover:ml-2" />;'],
  ["Logical sides only", "components/ui/card.tsx", "export const css = (n: string) => `p-2 border-l ${n}`;"],
  ["No text", "components/ui/card.tsx", "export const Card = () => <p>Saved</p>;"],
  ["No text", "components/ui/card.tsx", 'export const Card = () => <p title="Saved" />;'],
  ["no-console", "lib/paths.ts", 'console.log("x");'],
];

describe("house style", () => {
  it.each(refused)("%s: refused in %s", async (rule, path, code) => {
    expect(await lint(path, code)).toContainEqual(expect.stringContaining(rule));
  });

  it.each([
    ["as const", "lib/paths.ts", 'export const kinds = ["a", "b"] as const;'],
    [
      "assertions at the edge of the stock client",
      "lib/supabase/server.ts",
      "export const v = (i: unknown) => i as string;",
    ],
    [
      "logical sides",
      "components/ui/card.tsx",
      'export const Card = () => <p className="ms-2 border-s text-start" />;',
    ],
    ["folders of routes", "app/(app)/dashboard/[projectId]/page.tsx", "export const a = 1;"],
    [
      "names that merely end so",
      "components/ui/card.tsx",
      'export const Card = () => <p className="html-r-x" />;',
    ],
  ])("allowed: %s", async (_what, path, code) => {
    expect(await lint(path, code)).toEqual([]);
  });
});
