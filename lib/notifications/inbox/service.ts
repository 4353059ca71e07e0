import "server-only";
import { getLocale } from "next-intl/server";
import { readAsPerson } from "@/lib/action";
import { translatorOf } from "@/lib/i18n/translator";
import type { PersonClient } from "@/lib/supabase/session";
import { localeOf } from "@/lib/vocabulary/language-tag";
import { createInboxStore, type InboxRead } from "./store";
import { toldWords } from "./told-words";

/** A page of the signed-in person's notifications. */
export const loadInbox = (read: InboxRead) => readAsPerson((client) => readInbox(client, read));

/** With the rights of `client`; searches in the language of the page. */
export async function readInbox(client: PersonClient, read: InboxRead) {
  const { search } = read.query;
  const told = search && toldWords(await translatorOf(localeOf(await getLocale())), search);
  return createInboxStore(client).read({ ...read, ...(told && { told }) });
}
