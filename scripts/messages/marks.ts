/**
 * A message's number, written in letters that no font draws and that no bidi rule heeds: a page made of marked messages
 * looks as always, and says which messages are on it.
 */
const bits = ["\u2061", "\u2062"] as const;
const end = "\u2063";

export const mark = (number: number) =>
  [...number.toString(2)].map((bit) => (bit === "0" ? bits[0] : bits[1])).join("") + end;

/** The numbers of the messages in a text, in their order; a message inside a message has its own. */
export const marksIn = (text: string): number[] =>
  [...text.matchAll(/([\u2061\u2062]+)\u2063/gu)].map(([, letters = ""]) =>
    parseInt(letters.replaceAll(bits[0], "0").replaceAll(bits[1], "1"), 2),
  );
