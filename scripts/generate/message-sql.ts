/** A piece of an ICU message: words, a value, or a choice by a value. */
type Piece = string | { value: string } | { value: string; cases: ReadonlyMap<string, readonly Piece[]> };

/**
 * An ICU message as an SQL expression over a jsonb `params`: plain arguments and `select` are what the kinds of
 * notification need. Every other construct is refused under the name of the message.
 */
export function messageSql(name: string, message: string): string {
  const refuse = (what: string) =>
    new Error(
      `${name}: ${what} cannot be rendered in SQL, in "${message}". Use {value} and {value, select, …}.`,
    );
  const [pieces, rest] = readPieces(message, refuse);
  if (rest !== "") throw refuse("a closing brace without an opening one");
  return expression(pieces);
}

type Refuse = (what: string) => Error;

/** Reads up to the closing brace of the choice around it, or to the end. */
function readPieces(text: string, refuse: Refuse): [pieces: Piece[], rest: string] {
  const pieces: Piece[] = [];
  let rest = text;
  while (rest !== "" && !rest.startsWith("}")) {
    const words = /^[^{}]+/.exec(rest)?.[0];
    if (words !== undefined) {
      const odd = /<\/?\w|#|'(?=['<|]|$)/.exec(words)?.[0];
      if (odd !== undefined) throw refuse(`"${odd}"`);
      pieces.push(words);
      rest = rest.slice(words.length);
    } else {
      const [piece, after] = readArgument(rest, refuse);
      pieces.push(piece);
      rest = after;
    }
  }
  return [pieces, rest];
}

function readArgument(text: string, refuse: Refuse): [piece: Piece, rest: string] {
  const [whole = "", value = "", type] = /^\{\s*(\w+)\s*(?:,\s*(\w+)\s*(?:,\s*)?)?/.exec(text) ?? [];
  const rest = text.slice(whole.length);
  if (whole === "") throw refuse("a brace without a value");
  if (type === "select") return readCases(value, rest, refuse);
  if (type !== undefined) throw refuse(`"{${value}, ${type}"`);
  if (!rest.startsWith("}")) throw refuse(`"{${value}"`);
  return [{ value }, rest.slice(1)];
}

function readCases(value: string, text: string, refuse: Refuse): [piece: Piece, rest: string] {
  const cases = new Map<string, Piece[]>();
  let rest = text;
  for (;;) {
    const [head, key] = /^\s*(\w+)\s*\{/.exec(rest) ?? [];
    if (head === undefined || key === undefined) break;
    const [pieces, after] = readPieces(rest.slice(head.length), refuse);
    if (!after.startsWith("}")) throw refuse(`the case ${key} without its end`);
    cases.set(key, pieces);
    rest = after.slice(1).trimStart();
  }
  if (!rest.startsWith("}")) throw refuse(`the choice by ${value}`);
  if (!cases.has("other")) throw refuse(`the choice by ${value} without "other"`);
  return [{ value, cases }, rest.slice(1)];
}

const expression = (pieces: readonly Piece[]): string => pieces.map(pieceSql).join(" || ") || "''";

const text = (words: string) => `'${words.replaceAll("'", "''")}'`;

function pieceSql(piece: Piece): string {
  if (typeof piece === "string") return text(piece);
  const value = `params ->> ${text(piece.value)}`;
  if (!("cases" in piece)) return `(${value})`;
  const cases = [...piece.cases].filter(([key]) => key !== "other");
  const otherwise = expression(piece.cases.get("other") ?? []);
  if (cases.length === 0) return otherwise;
  const branches = cases.map(([key, pieces]) => `when ${text(key)} then ${expression(pieces)}`);
  return `case ${[value, ...branches].join(" ")} else ${otherwise} end`;
}
