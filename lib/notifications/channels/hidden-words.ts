import type { Locale } from "@/lib/vocabulary/locales";

/**
 * What a channel says in place of a message whose content its reader keeps off lock screens. It stands here and not in
 * messages/*.json because a channel gets a message that is already written, and has no words of its own but these.
 */
export const hiddenWords: Record<Locale, string> = {
  en: "There is something new for you.",
  he: "יש לך משהו חדש.",
  ar: "لديك شيء جديد.",
};
