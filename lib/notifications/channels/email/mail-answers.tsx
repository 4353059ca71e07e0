"use no memo";
import type { Calendar } from "../channel";
import { Button, Frame } from "./mail-parts";
import { palette } from "./palette";
import type { Words } from "./words";

type MailAnswersProps = { answers: NonNullable<Calendar["answers"]>; words: Words };

/** Where an invitation is answered: not every program offers it, and what a program answers is read by nobody. */
export function MailAnswers({ answers, words }: MailAnswersProps) {
  return (
    <>
      <Frame>
        <tr>
          <td>
            <Button href={answers.accept}>{words("mail.answer.accept")}</Button>
          </td>
          <td style={{ width: 12, fontSize: 1 }}>{"\u00a0"}</td>
          <td>
            <Button href={answers.decline} isQuiet>
              {words("mail.answer.decline")}
            </Button>
          </td>
        </tr>
      </Frame>
      <p style={{ margin: "12px 0 24px", fontSize: 13, lineHeight: "20px", color: palette.inkSoft }}>
        {words("mail.answer.note")}
      </p>
    </>
  );
}
