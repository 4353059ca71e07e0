import { expect, it } from "vitest";
import {
  bookableTypes,
  bookingLink,
  meetingTypeNamed,
  type Connection,
  type MeetingType,
} from "./connection";

const type = (name: string, slug: string): MeetingType => ({ id: slug, name, slug, minutes: 30, url: "" });
const types = [
  type("Product demo", "demo"),
  type("BANT qualification", "bant-qualification"),
  type("Demo", "other"),
];

it("a setting names a type of meeting by slug or by name, however it is spelled, by its slug first", () => {
  const named = (wanted: string) => meetingTypeNamed(types, wanted)?.id ?? null;
  for (const wanted of ["BANT_qualification", "bant-qualification", " Bant  Qualification "])
    expect(named(wanted)).toBe("bant-qualification");
  expect(named("demo")).toBe("demo");
  expect(named("Product_demo")).toBe("demo");
  expect([named(""), named("bant")]).toEqual([null, null]);
});

it("a lead is sent to the type that the setting names, or to the first, with name and address filled in", () => {
  const offered = types.map((each) => ({
    ...each,
    url: `https://calendly.test/noa/${each.slug}?month=2026-12`,
  }));
  const dana = { name: "Dana & Co", email: "dana+1@lead.test" };
  expect(bookingLink(offered, "BANT_qualification", dana)).toBe(
    "https://calendly.test/noa/bant-qualification?month=2026-12&name=Dana+%26+Co&email=dana%2B1%40lead.test",
  );
  expect(bookingLink(offered, "", { ...dana, email: null })).toBe(
    "https://calendly.test/noa/demo?month=2026-12&name=Dana+%26+Co",
  );
  expect([bookingLink([], "", dana), bookingLink(types, "", dana)]).toEqual([null, null]);
});

it("what can be booked is of a calendar that is connected", () => {
  const calendar = { state: "connected", types } as const satisfies Partial<Connection>;
  const of = (...given: Partial<Connection>[]) => bookableTypes(given.map((each) => ({ ...none, ...each })));
  const none: Connection = {
    ...{ id: "c", provider: "calendly", kind: "oauth", state: "connected", problem: null, account: null },
    ...{
      scopes: [],
      types: [],
      news: null,
      unmatched: 0,
      lastSuccessAt: null,
      lastEventAt: null,
      dueAt: null,
      endsAt: null,
      deadEvents: 0,
    },
  };
  expect(of({}, calendar)).toBe(types);
  expect(of({ ...calendar, state: "disconnected" })).toEqual([]);
});
