import { expect, it, vi } from "vitest";
import { createTokenKeeper } from "./token-keeper";

const token = (accessToken: string, expiresInMs = 3_600_000) => ({
  accessToken,
  expiresInMs,
  url: "https://platform.test",
  publishableKey: "key",
});

function setUp(...answers: (ReturnType<typeof token> | Error)[]) {
  let now = 1_000_000;
  const load = vi.fn(async () => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (!answer || answer instanceof Error) throw answer ?? new Error("nothing left");
    return answer;
  });
  const renewed = vi.fn();
  const keeper = createTokenKeeper(load, () => now, renewed);
  const get = async () => (await keeper.get()).accessToken;
  return { keeper, get, load, renewed, pass: (ms: number) => void (now += ms) };
}

it("sends one request for simultaneous callers and keeps the token", async () => {
  const { get, load, renewed } = setUp(token("a"));
  expect(await Promise.all([get(), get(), get()])).toEqual(["a", "a", "a"]);
  expect(await get()).toBe("a");
  expect(load).toHaveBeenCalledOnce();
  expect(renewed).not.toHaveBeenCalled();
});

it("renews the token shortly before it expires, and calls onRenewed", async () => {
  const { get, load, renewed, pass } = setUp(token("a", 100_000), token("b"));
  await get();
  pass(54_000);
  expect(await get()).toBe("a");
  pass(2_000);
  expect(await get()).toBe("b");
  expect(load).toHaveBeenCalledTimes(2);
  expect(renewed).toHaveBeenCalledOnce();
});

it("answers the old token while renewal fails, until the token expires", async () => {
  const { get, pass } = setUp(token("a", 100_000), new Error("down"));
  await get();
  pass(99_000);
  expect(await get()).toBe("a");
  pass(1_001);
  await expect(get()).rejects.toThrow("down");
});

it("requests a new token after a doubt, even if the old one has not expired", async () => {
  const { keeper, get, load } = setUp(token("a"), token("b"));
  await get();
  keeper.doubt();
  expect(await get()).toBe("b");
  expect(await get()).toBe("b");
  expect(load).toHaveBeenCalledTimes(2);
});

it("rejects if it never got a token", async () => {
  const { get } = setUp(new Error("down"));
  await expect(get()).rejects.toThrow("down");
});
