import { expect, it } from "vitest";
import { initialsOf } from "./avatar";

it("takes the first letters of the first two words", () => {
  expect(initialsOf("Olivia West")).toBe("OW");
  expect(initialsOf("דנה לוי כהן")).toBe("דל");
});

it("takes two letters where there is one word, and the part before the @ of an address", () => {
  expect(initialsOf("Cher")).toBe("CH");
  expect(initialsOf("owner@demo.local")).toBe("OW");
  expect(initialsOf("ada.lovelace@demo.local")).toBe("AL");
});

it("counts a letter outside the basic plane as one", () => {
  expect(initialsOf("𝒜da 𝓑yron")).toBe("𝒜𝓑");
});

it("has nothing to show for nothing", () => {
  expect(initialsOf("")).toBe("");
  expect(initialsOf("  ")).toBe("");
});
