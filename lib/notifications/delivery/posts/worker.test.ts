import { expect, it, vi } from "vitest";
import type { Told } from "@/lib/integrations/notify";
import { mostAttempts } from "../retry";
import type { PostClaim, PostRow } from "./answers";
import { runPosts, type PostParts } from "./worker";

vi.mock("server-only", () => ({}));

const at = "2026-11-22T10:00:00.000Z";
const post = (id: string, changes: Partial<PostRow> = {}): PostRow => ({
  id,
  message_id: "message",
  attempts: 1,
  category: "heatProgressions",
  lead_id: null,
  params: { kind: "lead.heat" },
  type: "info",
  priority: "normal",
  title: "",
  message: "",
  action_url: null,
  occurred_at: at,
  expires_at: null,
  actor: null,
  ...changes,
});
const account = { id: "", name: "Sales", email: "", url: null };
const app = {
  id: "app",
  project_id: "project",
  provider: "slack",
  account,
  tokens: "",
  categories: ["heatProgressions"],
};
const claimOf = (posts: PostRow[], stands = true): PostClaim => ({
  app,
  stands,
  project: "Main",
  preferences: null,
  settings: null,
  lease: "lease",
  at,
  posts,
});

/** One pass over one claim: what was written down, and how often the app was asked. */
async function pass(claim: PostClaim, tell: () => Promise<Told>) {
  const claims = [claim];
  const told = vi.fn(tell);
  const complete = vi.fn<PostParts["store"]["complete"]>(() => Promise.resolve(1));
  const report = vi.fn();
  const parts: PostParts = {
    store: { take: () => Promise.resolve(claims.shift() ?? null), complete },
    compose: () =>
      Promise.resolve({ id: "message", subject: "", intro: null, items: [], why: { text: "", url: "" } }),
    tell: told,
    random: () => 1,
    report,
  };
  const posts = await runPosts(parts, () => true);
  const [lease, results, problem] = complete.mock.calls[0] ?? ["", [], null];
  return {
    posts,
    lease,
    fates: results.map(({ status, reason }) => `${status}:${reason}`),
    results,
    problem,
    told,
    report,
  };
}

it("of several things in one message the first was sent, and the others went with it; what was not chosen stays away", async () => {
  const { posts, lease, fates, problem, told } = await pass(
    claimOf([post("1", { category: "leadUpdates" }), post("2"), post("3"), post("4", { expires_at: at })]),
    () => Promise.resolve({ outcome: "sent", providerId: null }),
  );
  expect([posts, lease, problem, told.mock.calls.length]).toEqual([4, "lease", null, 1]);
  expect(fates).toEqual(["suppressed:notChosen", "expired:expired", "sent:sent", "bundled:sent"]);
});

it("an app for which no admin stands any more is not told, and ends", async () => {
  const { fates, problem, told } = await pass(claimOf([post("1")], false), () =>
    Promise.resolve({ outcome: "sent", providerId: null }),
  );
  expect([fates, problem, told.mock.calls.length]).toEqual([["suppressed:notSpokenFor"], "leftProject", 0]);
});

it("an address that is gone ends the app, and what is refused is dead", async () => {
  const gone = await pass(claimOf([post("1")]), () => Promise.resolve({ outcome: "gone", reason: "gone" }));
  expect([gone.fates, gone.problem]).toEqual([["suppressed:gone"], "ended"]);
  const failed = await pass(claimOf([post("1")]), () =>
    Promise.resolve({ outcome: "failed", reason: "content" }),
  );
  expect([failed.fates, failed.problem]).toEqual([["dead:content"], null]);
});

it("what fails is tried again later, as the app wishes, and is dead after the last attempt", async () => {
  const busy = (): Promise<Told> =>
    Promise.resolve({ outcome: "retry", reason: "rateLimited", afterSeconds: 300 });
  const { results } = await pass(claimOf([post("1"), post("2", { attempts: mostAttempts })]), busy);
  expect(results).toMatchObject([
    { status: "pending", reason: "rateLimited" },
    { status: "dead", reason: "rateLimited" },
  ]);
  expect(results[0]?.wait_seconds).toBeGreaterThanOrEqual(300);
});

it("a fault of ours is reported and tried again", async () => {
  const { fates, report } = await pass(claimOf([post("1")]), () => Promise.reject(new Error("a fault")));
  expect([fates, report.mock.calls.length]).toEqual([["pending:fault"], 1]);
});
