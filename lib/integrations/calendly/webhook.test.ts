import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { judgeWebhook } from "./webhook";

const key = "test-signing-key";
const at = 1_764_756_000;
const text = '{"event":"invitee.created","created_at":"2025-12-03T10:00:00.000000Z"}';
const hex = "e1fb79ee5ebdf8658dc13c2bd64cf00a634375aabe2ed3cacb2efd99aefc4645";

const judge = (
  signature: string | null,
  more: { body?: string | Buffer; keys?: string[]; now?: number } = {},
) =>
  judgeWebhook({
    headers: new Headers(signature === null ? {} : { "calendly-webhook-signature": signature }),
    body: Buffer.from(more.body ?? text),
    keys: more.keys ?? [key],
    nowSeconds: more.now ?? at,
  });
const signed = (body: string) => createHmac("sha256", key).update(`${at}.${body}`).digest("hex");
const refused = { taken: false, again: false };

describe("a message of Calendly's", () => {
  it("is taken with the signature of the published vector, however its pairs are written", () => {
    const spellings = [
      `t=${at},v1=${hex}`,
      `v1=${hex}, t=${at}`,
      `t=${at},v2=x,v1=${"0".repeat(64)},v1=${hex.toUpperCase()}`,
    ];
    for (const one of spellings) expect(judge(one)).toMatchObject({ taken: true });
    expect(judge(`t=${at},v1=${hex}`, { keys: ["new", key] })).toMatchObject({ taken: true });
  });

  it("is verified over its bytes, in any script", () => {
    const body = '{"name":"é😀 דנה"}';
    expect(judge(`t=${at},v1=${signed(body)}`, { body })).toMatchObject({ taken: true });
  });

  it.each([
    null,
    "",
    `t=${at}`,
    `v1=${hex}`,
    `t=,v1=${hex}`,
    `t=${at},t=${at},v1=${hex}`,
    `t=${at},v1=${hex.slice(0, -2)}`,
    `t=${at + 1},v1=${hex}`,
  ])("is refused with %s", (signature) => {
    expect(judge(signature)).toEqual(refused);
  });

  it("is refused with a changed byte, another key, or none", () => {
    expect(judge(`t=${at},v1=${hex}`, { body: `${text} ` })).toEqual(refused);
    expect(judge(`t=${at},v1=${hex}`, { keys: ["another"] })).toEqual(refused);
    expect(judge(`t=${at},v1=${hex}`, { keys: [] })).toEqual(refused);
  });

  it("is refused with any bit changed, of what it says or of what signs it", () => {
    const flipped = (bytes: Buffer, bit: number) => {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return changed;
    };
    const [body, mac] = [Buffer.from(text), Buffer.from(hex, "hex")];
    for (let bit = 0; bit < body.length * 8; bit += 1)
      expect(judge(`t=${at},v1=${hex}`, { body: flipped(body, bit) })).toEqual(refused);
    for (let bit = 0; bit < mac.length * 8; bit += 1)
      expect(judge(`t=${at},v1=${flipped(mac, bit).toString("hex")}`)).toEqual(refused);
  });

  it("is three minutes old at most, and as far ahead: beyond, what it tells is fetched", () => {
    for (const now of [at - 180, at + 180])
      expect(judge(`t=${at},v1=${hex}`, { now })).toMatchObject({ taken: true });
    for (const now of [at - 181, at + 181])
      expect(judge(`t=${at},v1=${hex}`, { now })).toEqual({ taken: false, again: true });
  });

  it("has one id at every delivery, and another for another event", () => {
    const told = (uri: string) =>
      JSON.stringify({ event: "e", created_at: "c", created_by: "u", payload: { uri } });
    const ids = [told("a"), `${told("a")} `, told("b")].map((body) =>
      judge(`t=${at},v1=${signed(body)}`, { body }),
    );
    expect(ids[0]).toEqual(ids[1]);
    expect(ids[0]).not.toEqual(ids[2]);
  });
});
