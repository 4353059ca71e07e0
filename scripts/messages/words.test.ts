import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Locale, locales } from "@/lib/vocabulary/locales";
import { messagesOf } from "./catalogue";

const texts = new Map(locales.map((locale) => [locale, messagesOf(".", locale)]));
const textOf = (locale: Locale, key: string) => texts.get(locale)?.get(key);

/** What a person reads. `settings.also` is what people type into the search, whatever they call a thing. */
const read = (locale: Locale) =>
  [...(texts.get(locale) ?? [])].filter(([key]) => !key.startsWith("settings.also."));

/** Words that were chosen with natives, letter for letter. */
const chosen: Record<Locale, Record<string, string>> = {
  en: {
    "settings.newVersion.reload": "Reload",
    "palette.empty": "No results for “⁨{query}⁩”.",
    "settings.fields.minimumHeat.title": "Minimum heat",
    "palette.groups.deeds": "Actions",
    "settings.backTo": "{title}: back to {back}",
    "auth.signUp.confirmTitle": "Check your email",
    "auth.reset.sentTitle": "Check your email",
    "settings.notifications.matrix.title": "What you’re notified about",
    "shell.themes.system": "Match device",
    "settings.fields.theme.options.system": "Match device",
  },
  he: {
    "settings.layers.default": "ברירת מחדל",
    "settings.notifications.matrix.description": "כל שינוי נשמר מיד, ואפשר לבטל אותו.",
    "settings.notifications.matrix.title": "סוגי התראות וערוצים",
    "settings.groups.interface_settings.title": "מראה ושפה",
    "auth.promises.why.title": "לכל דבר יש הסבר",
    "shell.themes.system": "לפי הגדרת המכשיר",
    "settings.fields.theme.options.system": "לפי הגדרת המכשיר",
    "settings.fields.calendlyBookings.title": "פגישות מ־Calendly",
    "settings.groups.data_preferences.title": "תצוגת תאריכים ומספרים",
    "settings.activity.beginning": "אין שינויים קודמים.",
    "settings.fields.minimumHeat.title": "רמת חום מינימלית",
    "settings.notifications.schedule.state.off-hours": "מחוץ לשעות העבודה",
    "dashboard.monthlyPerformance.starts.month": "חודש",
    "shell.dashboard": "לוח בקרה",
    "settings.fields.theme.title": "ערכת צבעים",
    "settings.groups.widget_visibility.title": "ווידג'טים",
    "auth.email": "דוא״ל",
    "leads.status.qualified": "מוכשר",
    "shell.settingsDestinations": "ערוצי קבלה",
    "settings.fields.performanceTargets.title": "יעדים",
  },
  ar: {
    "welcome.client": "الشركة",
    "welcome.description": "العملاء المحتملون ضمن مشروع، والمشروع ضمن شركة. أدخل اسميهما للبدء.",
    "settings.notifications.schedule.meaning.open": "تُرسل الرسائل فورًا.",
    "settings.fields.timezone.help": "تُعرض التواريخ والأوقات حسب توقيت هذا المكان.",
    "settings.notifications.matrix.title": "أنواع الإشعارات وقنواتها",
    "shell.nav": "التنقل الرئيسي",
    "settings.notifications.destination.setUpApps": "ربط تطبيق في التكاملات",
    "settings.groups.widget_visibility.title": "عناصر اللوحة",
    "settings.integrations.whatsapp.title": "واتساب",
    "settings.integrations.sms.title": "الرسائل القصيرة",
    "settings.fields.frequency.options.immediate": "فورًا",
    "shell.lead": "عميل محتمل",
    "settings.fields.minimumHeat.title": "الحد الأدنى للحرارة",
  },
};

/** Other names of things that have one name here, and forms that speak to men alone. */
const refused: Record<Locale, readonly RegExp[]> = {
  en: [
    /temperature/i,
    /load anew/i,
    /no matches/i,
    // A message is an email; only the machine is a mail server.
    /e-mail/i,
    /\bmails?\b(?! servers?\b)/i,
    // A notification that the app keeps back is not shown.
    /\bnot told\b/i,
  ],
  he: [
    /מייל|אימייל/,
    /ויג['׳]ט|דשבורד|לוח מחוונים|ערכת נושא/,
    /וואטסאפ|ווטסאפ/,
    /(?<!\p{L})[בהולש]?(?:כשיר(?:ה|ים|ות)?|מסונן)(?!\p{L})/u,
    // A page is דף, and "this" one word.
    /(?<!\p{L})[בלהמש]?עמוד(?!\p{L})/u,
    /מסך החיבורים/,
    /(?<!\p{L})הזו(?!\p{L})/u,
    // A maqaf after a letter, never a hyphen.
    /\p{Script=Hebrew}-/u,
    // One way of asking to try again: כדאי.
    /נא לנסות/,
    // Nobody is spoken to as a man or as a woman alone.
    /(?<!\p{L})(?:אתה|אתם|לחץ|לחצי|בחר|בחרי|הזן|הזיני|הקלד|נסה|נסי|ודא|שים|אנא)(?!\p{L})/u,
  ],
  ar: [
    /WhatsApp(?! Business)/,
    /SMS/,
    /على الفور|حالًا|حالاً/,
    // Heat is no temperature.
    /درج[ةه]\s+(?:ال)?حرارة/,
    /تعذر/,
    /لوحة التحكم|لوحة القيادة|ويدجت|إيميل|زبون/,
    // A lead is عميل محتمل wherever it is named: عميل alone is a customer.
    /(?<!\p{L})[ولبك]?(?:ال|لل)?(?:عميل|عملاء|عملائ|عملاؤ)[\p{L}\p{M}]*(?!\s+(?:ال)?محتمل)(?![\p{L}\p{M}])/u,
  ],
};

/** The messages that docs/before-and-after-words.md says were changed, and to what. */
function changes(locale: Locale): Map<string, string> {
  const name = { en: "English", he: "Hebrew", ar: "Arabic" }[locale];
  const list = readFileSync("docs/before-and-after-words.md", "utf8");
  const part = list.split(/^## /m).find((text) => text.startsWith(name)) ?? "";
  return new Map(
    [...part.matchAll(/^\| `(.+?)` \| .* \| (.*) \|$/gm)].map(([, key = "", after = ""]) => [key, after]),
  );
}

/** A lead that is won becomes a customer. */
const customers = new Set(["notifications.kinds.leadWon.line"]);

describe.each(locales)("words in %s", (locale) => {
  it("that were chosen with natives stand where they were chosen, letter for letter", () => {
    for (const [key, text] of Object.entries(chosen[locale])) expect(textOf(locale, key), key).toBe(text);
  });

  it("name each thing by one name, and speak to everybody alike", () => {
    const found = read(locale).flatMap(([key, text]) =>
      customers.has(key)
        ? []
        : refused[locale].filter((word) => word.test(text)).map((word) => `${key}: ${word.source}`),
    );
    expect(found).toEqual([]);
  });
});

it("the Hebrew for a target names nothing that a message is sent to", () => {
  const sendings = read("he").filter(([key]) =>
    /^(?:settings\.(?:destinations|notifications)|notifications\.r)/.test(key),
  );
  expect(sendings.filter(([, text]) => /(?<!\p{L})[בוהלשמ]{0,2}יעד/u.test(text))).toEqual([]);
});

it.each(locales)("the list of what was changed in %s tells every word as it is today", (locale) => {
  const rows = [...changes(locale)];
  expect(rows.length).toBeGreaterThan(40);
  for (const [key, after] of rows) expect(after, key).toBe(textOf(locale, key));
});

it("the Arabic for a lead is known from that for a customer", () => {
  const lead = refused.ar.at(-1);
  for (const text of [
    "عميل محتمل",
    "العملاء المحتملون",
    "# عميلًا محتملًا",
    "عملائه المحتملين",
    "للعملاء المحتملين",
  ])
    expect(lead?.test(text), text).toBe(false);
  for (const text of ["عميل", "العملاء", "# عميلًا", "عميلان", "قائمة العملاء: BANT", "عملاؤك"])
    expect(lead?.test(text), text).toBe(true);
});
