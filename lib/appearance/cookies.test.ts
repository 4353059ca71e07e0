import { beforeEach, expect, it, vi } from "vitest";

let jar: Map<string, string>;
let language: string;

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => void jar.set(name, value),
  }),
  headers: async () => new Headers({ "accept-language": language }),
}));

const { changeMirror, readAppearance } = await import("./cookies");
const look = async () => (await readAppearance()).appearance.interface_settings;

beforeEach(() => {
  jar = new Map();
  language = "he-IL,he;q=0.9,en;q=0.5";
});

it("shows a person without a cookie the language of their browser and the theme of their system", async () => {
  expect(await look()).toMatchObject({ theme: "system", language: "he" });
});

it("a chosen theme leaves the language to the browser", async () => {
  await changeMirror((mirror) => ({ ...mirror, values: { interface_settings: { theme: "contrast" } } }));
  expect(await look()).toMatchObject({ theme: "contrast", language: "he" });
});

it("reads a cookie of nonsense as no cookie", async () => {
  await changeMirror((mirror) => ({ ...mirror, values: { interface_settings: { theme: "dark" } } }));
  for (const name of jar.keys()) jar.set(name, "../../x");
  expect(await look()).toMatchObject({ theme: "system", language: "he" });
});
