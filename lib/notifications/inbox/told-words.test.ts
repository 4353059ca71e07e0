import { expect, it } from "vitest";
import { translatorOf } from "@/lib/i18n/translator";
import { toldWords, type Facts } from "./told-words";

const found = async (locale: "en" | "he" | "ar", search: string) =>
  toldWords(await translatorOf(locale), search);
const heatOf = (facts: Facts) => facts.kind === "lead.heat" && facts.from === "cold" && facts.to;

it("a word that a person reads finds the facts that choose it, and no others", async () => {
  const { מתחמם, בוער, קר } = await found("he", "בוער קר");
  expect(מתחמם).toBeUndefined();
  expect(בוער?.map(heatOf)).toContain("burning");
  expect(בוער?.map(heatOf)).not.toContain("warm");
  expect(קר?.some((facts) => facts.kind === "heat.milestone" && facts.from === "cold")).toBe(true);
});

it("finds kinds whose words no fact chooses, in each language", async () => {
  const kinds = async (...asked: Parameters<typeof found>) =>
    Object.values(await found(...asked)).map((all) => new Set(all.map(({ kind }) => kind)));
  expect((await kinds("he", "בוטלה"))[0]).toEqual(new Set(["meeting.canceled"]));
  expect((await kinds("ar", "كلمة"))[0]).toContain("account.security");
  expect((await kinds("en", "CANCELED"))[0]).toEqual(new Set(["meeting.canceled"]));
});

it("holds no name, number or time of the samples that it is made of", async () => {
  expect(await found("en", "dana 15 2026")).toEqual({ dana: [], 15: [], 2026: [] });
});
