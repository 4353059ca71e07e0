import { randomUUID } from "node:crypto";
import { type AddressObject, type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { HOST } from "../ports";
import type { Mail } from "./mails";

/** Accepts mails for every recipient and forwards none. */
export async function receiveMails(
  port: number,
  onMail: (mail: Mail) => void,
): Promise<{ stop(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, _session, done) {
      simpleParser(stream)
        .then((parsed) => onMail(asMail(parsed)))
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

function asMail(parsed: ParsedMail): Mail {
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
