import { expect, it } from "vitest";
import ar from "@/messages/ar.json";
import en from "@/messages/en.json";
import he from "@/messages/he.json";
import { readLeadsAsked } from "./heat-asked";

const asked = (query: string, { heat }: typeof en = en) => readLeadsAsked(query, (name) => heat[name]);

it.each([
  ["dana levi hot", en, "dana levi", "hot"],
  ["Burning dana", en, "dana", "burning"],
  ["דנה לוי חם", he, "דנה לוי", "hot"],
  ["דנה cold", he, "דנה", "cold"],
  ["ساخن دانا", ar, "دانا", "hot"],
  ["دانا مُشتعل", ar, "دانا", "burning"],
])("reads the heat that %s names, in the reader's words and in English", (query, words, text, heat) => {
  expect(asked(query, words)).toEqual({ text, heat });
});

it.each(["hot", "  dana  ", "hotel dana", ""])("names no heat in “%s”", (query) => {
  expect(asked(query)).toEqual({ text: query.trim(), heat: null });
});
