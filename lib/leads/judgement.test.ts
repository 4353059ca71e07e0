import { expect, it } from "vitest";
import { markJudgement, partOf, type Judged } from "@/lib/leads/judgement";

const before: Judged = {
  heat: "warm",
  status: "open",
  bant_budget: true,
  bant_authority: false,
  bant_need: false,
  bant_timeline: false,
};

it("of what was judged before, an Undo names what the change named and nothing else", () => {
  expect(partOf(before, { heat: "hot" })).toEqual({ heat: "warm" });
  expect(partOf(before, markJudgement("budget", false))).toEqual({ bant_budget: true });
  expect(partOf(before, { status: "won", bant_need: true })).toEqual({ status: "open", bant_need: false });
});
