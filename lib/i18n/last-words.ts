import type { Locale } from "@/lib/vocabulary/locales";

/**
 * Words of the page shown when the root layout fails. They are not in messages/*.json, because the loading of messages
 * may be what failed.
 */
export const lastWords: Record<Locale, { title: string; body: string; retry: string }> = {
  en: {
    title: "OvenAI could not start",
    body: "The fault is ours. What you changed is safe on this device.",
    retry: "Try again",
  },
  he: {
    title: "לא ניתן היה להפעיל את OvenAI",
    body: "התקלה אצלנו. השינויים שלך שמורים במכשיר הזה.",
    retry: "ניסיון נוסף",
  },
  ar: {
    title: "تعذّر تشغيل OvenAI",
    body: "الخلل من عندنا. تغييراتك محفوظة على هذا الجهاز.",
    retry: "إعادة المحاولة",
  },
};
