"use no memo";
import type { CSSProperties } from "react";
import type { Heat } from "@/lib/vocabulary/heat";
import type { Calendar, MessageItem } from "../channel";
import { MailAnswers } from "./mail-answers";
import { Button, Frame, Joined, Text } from "./mail-parts";
import { heatLook, palette } from "./palette";
import type { Words } from "./words";

const soft: CSSProperties = { fontSize: 13, lineHeight: "20px", color: palette.inkSoft };
const body: CSSProperties = { margin: 0, fontSize: 15, lineHeight: "24px", color: palette.ink };

type OnlyItemProps = { item: MessageItem; answers: Calendar["answers"]; words: Words };

/** What a mail with one item is about, and the way there; an invitation is answered first. */
export function OnlyItem({ item, answers, words }: OnlyItemProps) {
  return (
    <>
      {item.heat && <HeatMark heat={item.heat} words={words} />}
      <h1 style={{ ...headline, marginTop: item.heat ? 14 : 0 }}>
        <Text>{item.title}</Text>
      </h1>
      {item.text !== "" && (
        <p style={{ ...body, marginTop: 10 }}>
          <Text>{item.text}</Text>
        </p>
      )}
      <p style={{ ...soft, margin: "14px 0 24px" }}>
        <Joined parts={[item.project, item.actor, item.at]} />
      </p>
      {answers && <MailAnswers answers={answers} words={words} />}
      <Button href={item.url} isQuiet={answers !== null}>
        {words("mail.open")}
      </Button>
    </>
  );
}

/** One of several: its title is the way there. */
export function ListedItem({ item, words }: { item: MessageItem; words: Words }) {
  return (
    <>
      <p style={{ margin: 0, fontSize: 16, lineHeight: "24px", fontWeight: 600 }}>
        <a href={item.url} style={{ color: palette.accent, textDecoration: "none" }}>
          <Text>{item.title}</Text>
        </a>
      </p>
      {item.text !== "" && (
        <p style={{ ...body, marginTop: 2 }}>
          <Text>{item.text}</Text>
        </p>
      )}
      <p style={{ ...soft, margin: "6px 0 0" }}>
        {item.heat && (
          <>
            <HeatWord heat={item.heat} words={words} />
            {" · "}
          </>
        )}
        <Joined parts={[item.project, item.actor, item.at]} />
      </p>
    </>
  );
}

export const headline: CSSProperties = {
  margin: 0,
  fontSize: 22,
  lineHeight: "30px",
  fontWeight: 600,
  color: palette.ink,
};

type HeatProps = { heat: Heat; words: Words };

function HeatMark({ heat, words }: HeatProps) {
  return (
    <Frame>
      <tr>
        <td style={{ backgroundColor: heatLook[heat].soft, borderRadius: 12, padding: "2px 10px" }}>
          <HeatWord heat={heat} words={words} />
        </td>
      </tr>
    </Frame>
  );
}

/** The word of a heat, and as many full dots as it has steps: a dark program turns red and green into one grey. */
function HeatWord({ heat, words }: HeatProps) {
  const { ink, steps } = heatLook[heat];
  return (
    <span style={{ fontSize: 13, lineHeight: "20px", fontWeight: 600, color: ink, whiteSpace: "nowrap" }}>
      <span aria-hidden="true" style={{ fontSize: 10, letterSpacing: 1 }}>
        {"●".repeat(steps) + "○".repeat(4 - steps)}
      </span>{" "}
      {words(`heat.${heat}`)}
    </span>
  );
}
