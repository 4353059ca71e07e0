import { domainToASCII } from "node:url";
import { z } from "zod";
import { withoutInvisibleMarks } from "@/lib/vocabulary/invisible-marks";

const judged = z.email().max(254);

/**
 * The address that a text of a person means: without what nobody sees, its domain in ASCII and lower case. Null where
 * it is none. The part before the @ stays as typed, and must be ASCII: mail servers need not take anything else.
 */
export function readAddress(text: string): string | null {
  const bare = withoutInvisibleMarks(text).trim();
  const at = bare.lastIndexOf("@");
  if (at < 1) return null;
  const address = `${bare.slice(0, at)}@${domainToASCII(bare.slice(at + 1))}`;
  return judged.safeParse(address).success ? address : null;
}

export type AddressList = Readonly<{ addresses: readonly string[]; refused: readonly string[] }>;

/** What separates addresses in a list: comma and semicolon, also the Arabic ones, and a new line. */
const separator = /[,;\u060c\u061b\r\n]+/;

/**
 * The addresses of a list, each judged alone, every one once; `Dana <dana@example.com>` stands for its address.
 * `refused`: the pieces that are none, as they were typed.
 */
export function readAddressList(text: string): AddressList {
  const pieces = text.split(separator).filter((piece) => withoutInvisibleMarks(piece).trim() !== "");
  const read = pieces.map((piece) => ({
    piece: piece.trim(),
    address: readAddress(/<([^<>]*)>\s*$/.exec(piece)?.[1] ?? piece),
  }));
  return {
    addresses: [...new Set(read.flatMap(({ address }) => address ?? []))],
    refused: read.flatMap(({ piece, address }) => (address === null ? [piece] : [])),
  };
}
