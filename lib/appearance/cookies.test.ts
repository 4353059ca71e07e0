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

const { readAppearance, writeAppearance } = await import("./cookies");

beforeEach(() => {
  jar = new Map();
  language = "he-IL,he;q=0.9,en;q=0.5";
});

it("shows a stranger the language their browser asks for, and the theme of their system", async () => {
  expect(await readAppearance()).toEqual({ theme: "system", locale: "he" });
});

it("keeps what a person chose, one choice without the other", async () => {
  await writeAppearance({ theme: "contrast" });
  await writeAppearance({ locale: "ar" });
  expect(await readAppearance()).toEqual({ theme: "contrast", locale: "ar" });
});

it("takes a cookie that holds nonsense for none", async () => {
  await writeAppearance({ theme: "dark", locale: "ar" });
  for (const name of jar.keys()) jar.set(name, "../../x");
  expect(await readAppearance()).toEqual({ theme: "system", locale: "he" });
});
