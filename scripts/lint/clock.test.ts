import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const eslint = new ESLint({ cwd: root });

async function lint(path: string, code: string) {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: `${root}${path}` });
  if (!result) throw new Error(`${path} is ignored`);
  return result.messages.map(({ message }) => message);
}

// The first file loads every plugin, which takes seconds on a busy machine.
beforeAll(() => lint("lib/paths.ts", "export const a = 1;"), 300_000);

const refused: [what: string, path: string, code: string][] = [
  ["Intl", "components/ui/card.tsx", 'export const f = new Intl.NumberFormat("ar");'],
  ["Intl", "components/settings/week.ts", 'export const f = new Intl.ListFormat("ar");'],
  ["Intl", "lib/leads/lead.ts", 'export const f = Intl.supportedValuesOf("timeZone");'],
  ["Intl", "app/page.tsx", "export const f = Intl.DateTimeFormat().resolvedOptions();"],
  ["Name the language", "components/ui/card.tsx", "export const f = (n: number) => n.toLocaleString();"],
  ["Name the language", "lib/leads/lead.ts", "export const f = (s: string) => s.toLocaleUpperCase();"],
  ["device's clock", "components/ui/card.tsx", "export const f = () => Date.now();"],
  ["device's clock", "components/settings/week.ts", "export const f = () => new Date();"],
  [
    "components/ui has",
    "components/ui/card.tsx",
    'import { useLocale } from "next-intl";\nexport const f = useLocale;',
  ],
  [
    "components/ui has",
    "components/ui/card.tsx",
    'import { useNow } from "next-intl";\nexport const f = useNow;',
  ],
];

const allowed: [why: string, path: string, code: string][] = [
  [
    "formats are written here",
    "lib/time/formats.ts",
    'export const f = new Intl.NumberFormat("ar-u-nu-latn");',
  ],
  ["an instant is no clock", "components/ui/card.tsx", "export const f = (at: string) => new Date(at);"],
  ["a server has the time", "app/api/health/route.ts", "export const f = () => Date.now();"],
  ["a type is no engine", "components/ui/card.tsx", "export type F = Intl.NumberFormatOptions;"],
];

describe("one clock, one way of writing", () => {
  it.each(refused)("refused (%s): %s: %s", async (what, path, code) => {
    expect(await lint(path, code)).toContainEqual(expect.stringContaining(what));
  });

  it.each(allowed)("allowed, because %s", async (_, path, code) => {
    expect(await lint(path, code)).toEqual([]);
  });
});
