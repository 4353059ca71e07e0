import "server-only";
import { createHash, randomInt } from "node:crypto";

/** Six figures that prove an address to be the person's. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, "0");

/** What the database keeps of a code (hex): bound to its destination, so that it verifies no other one. */
export const codeHash = (destinationId: string, code: string): string =>
  createHash("sha256").update(`${destinationId}:${code}`).digest("hex");
