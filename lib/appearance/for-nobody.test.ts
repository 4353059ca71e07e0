import { expect, it } from "vitest";
import { forNobody } from "./mirror";

it("the offline page has this browser's look and names no person", () => {
  const interface_settings = { theme: "dark", language: "he" };
  const values = { interface_settings, data_preferences: { currency: "ILS" } };
  const carried = { of: "5c8e", met: true, keptZone: "Asia/Jerusalem", values };
  expect(forNobody(carried)).toEqual({
    of: null,
    met: false,
    keptZone: null,
    values: { interface_settings },
  });
});
