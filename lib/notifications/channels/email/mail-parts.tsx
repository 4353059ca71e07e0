"use no memo";
import type { CSSProperties, ReactNode } from "react";
import { Fragment } from "react";
import { palette } from "./palette";
import { withIsolatedPhones } from "./written-text";

/** A table that only places things, as mail programs need it. */
export function Frame({ children, style, width }: FrameProps) {
  return (
    <table
      role="presentation"
      width={width}
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={{ borderCollapse: "separate", borderSpacing: 0, ...style }}
    >
      <tbody>{children}</tbody>
    </table>
  );
}
type FrameProps = { children: ReactNode; style?: CSSProperties; width?: string | number };

/** Text with its line breaks, and its phones readable after Arabic letters. */
export function Text({ children }: { children: string }) {
  const lines = withIsolatedPhones(children).split("\n");
  return lines.map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));
}

/** No date is broken before its hour. */
const shortPart = 24;

/** Things side by side with a dot between them, each in its own direction. */
export function Joined({ parts }: { parts: readonly (string | null)[] }) {
  return parts
    .flatMap((part) => part || [])
    .map((part, index) => (
      <Fragment key={index}>
        {index > 0 && <span style={{ color: palette.inkFaint }}>{" · "}</span>}
        <bdi style={part.length <= shortPart ? { whiteSpace: "nowrap" } : undefined}>{part}</bdi>
      </Fragment>
    ));
}

type ButtonProps = { href: string; children: string; isQuiet?: boolean };

/** A quiet one stands beside what matters more. */
export function Button({ href, children, isQuiet = false }: ButtonProps) {
  const cell: CSSProperties = isQuiet
    ? { backgroundColor: palette.card, border: `1px solid ${palette.line}`, borderRadius: 8 }
    : { backgroundColor: palette.accent, borderRadius: 8 };
  const link: CSSProperties = {
    display: "inline-block",
    padding: isQuiet ? "11px 19px" : "12px 20px",
    fontSize: 15,
    lineHeight: "20px",
    fontWeight: 600,
    color: isQuiet ? palette.ink : palette.accentInk,
    textDecoration: "none",
  };
  return (
    <Frame>
      <tr>
        <td style={cell}>
          <a href={href} style={link}>
            {children}
          </a>
        </td>
      </tr>
    </Frame>
  );
}
