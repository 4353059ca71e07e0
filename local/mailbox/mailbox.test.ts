import { afterAll, beforeAll, expect, it } from "vitest";
import { SmtpEmailDriver } from "@supabase/lite";
import { freePort, HOST } from "../ports";
import { createOutbox } from "../providers/outbox";
import { type Mailbox, startMailbox } from "./mailbox";

let mailbox: Mailbox;
// Each a second after the one before it, and all after the mails: within one millisecond nothing is newer.
let seconds = 0;
const outbox = createOutbox(() => Date.now() + (seconds += 1) * 1_000);
let sender: SmtpEmailDriver;

beforeAll(async () => {
  const ports = { http: await freePort(), smtp: await freePort() };
  mailbox = await startMailbox(ports, outbox);
  sender = new SmtpEmailDriver({ host: HOST, port: ports.smtp, from: "app@test.local", requireTls: false });
});
afterAll(() => mailbox.stop());

it("shows each mail in a sandbox, so that no mail runs as part of the page", async () => {
  await sender.send({ to: "noa@test.local", subject: "<script>alert(1)</script>", html: "<p>שלום</p>" });
  const list = await (await fetch(mailbox.url)).text();
  expect(list).toContain("noa@test.local");
  expect(list).not.toContain("<script>");
  const [mail] = mailbox.mails.list();
  const page = await (await fetch(`${mailbox.url}/messages/${mail?.id}`)).text();
  expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  const body = await (await fetch(`${mailbox.url}/messages/${mail?.id}/body`)).text();
  expect(body).toContain("<p>שלום</p>");
});

it("tells tests the recipient and the links of each mail, newest first", async () => {
  await fetch(`${mailbox.url}/api/messages`, { method: "DELETE" });
  for (const n of [1, 2]) {
    const html = `<a href="http://localhost/x?a=${n}&amp;b=2">go</a>`;
    await sender.send({ to: "ari@test.local", subject: `No. ${n}`, html });
  }
  await sender.send({ to: "other@test.local", subject: "Other", html: "" });
  const answer = await fetch(`${mailbox.url}/api/messages?to=ari@test.local`);
  expect(await answer.json()).toMatchObject([
    { subject: "No. 2", links: ["http://localhost/x?a=2&b=2"] },
    { subject: "No. 1", links: ["http://localhost/x?a=1&b=2"] },
  ]);
});

it("answers 404 for an unknown mail", async () => {
  expect((await fetch(`${mailbox.url}/messages/unknown`)).status).toBe(404);
});

it("shows what left the house on other channels among the mails, newest first, and runs none of it", async () => {
  await sender.send({ to: "noa@test.local", subject: "A mail", html: "" });
  outbox.add({ channel: "sms", to: "+972502345678", title: "", text: "דנה לוי\n<script>alert(1)</script>" });
  outbox.add({ channel: "push", to: "…abc", title: "Dana is burning", text: "She was cold." });
  const page = await (await fetch(mailbox.url)).text();
  expect(page).not.toContain("<script>");
  const [push, sms, mail] = ["Dana is burning", "דנה לוי", "A mail"].map((text) => page.indexOf(text));
  expect(push).toBeGreaterThan(0);
  expect(sms).toBeGreaterThan(push ?? 0);
  expect(mail).toBeGreaterThan(sms ?? 0);
});

it("tells tests what other channels sent, to whom", async () => {
  const ask = async (path: string, method = "GET") =>
    (await fetch(`${mailbox.url}${path}`, { method })).json();
  const to = encodeURIComponent("+972502345678");
  expect(await ask(`/api/sent?to=${to}`)).toMatchObject([{ channel: "sms", to: "+972502345678" }]);
  expect(await ask("/api/sent")).toHaveLength(2);
  expect(await ask("/api/sent", "DELETE")).toEqual([]);
});
