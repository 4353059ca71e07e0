import { randomUUID } from "node:crypto";
import { type AddressObject, type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { HOST } from "../ports";
import type { Mail } from "./mails";
import { createRefusals, refusedLogin, refusedSender } from "./refusals";

/** Larger mails are refused, as most servers do. */
const mostBytes = 10 * 1024 * 1024;

/** Accepts mails from and for everybody but those of refusals.ts, whoever signs in or not, and forwards none. */
export async function receiveMails(
  port: number,
  onMail: (mail: Mail) => void,
): Promise<{ stop(): Promise<void> }> {
  const refusal = createRefusals();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    authMethods: ["PLAIN", "LOGIN"],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      refusedLogin(password) ? done(refusedLogin(password)) : done(null, { user: username }),
    onMailFrom: ({ address }, _session, done) => done(refusedSender(address)),
    size: mostBytes,
    rejectOversized: true,
    // refusals.ts says the enhanced status of each refusal; the server would put its own before it.
    hideENHANCEDSTATUSCODES: true,
    onRcptTo: ({ address }, _session, done) => done(refusal(address, "recipient")),
    onData(stream, { envelope }, done) {
      read(stream, envelope.rcptTo.map(({ address }) => refusal(address, "content")).find(Boolean))
        .then(onMail)
        .then(
          () => done(),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
    },
  });
  // Without a listener, a sender that breaks off would end the process.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, HOST, resolve));
  return { stop: () => new Promise((resolve) => server.close(resolve)) };
}

/** Reads the whole mail before it is refused, as a server must. */
async function read(stream: AsyncIterable<Buffer>, refused: Error | null | undefined): Promise<Mail> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  if (refused) throw refused;
  const raw = Buffer.concat(chunks);
  return asMail(await simpleParser(raw), raw.toString("latin1"));
}

function asMail(parsed: ParsedMail, raw: string): Mail {
  const html = typeof parsed.html === "string" ? parsed.html : null;
  return {
    id: randomUUID(),
    at: new Date().toISOString(),
    from: parsed.from?.text ?? "",
    to: addresses(parsed.to),
    subject: parsed.subject ?? "",
    html,
    text: parsed.text ?? null,
    links: linksIn(html ?? ""),
    raw,
  };
}

function addresses(field: AddressObject | AddressObject[] | undefined): string[] {
  return [field ?? []].flat().flatMap((list) => list.value.flatMap(({ address }) => address ?? []));
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/href="([^"]+)"/g)].flatMap(
    ([, address]) => address?.replaceAll("&amp;", "&") ?? [],
  );
}
