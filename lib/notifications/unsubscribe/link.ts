import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { paths } from "@/lib/paths";
import { categories, type Category } from "@/lib/vocabulary/categories";
import { channels, type Channel } from "@/lib/vocabulary/channels";
import { isLocale, type Locale } from "@/lib/vocabulary/locales";

/** What the link of a message turns off, and the language of its page. The app itself needs no such link. */
export type UnsubscribeLink = Readonly<{
  userId: string;
  channel: Exclude<Channel, "inApp">;
  category: Category;
  locale: Locale;
}>;

const version = 1;
const idBytes = 16;
const macBytes = 16;

/** A key for these links alone: a secret that signs two kinds of things would let one pass for the other. */
const keyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", `ovenai unsubscribe ${version}`, 32));

const macOf = (secret: string, content: Buffer): Buffer =>
  createHmac("sha256", keyOf(secret)).update(content).digest().subarray(0, macBytes);

/**
 * The token of a link: version, person and words, then their signature. It never expires: a mail may be read years later,
 * and people must be able to stop it then. Short, because a List-Unsubscribe that is folded breaks signatures.
 */
export function signLink({ userId, channel, category, locale }: UnsubscribeLink, secret: string): string {
  const content = Buffer.concat([
    Buffer.from([version]),
    Buffer.from(userId.replaceAll("-", ""), "hex"),
    Buffer.from(`${locale}:${channel}:${category}`),
  ]);
  return Buffer.concat([content, macOf(secret, content)]).toString("base64url");
}

/** The address that goes into a message; null where no secret is configured: then messages carry no such link. */
export const unsubscribeUrl = (link: UnsubscribeLink, siteUrl: string, secrets: readonly string[]) => {
  const [secret] = secrets;
  return secret === undefined ? null : new URL(paths.api.unsubscribe(signLink(link, secret)), siteUrl).href;
};

/** What a token stands for; null where none of the secrets signed it, or it names what is no more. */
export function readLink(token: string, secrets: readonly string[]): UnsubscribeLink | null {
  if (!/^[\w-]{40,200}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const [content, mac] = [bytes.subarray(0, -macBytes), bytes.subarray(-macBytes)];
  const isSigned = secrets.some((secret) => timingSafeEqual(macOf(secret, content), mac));
  if (!isSigned || content[0] !== version) return null;
  const words = content.subarray(1 + idBytes).toString();
  const [locale, channel, category] = words.split(":");
  const known = {
    channel: channels.find((one) => one === channel),
    category: categories.find((one) => one === category),
  };
  if (!isLocale(locale) || !known.channel || known.channel === "inApp" || !known.category) return null;
  const id = content.subarray(1, 1 + idBytes).toString("hex");
  const userId = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { userId, channel: known.channel, category: known.category, locale };
}
