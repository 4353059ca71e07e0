import { describe, expect, it } from "vitest";
import ar from "@/messages/ar.json";
import en from "@/messages/en.json";
import he from "@/messages/he.json";
import { mayRegister, numberStatuses, templateStatuses } from "./meta-status";

const beside = (statuses: readonly string[], works: string) =>
  statuses.filter((status) => status !== works).toSorted();

describe("how Meta says that something stands", () => {
  it.each([
    ["en", en],
    ["he", he],
    ["ar", ar],
  ])("has words in %s, unless all is well", (_, { settings }) => {
    const { card, check } = settings.integrations.whatsapp;
    expect(Object.keys(card.statuses).toSorted()).toEqual(beside(numberStatuses, "CONNECTED"));
    expect(Object.keys(check.statuses).toSorted()).toEqual(beside(templateStatuses, "APPROVED"));
  });

  it("has a number registered only where that may help", () => {
    expect(numberStatuses.filter(mayRegister)).toEqual(["PENDING", "DISCONNECTED"]);
    expect(mayRegister("SOMETHING_NEW")).toBe(true);
  });
});
