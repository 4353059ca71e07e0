"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormats } from "@/components/ui/use-formats";
import { tell } from "@/lib/notifications/kinds";
import type { Notification } from "@/lib/notifications/notification";

/**
 * Isolates a person's name from the direction of its sentence, in texts without markup (names, live regions, titles).
 */
const isolated = (text: ReactNode) => `\u2068${String(text)}\u2069`;

/**
 * The text of a notification in the reader's language; the English text of the row where this build does not know the
 * kind.
 */
export function useNotificationText() {
  const t = useTranslations("notifications");
  const inKinds = useTranslations("notifications.kinds");
  const formats = useFormats();
  return {
    plainTitle(row: Pick<Notification, "title" | "params">): string {
      const told = tell(row);
      if (!told) return isolated(row.title);
      const { key, values, person = "" } = told.title;
      return inKinds.markup(key, { ...values, name: person, person: (chunks) => isolated(chunks) });
    },
    title(row: Pick<Notification, "title" | "params">): ReactNode {
      const told = tell(row);
      if (!told) return <bdi lang="en">{row.title}</bdi>;
      const { key, values, person = "" } = told.title;
      return inKinds.rich(key, {
        ...values,
        name: person,
        person: (chunks) => <bdi dir="auto">{chunks}</bdi>,
      });
    },
    line(row: Notification): ReactNode {
      const told = tell(row);
      if (!told) return row.message && <bdi lang="en">{row.message}</bdi>;
      const { key, words, values = {}, times = {} } = told.line;
      const written = [
        ...Object.entries(words).map(([name, word]) => [name, t(`words.${word}`)] as const),
        ...Object.entries(times).map(([name, at]) => [name, formats.moment(at)] as const),
      ];
      return inKinds(key, { ...values, ...Object.fromEntries(written) });
    },
  };
}
