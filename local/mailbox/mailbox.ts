import { createServer } from "node:http";
import { HOST } from "../ports";
import { createOutbox, type Outbox } from "../providers/outbox";
import { createMails, type Mails } from "./mails";
import { listPage, mailBody, mailPage } from "./page";
import { receiveMails } from "./receive";

export type Mailbox = Readonly<{ url: string; mails: Mails; stop(): Promise<void> }>;

const HTML = "text/html; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

type Answer = Readonly<{ status: number; type: string; body: string }>;

/**
 * Receives the platform's mails by SMTP and shows all that left the house, also what the stand-ins of other providers
 * put into `outbox`: `/` for people, and for tests `/api/messages` (mails, newest first; `?to=` one recipient's) and
 * `/api/sent` (the other channels; `?to=` one number's). DELETE removes all of either.
 */
export async function startMailbox(
  ports: { http: number; smtp: number },
  outbox: Outbox = createOutbox(),
): Promise<Mailbox> {
  const mails = createMails();
  const smtp = await receiveMails(ports.smtp, mails.add);
  const server = createServer((request, response) => {
    const { status, type, body } = answer(
      { mails, outbox },
      request.method ?? "GET",
      new URL(request.url ?? "/", "http://local"),
    );
    response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(ports.http, HOST, resolve);
  });
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await Promise.all([closed, smtp.stop()]);
  };
  return { url: `http://${HOST}:${ports.http}`, mails, stop };
}

function answer({ mails, outbox }: { mails: Mails; outbox: Outbox }, method: string, url: URL): Answer {
  if (url.pathname === "/api/messages") {
    if (method === "DELETE") mails.clear();
    const listed = mails.list(url.searchParams.get("to") ?? undefined);
    return { status: 200, type: JSON_TYPE, body: JSON.stringify(listed) };
  }
  if (url.pathname === "/api/sent") {
    if (method === "DELETE") outbox.clear();
    const to = url.searchParams.get("to");
    const listed = outbox.list().filter((each) => to === null || each.to === to);
    return { status: 200, type: JSON_TYPE, body: JSON.stringify(listed) };
  }
  if (url.pathname === "/") return { status: 200, type: HTML, body: listPage(mails.list(), outbox.list()) };
  const [, id = "", part] = /^\/messages\/([\w-]+)(\/body)?$/.exec(url.pathname) ?? [];
  const mail = mails.find(id);
  if (!mail) return { status: 404, type: HTML, body: "There is no such mail. <a href='/'>Outbox</a>" };
  return { status: 200, type: HTML, body: part ? mailBody(mail) : mailPage(mail) };
}
