import { afterEach, beforeEach, expect, it } from "vitest";
import { graphApp } from "./app";
import { type Graph, startGraph } from "./graph";

let graph: Graph;
let now: number;
beforeEach(async () => {
  now = Date.parse("2026-12-01T10:00:00Z");
  graph = await startGraph({ port: 0, now: () => now });
});
afterEach(() => graph.stop());

const headers = { authorization: `Bearer ${graphApp.token}`, "content-type": "application/json" };
/** The code of Meta's refusal; null: it was taken. */
async function send(to: object): Promise<number | null> {
  const message = { messaging_product: "whatsapp", ...to, type: "text", text: { body: "hi" } };
  const url = `${graph.url}/v25.0/${graphApp.phoneNumberId}/messages`;
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(message) });
  return (await answer.json()).error?.code ?? null;
}
const sendMany = async (count: number, to: (at: number) => object) => {
  const codes = [];
  for (let at = 0; at < count; at += 1) codes.push(await send(to(at)));
  return codes;
};

it("somebody takes 45 messages of a number at once, then one every six seconds", async () => {
  const dana = { to: "+972501234567" };
  await graph.receive("972501234567", "hi");
  expect(await sendMany(46, () => dana)).toEqual([...Array(45).fill(null), 131_056]);
  now += 6_000;
  expect(await sendMany(2, () => dana)).toEqual([null, 131_056]);
});

it("a number sends 80 messages a second", async () => {
  const noa = (at: number) => ({ to: `97250${2_000_000 + (at % 4)}` });
  for (const at of [0, 1, 2, 3]) await graph.receive(noa(at).to, "hi");
  expect(await sendMany(81, noa)).toEqual([...Array(80).fill(null), 130_429]);
  now += 1_000;
  expect(await send(noa(0))).toBeNull();
});

it("somebody whose number is not told writes and is written to by Meta's name of them", async () => {
  const person = "IL.13491208655302741918";
  expect(await send({ recipient: person })).toBe(131_047);
  await graph.phones.write({ from: "", person, body: "hi" });
  expect(await send({ recipient: person })).toBeNull();
  expect(graph.messages().at(-1)).toMatchObject({ to: person });
  expect([await send({ recipient: "nobody" }), await send({})]).toEqual([100, 100]);
});
