import { expect, it } from "vitest";
import { nearestPlace } from "./nearest-place";

const places = [
  { page: "leads", id: "leads", title: "Leads", keys: ["leads.title", "leads.talk.open", "common.close"] },
  { page: "lead", id: "lead", title: "A lead", keys: ["leads.talk.send", "leads.talk.note"] },
  { page: "lead", id: "lead-menu", title: "A lead: menu", keys: ["leads.menu.call"] },
];
const files: Readonly<Record<string, string>> = {
  "leads.menu.call": "components/leads/menu/menu.tsx",
  "common.failed": "components/leads/menu/failure.tsx",
  "common.lost": "components/elsewhere.tsx",
};
const nearest = nearestPlace(places, (key) => files[key] ?? null);

it("a message that was not seen belongs to the page where most of its smallest group stand", () => {
  expect(nearest("leads.talk.failed")).toBe("lead");
  expect(nearest("leads.talk.reply.failed")).toBe("lead");
});

it("one whose group is nowhere belongs to the page of its file's folder, else to that of its first word", () => {
  expect(nearest("common.failed")).toBe("lead");
  expect(nearest("common.lost")).toBe("leads");
  expect(nearest("leads.unknown")).toBe("lead");
  expect(nearest("mail.subject")).toBeNull();
});
