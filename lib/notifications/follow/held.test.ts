import { expect, it } from "vitest";
import { standingIn, withProject, withStanding } from "./held";

const [one, two, lead] = ["project 1", "project 2", "lead"];
const muted = { state: "muted", until: null } as const;
const followed = { state: "followed", until: null } as const;
const project = { project_id: one, lead_id: null, lead_name: null, ...muted };
const dana = { project_id: one, lead_id: lead, lead_name: "Dana", ...followed };
const other = { project_id: two, lead_id: null, lead_name: null, ...followed };
const held = [project, dana, other];

it("a lead and its project are told apart", () => {
  expect(standingIn(held, { projectId: one, leadId: null })).toEqual(muted);
  expect(standingIn(held, { projectId: one, leadId: lead })).toEqual(followed);
  expect(standingIn(held, { projectId: two, leadId: lead })).toBeNull();
});

it("what is wanted shows before the answer: taken out, changed in its place with its name, or added at the end", () => {
  const about = { projectId: one, leadId: lead };
  expect(withStanding(held, about, null)).toEqual([project, other]);
  expect(withStanding(held, about, muted)).toEqual([project, { ...dana, ...muted }, other]);
  expect(withStanding([other], about, muted)).toEqual([other, { ...dana, lead_name: null, ...muted }]);
});

it("an answer of one project takes nothing from another", () => {
  expect(withProject(held, one, [dana])).toEqual([other, dana]);
  expect(withProject(held, two, [])).toEqual([project, dana]);
});
