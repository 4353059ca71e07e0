import { expect, it } from "vitest";
import { formModel } from "./form-model";
import { sections } from "@/lib/settings/registry";
import { leaves } from "@/lib/settings/sections";

it.each(sections)(
  "the form of $name has every setting that a person can set, once, in its order",
  (section) => {
    const settable = [...leaves(section)].flatMap(([path, { control }]) =>
      control.kind === "none" ? [] : [path],
    );
    const rows = formModel(section).flatMap((card) => card.rows);
    expect(rows.map(({ path }) => path)).toEqual(settable);
    for (const { path, ...said } of rows) expect(leaves(section).get(path)).toMatchObject(said);
  },
);

it.each(sections)("every card of the form of $name is of one column and has a row", (section) => {
  for (const { key, rows } of formModel(section)) {
    expect(Object.keys(section.columns)).toContain(key);
    expect(rows).not.toEqual([]);
    for (const { path } of rows) expect(path.startsWith(`${key}.`)).toBe(true);
  }
});
