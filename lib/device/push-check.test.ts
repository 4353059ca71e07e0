// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from "vitest";
import { checkPush } from "./push-check";
import { heldSubscription } from "./push-subscription";

vi.mock("./push-subscription");

const subscription = (endpoint: string) => ({ endpoint, keys: { p256dh: "p", auth: "a" } });
const hold = (endpoint: string | null) =>
  vi.mocked(heldSubscription).mockResolvedValue(endpoint === null ? null : subscription(endpoint));

let told: unknown[];
const post: typeof fetch = async (_, init) => {
  told.push(JSON.parse(String(init?.body)));
  return new Response("{}");
};
beforeEach(() => {
  told = [];
  localStorage.clear();
  sessionStorage.clear();
});

it("a browser that never held a subscription says nothing", async () => {
  hold(null);
  await checkPush(post);
  expect(told).toEqual([]);
});

it("a subscription is told once each time the browser is opened", async () => {
  hold("https://push/1");
  await checkPush(post);
  await checkPush(post);
  expect(told).toEqual([{ old: null, subscription: subscription("https://push/1") }]);
  sessionStorage.clear();
  await checkPush(post);
  expect(told).toHaveLength(2);
});

it("a subscription that the browser renewed takes the place of the one that was told", async () => {
  hold("https://push/1");
  await checkPush(post);
  hold("https://push/2");
  await checkPush(post);
  expect(told.at(-1)).toEqual({ old: "https://push/1", subscription: subscription("https://push/2") });
});

it("one that is gone, as when the permission was taken back, is told as gone, once", async () => {
  hold("https://push/1");
  await checkPush(post);
  hold(null);
  await checkPush(post);
  await checkPush(post);
  expect(told.at(-1)).toEqual({ old: "https://push/1", subscription: null });
  expect(told).toHaveLength(2);
});

it("what the server did not take is told again", async () => {
  hold("https://push/1");
  await checkPush(async () => new Response("{}", { status: 503 }));
  await checkPush(post);
  expect(told).toHaveLength(1);
});
