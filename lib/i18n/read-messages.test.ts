// @vitest-environment jsdom
import { afterEach, expect, it, vi } from "vitest";
import { readMessages } from "./read-messages";

const words = { common: { product: "OvenAI" } };

/** Answers each request with the next of `answers`; null: the network fails. */
function network(...answers: (Response | null)[]) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string) => {
    asked.push(address);
    const answer = answers[asked.length - 1];
    if (!answer) throw new TypeError("fetch failed");
    return answer;
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

it("fetches the messages of an address once", async () => {
  const asked = network(Response.json(words));
  const first = readMessages("en", "/messages/en.1.json");
  expect(readMessages("en", "/messages/en.1.json")).toBe(first);
  expect(await first).toEqual(words);
  expect(asked).toEqual(["/messages/en.1.json"]);
});

it.each([
  ["the network failed", null],
  ["the server failed", new Response("", { status: 503 })],
])("fetches messages again when the network is back, where %s", async (_, failure) => {
  const asked = network(failure, Response.json(words));
  const address = `/messages/en.${failure ? 2 : 3}.json`;
  const read = readMessages("en", address);
  await vi.waitFor(() => {
    window.dispatchEvent(new Event("online"));
    expect(asked).toEqual([address, address]);
  });
  expect(await read).toEqual(words);
});
