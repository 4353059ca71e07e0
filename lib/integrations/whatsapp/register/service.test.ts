import { beforeEach, expect, it, vi } from "vitest";
import type * as worker from "@/lib/integrations/worker";
import { sealTokens } from "@/lib/integrations/kept-tokens";
import { fakeDatabase } from "@/lib/testing/fake-functions";
import { registerNumber } from "./service";

const mocks = vi.hoisted(() => ({ platform: vi.fn(), lookAfter: vi.fn() }));
vi.mock("@/lib/integrations/service", () => ({ platform: mocks.platform }));
vi.mock("@/lib/integrations/worker", async (load) => ({
  ...(await load<typeof worker>()),
  lookAfter: mocks.lookAfter,
}));

const environment = {
  ...fakeDatabase,
  WHATSAPP_APP_ID: "1",
  WHATSAPP_APP_SECRET: "an app secret",
  WHATSAPP_API_URL: "http://127.0.0.1:9",
};
const meta = vi.fn<typeof fetch>();
vi.stubGlobal("fetch", meta);
for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);

const ring = [{ id: "a", key: Buffer.alloc(32, 1) }];
const owner = { userId: "ann", provider: "whatsapp" };
const tokens = { accessToken: "token", refreshToken: null, expiresAt: null, scopes: null, webhookKey: null };
const kept = (details: object) => ({
  ...{ id: "c", user_id: "ann", provider: "whatsapp", kind: "personal", scopes: [], settings: null, details },
  account: { id: "1", name: "", email: "", url: null },
  credentials: { tokens: sealTokens(ring, owner, tokens), version: 1 },
});
const takePress = vi.fn(async () => undefined);
function connected(found: object | null) {
  const store = { ofPerson: async () => found, takePress };
  const providers = new Map([["whatsapp", {}]]);
  mocks.platform.mockReturnValue({ store, ring, providers, now: Date.now, webhookBase: "", wait: vi.fn() });
}
const answer = (status: number, body: object) => meta.mockResolvedValue(Response.json(body, { status }));
const refusal = (code: number) => ({ error: { code, message: "no" } });

beforeEach(() => {
  vi.clearAllMocks();
  connected(kept({ number: { id: "42" } }));
});

it("a number is registered by its PIN, which goes to Meta alone, and is looked at afterwards", async () => {
  answer(200, { success: true });
  expect(await registerNumber("ann", "123456")).toEqual({ ok: true, value: { why: null } });
  const [url, init] = meta.mock.calls[0] ?? [];
  expect(String(url)).toMatch(/^http:\/\/127\.0\.0\.1:9\/v[\d.]+\/42\/register$/);
  expect(JSON.parse(String(init?.body))).toEqual({ messaging_product: "whatsapp", pin: "123456" });
  expect(mocks.lookAfter).toHaveBeenCalledOnce();
  expect(takePress).toHaveBeenCalledBefore(meta);
});

it.each([
  [400, refusal(133_005), "wrongPin"],
  [400, refusal(133_016), "tooMany"],
  [400, refusal(131_000), "other"],
  [503, {}, "unreachable"],
])("that Meta refuses by %i %o is not registered, and says %s", async (status, body, why) => {
  answer(status, body);
  expect(await registerNumber("ann", "123456")).toEqual({ ok: true, value: { why } });
  expect(mocks.lookAfter).not.toHaveBeenCalled();
});

it("Meta that does not answer is unreachable", async () => {
  meta.mockRejectedValue(new TypeError("fetch failed"));
  expect(await registerNumber("ann", "123456")).toEqual({ ok: true, value: { why: "unreachable" } });
});

it.each([
  ["without a number", kept({ number: null })],
  ["whose token no key opens", { ...kept({ number: { id: "42" } }), credentials: null }],
  ["that is not there", null],
])("a connection %s has nothing to register, and Meta is not asked", async (_, found) => {
  connected(found);
  expect(await registerNumber("ann", "123456")).toMatchObject({ ok: false, error: { code: "not_found" } });
  expect([meta.mock.calls, takePress.mock.calls]).toEqual([[], []]);
});
