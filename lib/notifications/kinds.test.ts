import { expect, it } from "vitest";
import { heats } from "@/lib/leads/heat";
import { tell } from "./kinds";
import { emptyRow } from "@/lib/testing/fake-notification-server";

const changed = (from: string, to: string) => ({
  ...emptyRow,
  params: { kind: "lead.heat", lead_id: "x", lead_name: "Dana Levi", from, to },
});

it("tells every change of heat, with the icon of the heat a lead has now", () => {
  for (const from of heats)
    for (const to of heats)
      expect(tell(changed(from, to))).toMatchObject({
        title: { values: { to }, person: "Dana Levi" },
        line: { words: { from: `heat.${from}`, to: `heat.${to}` } },
        look: { icon: "heat", heat: to },
      });
});

it("does not pretend to know a newer kind, or facts it cannot read", () => {
  for (const params of [
    {},
    { kind: "lead.teleported" },
    { kind: "__proto__" },
    { ...changed("cold", "warm").params, to: "tepid" },
    { ...changed("cold", "warm").params, lead_name: 7 },
  ])
    expect(tell({ ...emptyRow, params })).toBeNull();
});
