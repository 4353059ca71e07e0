import { expect, it } from "vitest";
import { newDestination } from "./new-destination";

it("keeps an address without what nobody sees, and a number in E.164 by its country", () => {
  expect(newDestination("email", "\u200fdana@example.com ", null)).toEqual({
    ok: true,
    value: { channel: "email", address: "dana@example.com" },
  });
  expect(newDestination("sms", "050-234-5678", "IL")).toEqual({
    ok: true,
    value: { channel: "sms", address: "+972502345678" },
  });
});

it("names the field and the problem of what is neither", () => {
  const problemOf = (...given: Parameters<typeof newDestination>) => {
    const read = newDestination(...given);
    return read.ok ? null : [read.error.path, read.error.message];
  };
  expect(problemOf("email", "dana@", null)).toEqual(["address", "notAnAddress"]);
  expect(problemOf("sms", "050-234-5678", null)).toEqual(["address", "noCountry"]);
  expect(problemOf("whatsapp", "", "IL")).toEqual(["address", "empty"]);
});
