import { expect, it, vi } from "vitest";
import { createTokenSource } from "./token-source";

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
  const source = createTokenSource(load, () => now, renewed);
  const get = async () => (await source.get()).accessToken;
  return { source, get, load, renewed, pass: (ms: number) => void (now += ms) };
}

it("asks once for callers of the same moment and keeps what it got", async () => {
  const { get, load, renewed } = setUp(token("a"));
  expect(await Promise.all([get(), get(), get()])).toEqual(["a", "a", "a"]);
  expect(await get()).toBe("a");
  expect(load).toHaveBeenCalledOnce();
  expect(renewed).not.toHaveBeenCalled();
});

it("renews shortly before the end and says so", async () => {
  const { get, load, renewed, pass } = setUp(token("a", 100_000), token("b"));
  await get();
  pass(54_000);
  expect(await get()).toBe("a");
  pass(2_000);
  expect(await get()).toBe("b");
  expect(load).toHaveBeenCalledTimes(2);
  expect(renewed).toHaveBeenCalledOnce();
});

it("answers the old token while renewal fails, until it ends", async () => {
  const { get, pass } = setUp(token("a", 100_000), new Error("down"));
  await get();
  pass(99_000);
  expect(await get()).toBe("a");
  pass(1_001);
  await expect(get()).rejects.toThrow("down");
});

it("asks again for a token in doubt, whatever its end", async () => {
  const { source, get, load } = setUp(token("a"), token("b"));
  await get();
  source.doubt();
  expect(await get()).toBe("b");
  expect(await get()).toBe("b");
  expect(load).toHaveBeenCalledTimes(2);
});

it("rejects when it never had one", async () => {
  const { get } = setUp(new Error("down"));
  await expect(get()).rejects.toThrow("down");
});
