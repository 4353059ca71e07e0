import { describe, expect, it } from "vitest";
import { subscriptionChange, subscriptionsAnswer } from "./subscription";

const projectId = "5f0f9a52-0b1b-4b3e-8d7e-2f4f3f6f7a10";
const change = {
  userId: projectId,
  projectId,
  leadId: null,
  state: "muted",
  until: "2026-12-01T09:30:00+02:00",
};

describe("a change of what is muted and followed", () => {
  it("is taken with and without a lead, a state and an end", () => {
    for (const part of [{}, { leadId: projectId }, { until: null }, { state: null, until: null }])
      expect(subscriptionChange.safeParse({ ...change, ...part }).success).toBe(true);
  });

  it.each([
    ["state", { state: "loved" }],
    ["until", { state: "followed" }],
    ["until", { until: "tomorrow" }],
    ["userId", { userId: null }],
    ["projectId", { projectId: "all" }],
    ["leadId", { leadId: "" }],
  ])("is refused under the name of %s", (name, part) => {
    const { error } = subscriptionChange.safeParse({ ...change, ...part });
    expect(error?.issues.map(({ path }) => path[0])).toEqual([name]);
  });
});

it("the database's answer is read as it writes instants", () => {
  const row = {
    project_id: projectId,
    lead_id: null,
    lead_name: null,
    state: "muted",
    until: "2026-12-01T09:30:00.12+00:00",
  };
  expect(subscriptionsAnswer.parse([row])).toEqual([row]);
});
