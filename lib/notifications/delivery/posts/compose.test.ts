import { expect, it } from "vitest";
import { kinds } from "../../kinds";
import type { PostClaim, PostRow } from "./answers";
import { composePosts } from "./compose";

const at = "2026-11-22T10:00:00.000Z";
const factsOf = (name: string) => ({ ...kinds.get("lead.won")?.sample, kind: "lead.won", lead_name: name });
const post = (id: string, changes: Partial<PostRow> = {}): PostRow => ({
  ...{ id, message_id: "message", attempts: 1, category: "leadUpdates", lead_id: "lead", type: "success" },
  params: factsOf("Dana"),
  ...{ priority: "high", title: "Dana is won", message: "The deal is closed.", action_url: "/leads/lead" },
  ...{ occurred_at: at, expires_at: null, actor: "Ann" },
  ...changes,
});
const claim = (changes: Partial<PostClaim> = {}): PostClaim => ({
  app: {
    ...{ id: "app", project_id: "project", provider: "slack", tokens: "", categories: [] },
    account: { id: "", name: "Sales", email: "", url: null },
  },
  ...{ stands: true, project: "Main", preferences: null, settings: null, lease: "lease", at, posts: [] },
  ...changes,
});
const compose = (posts: readonly [PostRow, ...PostRow[]], changes: Partial<PostClaim> = {}) =>
  composePosts(claim(changes), posts, "https://app.test");

it("one post is its own subject, under the id of its message, with the way to its lead and to the choice of kinds", async () => {
  const message = await compose([post("1")]);
  expect(message).toMatchObject({ id: "message", subject: "Dana is won", intro: null });
  expect(message.why.url).toBe("https://app.test/settings/integrations#slack");
  expect(message.why.text).toContain("Main");
  expect(message.items[0]).toMatchObject({
    url: "https://app.test/leads/lead",
    actor: "Ann",
    project: "Main",
  });
  expect(message.items[0]?.facts).toMatchObject({
    id: "1",
    kind: "lead.won",
    projectId: "project",
    leadId: "lead",
  });
});

it("several are one message that counts them and names the last", async () => {
  const { subject, intro, items } = await compose([post("1"), post("2", { params: factsOf("Noa") })]);
  expect(subject).toContain("Noa");
  expect(subject).toContain("2");
  expect(intro).toContain("2");
  expect(items.map(({ facts }) => facts.id)).toEqual(["1", "2"]);
});

it("the language, the zone and the formats are those of who connected the app", async () => {
  const he = { interface_settings: { language: "he" }, data_preferences: { timeFormat: "24h" } };
  const tokyo = { notification_schedule: { timezone: "Asia/Tokyo" } };
  const { items } = await compose([post("1")], { preferences: he, settings: tokyo });
  expect(items[0]?.title).toMatch(/[\u0590-\u05FF]/);
  expect(items[0]?.at).toContain("19:00");
});

it("what a later build tells is told in its stored words, and leads to the inbox where it leads nowhere", async () => {
  const later = { params: { kind: "of a later build" }, action_url: null, title: "Stored", type: "info" };
  const { subject, items } = await compose([post("1", later)]);
  expect(subject).toBe("Stored");
  expect(items[0]).toMatchObject({ url: "https://app.test/notifications", text: "The deal is closed." });
  const nameless = await compose([post("1", { ...later, params: {} })]);
  expect(nameless.items[0]?.facts.kind).toBe("info");
});
