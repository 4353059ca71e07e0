import { paths } from "@/lib/paths";
import { categories, type Category } from "@/lib/vocabulary/categories";
import { channels, type Channel } from "@/lib/vocabulary/channels";
import { isLocale, type Locale } from "@/lib/vocabulary/locales";
import { bytesOfUuid, openToken, signToken, uuidBytes, uuidOfBytes } from "../signed-token";

/** What the link of a message turns off, and the language of its page. The app itself needs no such link. */
export type UnsubscribeLink = Readonly<{
  userId: string;
  channel: Exclude<Channel, "inApp" | "apps">;
  category: Category;
  locale: Locale;
}>;

const version = 1;
const purpose = `ovenai unsubscribe ${version}`;

/**
 * The token of a link: version, person and words, then their signature. It never expires: a mail may be read years later,
 * and people must be able to stop it then. Short, because a List-Unsubscribe that is folded breaks signatures.
 */
export function signLink({ userId, channel, category, locale }: UnsubscribeLink, secret: string): string {
  const words = Buffer.from(`${locale}:${channel}:${category}`);
  return signToken(purpose, Buffer.concat([Buffer.from([version]), bytesOfUuid(userId), words]), secret);
}

/** The address that goes into a message; null where no secret is configured: then messages carry no such link. */
export const unsubscribeUrl = (link: UnsubscribeLink, siteUrl: string, secrets: readonly string[]) => {
  const [secret] = secrets;
  return secret === undefined ? null : new URL(paths.api.unsubscribe(signLink(link, secret)), siteUrl).href;
};

/** What a token stands for; null where none of the secrets signed it, or it names what is no more. */
export function readLink(token: string, secrets: readonly string[]): UnsubscribeLink | null {
  const content = openToken(purpose, token, secrets);
  if (content?.[0] !== version) return null;
  const words = content.subarray(1 + uuidBytes).toString();
  const [locale, channel, category] = words.split(":");
  const known = {
    channel: channels.find((one) => one === channel),
    category: categories.find((one) => one === category),
  };
  if (
    !isLocale(locale) ||
    !known.channel ||
    known.channel === "inApp" ||
    known.channel === "apps" ||
    !known.category
  )
    return null;
  const userId = uuidOfBytes(content.subarray(1, 1 + uuidBytes));
  return { userId, channel: known.channel, category: known.category, locale };
}
