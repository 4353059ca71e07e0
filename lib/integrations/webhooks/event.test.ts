import { expect, it } from "vitest";
import type { AppItem, AppMessage } from "@/lib/integrations/contract/app-message";
import { eventOf } from "./event";

const item = (id: string, occurredAt: string, more: Partial<AppItem["facts"]> = {}): AppItem => ({
  title: "Dana is hot",
  text: "was cold",
  url: "https://app.test/leads/1",
  project: "Main",
  actor: "Noa",
  at: "10:30",
  facts: {
    ...{ id, kind: "lead.heat", category: "heatProgressions", priority: "high", occurredAt },
    ...{ projectId: "p", leadId: "l", ...more },
  },
});
const message = (...items: AppItem[]): AppMessage => ({
  ...{ id: "d1", subject: "s", intro: null, items, why: { text: "", url: "" } },
});

it("a notification is told with its facts, and with the words that its reader sees", () => {
  expect(JSON.parse(eventOf(message(item("n1", "2026-12-01T08:00:00.000Z"))))).toEqual({
    type: "notifications",
    timestamp: "2026-12-01T08:00:00.000Z",
    data: {
      notifications: [
        {
          ...{ id: "n1", kind: "lead.heat", category: "heatProgressions", priority: "high" },
          occurred_at: "2026-12-01T08:00:00.000Z",
          project: { id: "p", name: "Main" },
          ...{ lead_id: "l", title: "Dana is hot", text: "was cold", url: "https://app.test/leads/1" },
        },
      ],
    },
  });
});

it("several have the time of the latest, in whatever order they come, and the same bytes at every attempt", () => {
  const given = message(
    item("n2", "2026-12-01T09:00:00.000Z"),
    item("n3", "2026-12-01T07:00:00.000Z", { projectId: null }),
  );
  const told = JSON.parse(eventOf(given));
  expect(told.timestamp).toBe("2026-12-01T09:00:00.000Z");
  expect(
    told.data.notifications.map(({ id, project }: { id: string; project: unknown }) => [id, project]),
  ).toEqual([
    ["n2", { id: "p", name: "Main" }],
    ["n3", null],
  ]);
  expect(eventOf(given)).toBe(eventOf(given));
});
