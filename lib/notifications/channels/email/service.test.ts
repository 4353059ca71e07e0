import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { takeResendEvent } from "./service";

const key = Buffer.from("a key of the webhook");
const secret = `whsec_${key.toString("base64")}`;
const nowSeconds = 1_790_000_000;

type Disabled = [id: string, addresses: readonly string[], reason: string];

async function tell(
  event: unknown,
  change: Partial<{ secret: string | undefined; fails: boolean; spoiled: boolean }> = {},
) {
  const body = Buffer.from(typeof event === "string" ? event : JSON.stringify(event));
  const signature = createHmac("sha256", key).update(`msg_1.${nowSeconds}.`).update(body).digest("base64");
  const headers = new Headers({
    "svix-id": "msg_1",
    "svix-timestamp": String(nowSeconds),
    "svix-signature": `v1,${change.spoiled ? "AAAA" : ""}${signature}`,
  });
  const disabled: Disabled[] = [];
  const disable = async (...given: Disabled) => {
    if (change.fails) throw new TypeError("fetch failed");
    disabled.push(given);
    return true;
  };
  const told = { headers, body, secret, nowSeconds, ...("secret" in change && { secret: change.secret }) };
  return { status: await takeResendEvent(told, disable), disabled };
}

const bounced = (type: string, message = "") => ({
  type: "email.bounced",
  created_at: "2026-11-29T12:00:00Z",
  data: { email_id: "e", to: ["Dana@Example.com\u200f"], bounce: { type, message, subType: "General" } },
});

describe("what the mail provider tells", () => {
  it("of a mail that will never arrive switches its address off", async () => {
    expect(await tell(bounced("Permanent"))).toEqual({
      status: 200,
      disabled: [["msg_1", ["Dana@example.com"], "bounced"]],
    });
  });

  it("of a complaint, and of an address on its own list, does too", async () => {
    const data = { to: ["dana@example.com"] };
    const { disabled } = await tell({ type: "email.complained", data });
    expect(disabled).toEqual([["msg_1", ["dana@example.com"], "complained"]]);
    expect((await tell({ type: "email.suppressed", data })).disabled).toHaveLength(1);
  });

  it.each([
    ["a mail that may arrive later", bounced("Transient")],
    ["a bounce of an unknown kind", bounced("Undetermined")],
    ["a domain of ours that proves nothing", bounced("Permanent", "550 5.7.26 unauthenticated sender")],
    ["the same in Microsoft's words", bounced("Permanent", "550 5.7.515 Access denied")],
    ["a delivery", { type: "email.delivered", data: { to: ["dana@example.com"] } }],
    ["a domain", { type: "domain.updated", data: { id: "d" } }],
  ])("of %s switches nothing off, and is answered all the same", async (_, event) => {
    expect(await tell(event)).toEqual({ status: 200, disabled: [] });
  });

  it("is refused where it is not signed, and nothing is done", async () => {
    expect(await tell(bounced("Permanent"), { spoiled: true })).toEqual({ status: 401, disabled: [] });
  });

  it.each(["", "no json", "[]", '{"type": 1}'])("is refused where it is no event: %j", async (body) => {
    expect((await tell(body)).status).toBe(400);
  });

  it("is to be told again where it could not be kept, or no secret is configured", async () => {
    expect((await tell(bounced("Permanent"), { fails: true })).status).toBe(503);
    expect((await tell(bounced("Permanent"), { secret: undefined })).status).toBe(503);
  });

  it("is refused where it is larger than any event", async () => {
    expect((await tell({ type: "x".repeat(300_000), data: {} })).status).toBe(413);
  });
});
