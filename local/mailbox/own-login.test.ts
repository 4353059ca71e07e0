import { createServer, type Server } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkSmtp } from "@/lib/integrations/email/smtp-check";
import { handOver } from "@/lib/correspondence/hand-over";
import { composeMail, type WrittenMail } from "@/lib/correspondence/compose-mail";
import { writeSignature } from "@/lib/integrations/email/signature/signature";
import { simpleParser } from "mailparser";
import { freePort, HOST } from "../ports";
import { startMailbox, type Mailbox } from "./mailbox";

let mailbox: Mailbox;
let silent: Server;
let selfSigned: SMTPServer;
const ports = { http: 0, smtp: 0, silent: 0, closed: 0, tls: 0 };
beforeAll(async () => {
  for (const name of ["http", "smtp", "silent", "closed", "tls"] as const) ports[name] = await freePort();
  mailbox = await startMailbox(ports);
  silent = createServer(() => undefined);
  // Its certificate is of nobody.
  selfSigned = new SMTPServer({ authOptional: true });
  selfSigned.on("error", () => undefined);
  await Promise.all([
    new Promise<void>((resolve) => silent.listen(ports.silent, HOST, resolve)),
    new Promise<void>((resolve) => selfSigned.listen(ports.tls, HOST, resolve)),
  ]);
  process.env.OUTBOUND_ALLOWED_HOSTS = Object.values(ports)
    .map((port) => `${HOST}:${port}`)
    .join(",");
});
afterAll(async () => {
  delete process.env.OUTBOUND_ALLOWED_HOSTS;
  silent.close();
  await Promise.all([mailbox.stop(), new Promise((resolve) => selfSigned.close(() => resolve(null)))]);
});
beforeEach(() => mailbox.mails.clear());

const login = (change: Partial<{ host: string; port: number; password: string; from: string }> = {}) => ({
  via: "smtp" as const,
  host: HOST,
  port: ports.smtp,
  user: "dana",
  password: "a password",
  from: "dana@example.com",
  ...change,
});
const why = async (...asked: Parameters<typeof checkSmtp>) => {
  const found = await checkSmtp(...asked);
  return found.ok ? null : found.problem;
};

describe("a login at a mail server is tried before it is kept, and what stops it is said", () => {
  it("nothing", async () => expect(await why(login())).toBeNull());
  it("the password", async () => expect(await why(login({ password: "wrong" }))).toBe("mailAuth"));
  it("nobody listens", async () => expect(await why(login({ port: ports.closed }))).toBe("mailRefused"));
  it("a certificate of nobody", async () => expect(await why(login({ port: ports.tls }))).toBe("mailTls"));
  it("a server that says nothing", async () =>
    expect(await why(login({ port: ports.silent }), {}, 300)).toBe("mailTimeout"));
  it("a name that is not there", async () => {
    const resolve = async () => Promise.reject(new Error("ENOTFOUND"));
    expect(await why(login({ host: "smtp.example.com", port: 587 }), { resolve })).toBe("mailHostUnknown");
  });
  it("a network of ours, by its address and by a name", async () => {
    const resolve = async () => ["10.0.0.7"];
    expect(await why(login({ host: "smtp.example.com", port: 587 }), { resolve })).toBe("mailHostPrivate");
    expect(await why(login({ host: "169.254.169.254", port: 587 }))).toBe("mailHostPrivate");
  });
  it("a port of something else", async () =>
    expect(await why(login({ host: "8.8.8.8", port: 22 }))).toBe("mailPort"));
});

const written = (change: Partial<WrittenMail> = {}): WrittenMail => ({
  id: "0a7e0000-0003-4000-8000-000000000001",
  from: { name: 'חברת אבן, בע"מ', address: "dana@example.com" },
  replyTo: null,
  to: "lead@example.com",
  subject: 'הצעה: "מגדל", דירה 5',
  text: "שלום,\nהטלפון שלי +972-50-234-5678.",
  signature: writeSignature("<b>{{name}}</b><script>1</script>", {
    name: "דנה",
    email: "dana@example.com",
    company: "",
    project: "",
  }),
  thread: "lead 1",
  ...change,
});
const send = async (mail: WrittenMail, change: Parameters<typeof login>[0] = {}) =>
  handOver(
    login({ from: mail.from.address, ...change }),
    composeMail(mail),
    mail.id,
    { platform: null, resendUrl: "" },
    AbortSignal.timeout(10_000),
  );
const delivered = async (mail: WrittenMail) => {
  expect(await send(mail)).toMatchObject({ ok: true });
  const [arrived] = mailbox.mails.list();
  if (!arrived) throw new Error("no mail arrived");
  const head = arrived.raw.slice(0, arrived.raw.indexOf("\r\n\r\n"));
  return { ...arrived, head, lines: head.split(/\r\n(?![ \t])/) };
};

describe("a mail that a person writes, on the wire", () => {
  it("has its sender whole, one subject, its text twice and its signature below", async () => {
    const mail = await delivered(written());
    const { from, subject, text, html } = await simpleParser(Buffer.from(mail.raw, "latin1"));
    expect(from?.value).toEqual([{ name: "חברת אבן, בע\u05f4מ", address: "dana@example.com" }]);
    expect(subject).toBe('הצעה: "מגדל", דירה 5');
    expect(mail.lines.filter((line) => /^subject:/i.test(line))).toHaveLength(1);
    expect(text).toBe("שלום,\nהטלפון שלי \u2066+972-50-234-5678\u2069.\n-- \nדנה\n");
    expect(html).toContain('<div dir="rtl" style="text-align:right">שלום,<br>');
    expect(html).toContain("<b>דנה</b>");
    expect(html).not.toContain("script");
    expect(mail.head).toMatch(/^[\x00-\x7f]*$/);
  });

  it("belongs to the thread of its lead, is the same at every attempt, and says nothing of a machine", async () => {
    const [first, again] = [await delivered(written()), await delivered(written())];
    const header = ({ lines }: typeof first, name: string) =>
      lines
        .find((line) => line.toLowerCase().startsWith(`${name}:`))
        ?.slice(name.length + 1)
        .trim();
    expect(header(again, "message-id")).toBe(header(first, "message-id"));
    expect(header(first, "references")).toMatch(/^<thread\.[0-9a-f]{32}@example\.com>$/);
    expect(header(first, "in-reply-to")).toBe(header(first, "references"));
    const other = await delivered(written({ thread: "lead 2" }));
    expect(header(other, "references")).not.toBe(header(first, "references"));
    expect(first.head).not.toMatch(/^(Auto-Submitted|List-)/im);
  });

  it("has its answers go where they should, where that is not the sender", async () => {
    const reply = ({ lines }: { lines: string[] }) => lines.filter((line) => /^reply-to:/i.test(line));
    expect(reply(await delivered(written()))).toEqual([]);
    expect(reply(await delivered(written({ replyTo: "me@example.com" })))).toEqual([
      "Reply-To: me@example.com",
    ]);
  });

  it("takes no header from anything that people write", async () => {
    const attack = "x\r\nBcc: eve@example.com\r\n\r\nbody";
    const from = { name: attack, address: "dana@example.com" };
    const mail = await delivered(written({ from, subject: attack, thread: attack }));
    expect(mail.lines.filter((line) => /^bcc:/i.test(line))).toEqual([]);
    expect(mail.to).toEqual(["lead@example.com"]);
    expect(new Set(mail.lines.map((line) => line.split(":")[0])).size).toBe(mail.lines.length);
  });

  it("that is refused says by whom it was: sender, login, recipient or content", async () => {
    const forged = { name: "", address: "forged@example.com" };
    expect(await send(written({ from: forged }))).toEqual({ ok: false, problem: "mailSender", again: false });
    expect(await send(written(), { password: "wrong" })).toMatchObject({ problem: "mailAuth" });
    expect(await send(written({ to: "bounce@example.com" }))).toMatchObject({ problem: "mailRecipient" });
    expect(await send(written({ to: "spam@example.com" }))).toMatchObject({ problem: "mailBlocked" });
    expect(await send(written({ to: "busy@example.com" }))).toMatchObject({ again: true });
  });
});
