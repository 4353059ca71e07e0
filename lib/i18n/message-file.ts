import "server-only";
import { createHash } from "node:crypto";
import { paths } from "@/lib/paths";
import type { Locale } from "@/lib/vocabulary/locales";

type MessageFile = {
  /** Its address names what is in it, so that a browser keeps it for good. */
  address: `/${string}`;
  text: string;
};

const files = new Map<Locale, Promise<MessageFile>>();

/** The messages of a language as the file that browsers read (docs/decisions/084). */
export function messageFile(locale: Locale): Promise<MessageFile> {
  const file = files.get(locale) ?? written(locale);
  files.set(locale, file);
  return file;
}

async function written(locale: Locale): Promise<MessageFile> {
  const { default: messages } = await import(`../../messages/${locale}.json`);
  const text = JSON.stringify(messages);
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return { address: paths.messages(`${locale}.${hash}.json`), text };
}
