import { afterAll, beforeAll, expect, it } from "vitest";
import { composeMail } from "@/lib/correspondence/compose-mail";
import { handOver } from "@/lib/correspondence/hand-over";
import { answered } from "@/lib/integrations/contract/duties";
import { createProvider } from "@/lib/integrations/email/provider";
import { asking } from "@/lib/provider-request";
import { RESEND_API_KEY, RESEND_RESTRICTED_KEY, startResend, type Resend } from "./resend";

let resend: Resend;
beforeAll(async () => void (resend = await startResend({ port: 0, requestsPerSecond: 100 })));
afterAll(() => resend.stop());

const from = "dana@example.com";
const accountOf = async (key: string, sender = from, url = resend.url) => {
  const provider = createProvider({ env: { RESEND_API_URL: url }, ask: asking(2_000), now: Date.now });
  const tokens = provider.readPersonal(JSON.stringify({ via: "resend", key, from: sender }));
  const token = async () => answered(tokens?.accessToken ?? "");
  return provider.account({ token, renewed: token });
};

it("a key of one's own is tried before it is kept: whether it is taken, and may send from the address", async () => {
  const account = { id: `resend:${from}`, name: "Resend", email: from, url: null };
  expect(await accountOf(RESEND_API_KEY)).toEqual({ ok: true, value: account });
  // It may send and read nothing: the service says so, and no more.
  expect(await accountOf(RESEND_RESTRICTED_KEY)).toEqual({ ok: true, value: account });
  expect(await accountOf("re_of_nobody")).toMatchObject({ fault: "credentials", problem: "mailKey" });
  expect(await accountOf(RESEND_API_KEY, "dana@other.example")).toMatchObject({ problem: "mailSender" });
  expect(await accountOf(RESEND_API_KEY, from, "http://127.0.0.1:1")).toMatchObject({ fault: "unreachable" });
});

it("what is sent twice under one id arrives once", async () => {
  const id = "0a7e0000-0003-4000-8000-000000000001";
  const sender = { name: 'The "Oven", Ltd.', address: from };
  const mail = composeMail({
    ...{ id, from: sender, replyTo: null, to: "lead@example.org", subject: "Hello", text: "Text" },
    ...{ signature: null, thread: "lead 1" },
  });
  const ways = { platform: null, resendUrl: resend.url };
  const send = () =>
    handOver({ via: "resend", key: RESEND_API_KEY, from }, mail, id, ways, AbortSignal.timeout(5_000));
  const [first, again] = [await send(), await send()];
  expect(first).toMatchObject({ ok: true });
  expect(again).toEqual(first);
  expect(resend.emails()).toHaveLength(1);
  expect(resend.emails()[0]).toMatchObject({ from: '"The \\"Oven\\", Ltd." <dana@example.com>' });
});

it("what is no login is none, and this app's own address needs that it has one", async () => {
  const provider = (env = {}) => createProvider({ env, ask: asking(), now: Date.now });
  for (const text of ["", "re_key", '{"via":"smtp"}', '{"via":"platform","from":"eve@example.com"}'])
    expect(provider().readPersonal(text)).toBeNull();
  const platform = async () => answered('{"via":"platform"}');
  const access = { token: platform, renewed: platform };
  expect(await provider().account(access)).toMatchObject({ problem: "mailNoPlatform" });
  const env = { SMTP_URL: "smtp://localhost", EMAIL_FROM: "OvenAI <news@ovenai.example>" };
  expect(await provider(env).account(access)).toMatchObject({ value: { email: "news@ovenai.example" } });
});
