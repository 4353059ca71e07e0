import { expect, it } from "vitest";
import { meetingTypeNamed, type MeetingType } from "./connection";

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
