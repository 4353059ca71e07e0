import type { Sent, SentChannel } from "../providers/outbox";
import type { Mail } from "./mails";

const STYLE = `
  :root { color-scheme: light dark; --ink: #1d2327; --soft: #6b7075; --paper: #f6f4ef; --card: #fff; --line: #e3dfd6; --accent: #0d6b73; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #e6e9eb; --soft: #98a1a8; --paper: #14191d; --card: #1c2328; --line: #2c353b; --accent: #4cc0c7; }
  }
  * { box-sizing: border-box; }
  body { margin: 0; padding: 32px 16px; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
  main { max-width: 760px; margin: 0 auto; }
  h1 { font-size: 20px; margin: 0 0 4px; }
  p { margin: 0 0 20px; color: var(--soft); }
  a { color: var(--accent); }
  ul { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
  li + li { border-top: 1px solid var(--line); }
  li a, li div { display: grid; grid-template-columns: 1fr auto; gap: 2px 16px; padding: 12px 16px; text-decoration: none; color: inherit; }
  li a:hover, li a:focus-visible { background: color-mix(in srgb, var(--accent) 8%, transparent); }
  li strong { font-weight: 600; justify-self: start; }
  li div span { grid-column: 1 / -1; white-space: pre-line; overflow-wrap: anywhere; }
  small { color: var(--soft); font-size: 13px; }
  .empty { padding: 40px 16px; text-align: center; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
  iframe { width: 100%; height: 560px; border: 1px solid var(--line); border-radius: 10px; background: #fff; }
`;

const channels: Record<SentChannel, string> = {
  push: "Push",
  sms: "SMS",
  whatsapp: "WhatsApp",
  slack: "Slack",
  webhook: "Webhook",
  resend: "Resend",
};

/** All that left the house, newest first: mails with a page of their own, everything else in full. */
export function listPage(mails: readonly Mail[], sent: readonly Sent[]): string {
  const rows = [
    ...mails.map((mail) => ({ at: mail.at, row: mailRow(mail) })),
    ...sent.map((each) => ({ at: each.at, row: sentRow(each) })),
  ].sort((one, other) => other.at.localeCompare(one.at));
  const body =
    rows.length > 0
      ? `<ul>${rows.map(({ row }) => row).join("")}</ul>`
      : `<p class="empty">Nothing has left the house yet.</p>`;
  const intro = "Everything this copy of OvenAI sends ends here, by whichever channel, whoever it is for.";
  return document(
    "Outbox",
    `<h1>Outbox</h1><p>${intro}</p>${body}`,
    '<meta http-equiv="refresh" content="5">',
  );
}

const mailRow = ({ id, subject, to, at }: Mail) => `<li><a href="/messages/${id}">
  <strong dir="auto">${escape(subject)}</strong>${time(at)}
  <small dir="auto">Mail to ${escape(to.join(", "))}</small></a></li>`;

const sentRow = ({ channel, to, title, text, at }: Sent) => `<li><div>
  <strong dir="auto">${escape(title || channels[channel])}</strong>${time(at)}
  <span dir="auto">${escape(text)}</span>
  <small>${channels[channel]} to <bdi>${escape(to)}</bdi></small></div></li>`;

const time = (at: string) => `<small><time datetime="${at}">${clock(at)}</time></small>`;

export function mailPage(mail: Mail): string {
  // The sandbox keeps a mail from running scripts and from reaching the mailbox's page.
  const frame = `<iframe title="Mail" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/messages/${mail.id}/body"></iframe>`;
  return document(
    mail.subject,
    `<p><a href="/">Outbox</a></p><h1 dir="auto">${escape(mail.subject)}</h1>
     <p dir="auto">From ${escape(mail.from)} to ${escape(mail.to.join(", "))}, ${clock(mail.at)}</p>${frame}`,
  );
}

export function mailBody(mail: Mail): string {
  const content = mail.html ?? `<pre>${escape(mail.text ?? "")}</pre>`;
  return `<base target="_blank">${content}`;
}

function document(title: string, body: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">${head}
    <title>${escape(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
}

function clock(at: string): string {
  return new Date(at).toLocaleTimeString("en-GB");
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
