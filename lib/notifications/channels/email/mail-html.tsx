"use no memo";
import { render } from "@react-email/render";
import type { CSSProperties, ReactNode } from "react";
import { directionOf } from "@/lib/vocabulary/locales";
import type { MailContent } from "./content";
import { MailAnswers } from "./mail-answers";
import { headline, ListedItem, OnlyItem } from "./mail-item";
import { Frame, Text } from "./mail-parts";
import { fontFamily, palette } from "./palette";
import { subjectOf } from "./written-text";
import type { Words } from "./words";

type Told = { content: MailContent; inboxUrl: string; words: Words };

/**
 * The HTML of a mail. No rules that depend on the screen, no pictures, no web fonts and no hidden line: mail programs
 * drop them, ask for them, or take them for a trick. React's own comments are taken out: they would travel into replies.
 */
export async function mailHtml(content: MailContent, inboxUrl: string, words: Words): Promise<string> {
  const html = await render(<MailDocument content={content} inboxUrl={inboxUrl} words={words} />);
  return html.replace(/<!DOCTYPE[^>]*>/, "<!doctype html>").replace(/<!--.*?-->/gs, "");
}

/** The direction stands on an inner element: a reply keeps it there, and drops that of html and body. */
function MailDocument({ content, inboxUrl, words }: Told) {
  const { message } = content;
  const direction = directionOf(message.locale);
  const start = direction === "rtl" ? "right" : "left";
  return (
    <html lang={message.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{subjectOf(message.subject)}</title>
      </head>
      <body style={{ margin: 0, padding: 0, backgroundColor: palette.paper }}>
        <div dir={direction} lang={message.locale} style={{ fontFamily, textAlign: start }}>
          <Page start={start}>
            <Sheet start={start}>
              <Told content={content} inboxUrl={inboxUrl} words={words} />
            </Sheet>
            <Foot start={start} content={content} words={words} />
          </Page>
        </div>
      </body>
    </html>
  );
}

type Placed = { start: "left" | "right"; children: ReactNode };

function Page({ start, children }: Placed) {
  return (
    <Frame width="100%" style={{ backgroundColor: palette.paper }}>
      <tr>
        <td align="center" style={{ padding: "32px 12px 40px", backgroundColor: palette.paper }}>
          <Frame width={560} style={{ width: "100%", maxWidth: 560 }}>
            <tr>
              <td align={start} style={{ padding: "0 4px 16px", fontFamily }}>
                <Mark />
              </td>
            </tr>
            {children}
          </Frame>
        </td>
      </tr>
    </Frame>
  );
}

/** The oven and its flame, drawn by cells. It has no words: the first words of a mail are what a list of mails shows. */
function Mark() {
  const flame: CSSProperties = {
    width: 14,
    height: 14,
    backgroundColor: "#ffffff",
    fontSize: 1,
    lineHeight: "14px",
  };
  return (
    <Frame>
      <tr aria-hidden="true">
        <td align="center" style={{ width: 32, height: 32, backgroundColor: "#ee6a24", borderRadius: 8 }}>
          <Frame>
            <tr>
              <td style={{ ...flame, borderRadius: "8px 1px 8px 8px" }}>{"\u00a0"}</td>
            </tr>
          </Frame>
        </td>
      </tr>
    </Frame>
  );
}

function Sheet({ start, children }: Placed) {
  const style: CSSProperties = {
    padding: "28px 28px 32px",
    backgroundColor: palette.card,
    border: `1px solid ${palette.line}`,
    borderRadius: 12,
    fontFamily,
    textAlign: start,
  };
  return (
    <tr>
      <td align={start} style={style}>
        {children}
      </td>
    </tr>
  );
}

function Told({ content: { message, items, more }, inboxUrl, words }: Told) {
  const [only] = items;
  const answers = message.calendar?.answers ?? null;
  if (message.items.length === 1 && only) return <OnlyItem item={only} answers={answers} words={words} />;
  const row: CSSProperties = { padding: "18px 0 0", borderTop: `1px solid ${palette.line}` };
  return (
    <>
      <h1 style={headline}>
        <Text>{subjectOf(message.subject)}</Text>
      </h1>
      {message.intro && (
        <p style={{ margin: "8px 0 0", fontSize: 15, lineHeight: "24px", color: palette.inkSoft }}>
          <Text>{message.intro}</Text>
        </p>
      )}
      {items.map((item, index) => (
        <div key={index} style={{ ...row, marginTop: index === 0 ? 22 : 18 }}>
          <ListedItem item={item} words={words} />
        </div>
      ))}
      {answers && (
        <div style={{ ...row, marginTop: 18 }}>
          <MailAnswers answers={answers} words={words} />
        </div>
      )}
      {more > 0 && (
        <p style={{ ...row, margin: "18px 0 0", fontSize: 15, lineHeight: "24px", fontWeight: 600 }}>
          <a href={inboxUrl} style={{ color: palette.accent, textDecoration: "none" }}>
            {words("mail.more", { count: more })}
          </a>
        </p>
      )}
    </>
  );
}

function Foot({
  start,
  content: { message },
  words,
}: Pick<Told, "content" | "words"> & Pick<Placed, "start">) {
  const link: CSSProperties = { color: palette.inkSoft, textDecoration: "underline" };
  return (
    <tr>
      <td align={start} style={{ padding: "20px 4px 0", fontFamily, textAlign: start }}>
        <p style={{ margin: 0, fontSize: 13, lineHeight: "20px", color: palette.inkFaint }}>
          <Text>{message.why.text}</Text>
        </p>
        <p style={{ margin: "8px 0 0", fontSize: 13, lineHeight: "20px", color: palette.inkFaint }}>
          <bdi>{words("common.product")}</bdi>
          {" · "}
          <a href={message.why.url} style={link}>
            {words("mail.change")}
          </a>
          {message.unsubscribe && (
            <>
              {" · "}
              <a href={message.unsubscribe.url} style={link}>
                {message.unsubscribe.label}
              </a>
            </>
          )}
        </p>
      </td>
    </tr>
  );
}
