import fc from "fast-check";
import type { Field } from "@/lib/settings/fields";
import { isJsonObject, type Json, type JsonObject } from "@/lib/settings/json";
import { mergeObject, setAt } from "@/lib/settings/patch";
import { isValid, leaves, type Section } from "@/lib/settings/sections";

/** Small documents over few keys, so that two of them meet often; odd keys included. */
const key = fc.constantFrom("a", "b", "c", "__proto__", "constructor");
const { object } = fc.letrec<{ object: JsonObject; value: Json }>((tie) => ({
  object: fc.dictionary(key, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Json>(null, 1, "x", true),
    fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 2 }),
    tie("object"),
  ),
}));
export const jsonObject = object;

const days = { sun: true, mon: true, tue: true, wed: true, thu: true, fri: false, sat: false };
const windows = [
  { start: "22:00", end: "06:30" },
  { start: "00:00", end: "23:59" },
];
/** Values for fields without a list of choices; each field takes those that it accepts. */
const candidates: readonly Json[] = [
  "",
  "BANT_qualification",
  "Asia/Jerusalem",
  "UTC",
  "never",
  "2027-03-01T09:30:00Z",
  "/leads?heat=hot",
  ...windows.map((window) => ({ ...window, days })),
  ...windows.map((window) => ({ ...window, enabled: false, urgentPasses: true })),
  ...windows.map((window) => ({ ...window, mode: "own", urgentPasses: true })),
  { time: "06:30", day: "sun" },
  { preset: "lastMonth", from: "", to: "" },
  { preset: "own", from: "2026-11-01", to: "2026-11-30" },
  { name: "Monday", cards: "lg:metrics:0,0,12,3 md:metrics:0,0,8,3ch" },
  "last7Days",
];

/** A value the field accepts. */
function valueOf(field: Field): fc.Arbitrary<Json> {
  const { control } = field;
  if (typeof field.default === "boolean") return fc.boolean();
  if (control.kind === "choice" || control.kind === "percent")
    return fc.constantFrom<Json>(...control.options);
  if (control.kind === "milliseconds") return fc.integer(control);
  if (typeof field.default === "number") return fc.integer({ min: 0, max: 1000 });
  if (control.kind !== "none" || !isValid(field, placed(field, 1, true)))
    return fc.constantFrom(field.default, ...candidates.filter((value) => isValid(field, value)));
  return fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.boolean())
    .map(([x, collapsed]) => placed(field, x, collapsed));
}

/** The default with another place on the grid, which a field that has none does not accept. */
function placed(field: Field, x: number, collapsed: boolean): Json {
  return isJsonObject(field.default) ? { ...field.default, x, collapsed } : null;
}

/** A stored document: some leaves set, and keys of a later version that must survive. Storage holds no null. */
export const documentOf = (section: Section): fc.Arbitrary<JsonObject> =>
  fc
    .tuple(subset(section), jsonObject)
    .map(([document, unknown]) =>
      setAt(document, `${Object.keys(section.columns)[0]}.fromALaterVersion`, mergeObject({}, unknown)),
    );

/** A patch the section accepts: values and nulls at leaves. */
export const patchFor = (section: Section): fc.Arbitrary<JsonObject> => subset(section, null);

function subset(section: Section, ...alsoAllowed: null[]): fc.Arbitrary<JsonObject> {
  const fields = [...leaves(section)];
  const assignment = fc
    .constantFrom(...fields)
    .chain(([path, field]) =>
      fc.tuple(
        fc.constant(path),
        fc.oneof(valueOf(field), ...alsoAllowed.map((value) => fc.constant(value))),
      ),
    );
  return fc
    .array(assignment, { maxLength: 8 })
    .map((assignments) =>
      assignments.reduce<JsonObject>((document, [path, value]) => setAt(document, path, value), {}),
    );
}
