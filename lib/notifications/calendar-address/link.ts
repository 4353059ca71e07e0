import { bytesOfUuid, openToken, signToken, uuidBytes, uuidOfBytes } from "../signed-token";

/** Whose meetings an address shows. Of a person only the newest version is good. */
export type CalendarLink = Readonly<{ userId: string; version: number }>;

const form = 1;
const purpose = `ovenai calendar address ${form}`;
/** Programs know by the end of an address what they will read. */
const ending = ".ics";

/** The secret part of an address: form, person and version, then their signature. */
export function signCalendarLink({ userId, version }: CalendarLink, secret: string): string {
  const counted = Buffer.alloc(4);
  counted.writeUInt32BE(version);
  return (
    signToken(purpose, Buffer.concat([Buffer.from([form]), bytesOfUuid(userId), counted]), secret) + ending
  );
}

/** What the secret part of an address stands for; null where none of the secrets signed it. */
export function readCalendarLink(token: string, secrets: readonly string[]): CalendarLink | null {
  if (!token.endsWith(ending)) return null;
  const content = openToken(purpose, token.slice(0, -ending.length), secrets);
  if (content?.[0] !== form || content.length !== 1 + uuidBytes + 4) return null;
  return {
    userId: uuidOfBytes(content.subarray(1, 1 + uuidBytes)),
    version: content.readUInt32BE(1 + uuidBytes),
  };
}
