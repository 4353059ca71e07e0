import { expect, test } from "vitest";
import { leadDetailSchema } from "@/lib/leads/lead";

const row = {
  id: "0a7e0000-0003-4000-8000-000000000001",
  project_id: "0a7e0000-0002-4000-8000-000000000001",
  name: "Freya",
  company: null,
  channel: "web",
  heat: "hot",
  bant_budget: true,
  bant_authority: false,
  bant_need: true,
  bant_timeline: false,
  status: "open",
  value: 1200,
  created_at: "2026-11-20T11:00:00.5+00:00",
  last_activity_at: "2026-11-20T11:00:00+00:00",
  email: null,
  phone: null,
  lead_events: [{ id: 7, kind: "created", before: null, after: null, at: "2026-11-20T11:00:00+00:00" }],
  meetings: [
    {
      id: "0a7e0000-0004-4000-8000-000000000001",
      starts_at: "2026-12-01T09:30:00+00:00",
      status: "scheduled",
      answers: [{ name: "Noa", answer: "declined" }],
    },
  ],
  talk: { entries: [], next: null },
  mail: { from: null, stopped: false },
  writes: true,
  subscription: { state: "muted", until: "2026-12-01T09:30:00.12+00:00" },
  project_subscription: null,
};

test("the four bant columns become marks, and the joined rows the lead's history", () => {
  const lead = leadDetailSchema.parse(row);
  expect(lead.bant).toEqual({ budget: true, authority: false, need: true, timeline: false });
  expect(lead.events).toEqual([{ id: 7, kind: "created", at: "2026-11-20T11:00:00+00:00" }]);
  expect(lead).toMatchObject({ standing: row.subscription, projectStanding: null });
  expect(lead.meetings).toMatchObject([{ status: "scheduled", answers: row.meetings[0]?.answers }]);
  expect(lead).not.toHaveProperty("bant_budget");
});

test("instants and numbers have one form, however the API writes them", () => {
  const lead = leadDetailSchema.parse({ ...row, value: "1200.00", created_at: "2026-11-20 11:00:00.5+00" });
  expect(lead.value).toBe(1200);
  expect(lead.created_at).toBe("2026-11-20T11:00:00.500Z");
  expect(leadDetailSchema.safeParse({ ...row, created_at: "yesterday" }).success).toBe(false);
});
