import type { MessageItem, OutgoingMessage } from "@/lib/notifications/channels/channel";
import type { Locale } from "@/lib/vocabulary/locales";
import { invitation } from "./sample-invitation";

/** Messages of every shape that a channel sends, as the product would write them, in three languages. */
export const sampleNames = ["heat", "bundle", "booked", "canceled", "security"] as const;
export type SampleName = (typeof sampleNames)[number];

const site = "https://app.example.com";

type Texts = Readonly<{
  project: string;
  actor: string;
  at: string;
  heat: readonly [title: string, text: string];
  bundle: readonly [subject: string, intro: string];
  listed: readonly (readonly [title: string, text: string, heat: MessageItem["heat"]])[];
  booked: readonly [title: string, text: string];
  canceled: readonly [title: string, text: string];
  security: readonly [title: string, text: string];
  why: string;
  whySecurity: string;
  stop: string;
}>;

const texts: Record<Locale, Texts> = {
  en: {
    project: "Harbour View",
    actor: "Noa Levi",
    at: "Nov 29, 2:05 PM",
    heat: ["Dana Cohen turned burning", "Heat: from warm to burning. Call +972-50-234-5678."],
    bundle: ["5 pieces of news about Harbour View", "What happened between 9:00 AM and 2:00 PM."],
    listed: [
      ["Dana Cohen turned burning", "Heat: from warm to burning", "burning"],
      ["Budget known: Amir Haddad", "“Around 2.4 million, mortgage approved.”", "hot"],
      ["Layla Mansour is qualified", "All four of budget, authority, need and timeline are known.", "hot"],
      ["Meeting booked with Yossi Bar", "Tuesday, Dec 1, 10:30 AM, 30 minutes", null],
      ["Rita Gold went cold", "Heat: from warm to cold", "cold"],
    ],
    booked: [
      "Meeting booked with Yossi Bar",
      "Tuesday, Dec 1, 10:30 AM to 11:00 AM\nBy phone: +972-50-234-5678",
    ],
    canceled: [
      "Meeting canceled by Yossi Bar",
      "It was to be on Tuesday, Dec 1, 10:30 AM. Please delete it from your calendar.",
    ],
    security: [
      "Your password was changed",
      "On Nov 29 at 2:05 PM. If it was not you, set a new one at once and end all sign-ins.",
    ],
    why: "You get this because heat changes are switched on for email.",
    whySecurity: "What concerns the safety of your account always reaches you.",
    stop: "Stop these emails",
  },
  he: {
    project: "מגדלי הנמל",
    actor: "נועה לוי",
    at: "29 בנוב׳, 14:05",
    heat: ["דנה כהן עכשיו בוערת", "חום הליד: מפושר לבוער. טלפון: +972-50-234-5678."],
    bundle: ["5 חדשות על מגדלי הנמל", "מה שקרה בין 9:00 ל־14:00."],
    listed: [
      ["דנה כהן עכשיו בוערת", "חום הליד: מפושר לבוער", "burning"],
      ["התקציב ידוע: עמיר חדאד", "״בערך 2.4 מיליון, יש אישור למשכנתה.״", "hot"],
      ["לילה מנסור עברה סינון", "תקציב, סמכות, צורך ולוח זמנים: הכול ידוע.", "hot"],
      ['נקבעה פגישה עם יוסי בר, בר בע"מ', "יום שלישי, 1 בדצמ׳, 10:30, חצי שעה", null],
      ["ריטה גולד התקררה", "חום הליד: מפושר לקר", "cold"],
    ],
    booked: [
      'נקבעה פגישה עם יוסי בר, בר בע"מ',
      "יום שלישי, 1 בדצמ׳, 10:30 עד 11:00\nבטלפון: +972-50-234-5678",
    ],
    canceled: ["בוטלה הפגישה עם יוסי בר", "היא נקבעה ליום שלישי, 1 בדצמ׳, 10:30. אפשר למחוק אותה מהיומן."],
    security: [
      "הסיסמה שלך שונתה",
      "ב־29 בנוב׳ ב־14:05. אם זה לא היה בידיעתך, כדאי לקבוע סיסמה חדשה מיד ולסיים את כל הכניסות.",
    ],
    why: "ההודעה נשלחה כי שינויי חום מופעלים אצלך בדוא״ל.",
    whySecurity: "מה שנוגע לביטחון החשבון שלך מגיע אליך תמיד.",
    stop: "להפסיק את ההודעות האלה",
  },
  ar: {
    project: "أبراج الميناء",
    actor: "نوعا ليفي",
    at: "29 نوفمبر، 14:05",
    heat: ["أصبحت دانا كوهين مشتعلة", "حرارة العميل المحتمل: من دافئ إلى مشتعل. هاتف: +972-50-234-5678."],
    bundle: ["5 أخبار عن أبراج الميناء", "ما حدث بين 9:00 و14:00."],
    listed: [
      ["أصبحت دانا كوهين مشتعلة", "حرارة العميل المحتمل: من دافئ إلى مشتعل", "burning"],
      ["الميزانية معروفة: أمير حداد", "«نحو 2.4 مليون، والقرض موافق عليه.»", "hot"],
      ["ليلى منصور مؤهلة الآن", "الميزانية والصلاحية والحاجة والموعد: كلها معروفة.", "hot"],
      ["حُجز اجتماع مع يوسي بار", "الثلاثاء 1 ديسمبر، 10:30، نصف ساعة", null],
      ["أصبحت ريتا غولد باردة", "حرارة العميل المحتمل: من دافئ إلى بارد", "cold"],
    ],
    booked: ["حُجز اجتماع مع يوسي بار", "الثلاثاء 1 ديسمبر، من 10:30 إلى 11:00\nبالهاتف: +972-50-234-5678"],
    canceled: ["أُلغي الاجتماع مع يوسي بار", "كان موعده الثلاثاء 1 ديسمبر، 10:30. يمكنك حذفه من تقويمك."],
    security: [
      "تغيّرت كلمة مرورك",
      "في 29 نوفمبر عند 14:05. إن لم تكن أنت، فعيّن كلمة جديدة فورًا وأنهِ كل عمليات الدخول.",
    ],
    why: "تصلك هذه الرسالة لأن تغيّرات الحرارة مشغّلة لديك على البريد الإلكتروني.",
    whySecurity: "ما يخص أمان حسابك يصلك دائمًا.",
    stop: "إيقاف هذه الرسائل",
  },
};

/** The subject of a mail ends with the name of its lead: a long one loses its beginning in a right-to-left list. */
const heatSubject: Record<Locale, string> = {
  en: "Burning now: Dana Cohen",
  he: "בוער עכשיו: דנה כהן",
  ar: "مشتعل الآن: دانا كوهين",
};

const facts: MessageItem["facts"] = {
  id: null,
  kind: "heat.milestone",
  category: "heatProgressions",
  priority: "high",
  occurredAt: "2026-11-30T08:30:00.000Z",
  projectId: null,
  leadId: null,
};

type Said = Pick<OutgoingMessage, "subject" | "items"> & Partial<OutgoingMessage>;

function saidOf(name: SampleName, locale: Locale): Said {
  const words = texts[locale];
  const item = ([title, text]: readonly [string, string], heat: MessageItem["heat"] = null): MessageItem => ({
    ...{
      title,
      text,
      heat,
      url: `${site}/leads/1`,
      project: words.project,
      actor: words.actor,
      facts,
      at: words.at,
    },
  });
  const [first, ...others] = words.listed.map(([title, text, heat]) => item([title, text], heat));
  const account = { ...item(words.security), project: null, actor: null, url: `${site}/settings/account` };
  switch (name) {
    case "heat":
      return { subject: heatSubject[locale], items: [item(words.heat, "burning")] };
    case "bundle":
      return {
        subject: words.bundle[0],
        intro: words.bundle[1],
        items: [first ?? item(words.heat), ...others],
      };
    case "booked":
      return { subject: words.booked[0], items: [item(words.booked)], calendar: invitation("REQUEST") };
    case "canceled":
      return { subject: words.canceled[0], items: [item(words.canceled)], calendar: invitation("CANCEL") };
    case "security":
      return { subject: words.security[0], items: [account], thread: null, unsubscribe: null };
  }
}

export function sampleMessage(name: SampleName, locale: Locale): OutgoingMessage {
  const words = texts[locale];
  const isMandatory = name === "security";
  return {
    locale,
    intro: null,
    why: { text: isMandatory ? words.whySecurity : words.why, url: `${site}/settings/notifications` },
    unsubscribe: { url: `${site}/api/unsubscribe/AbCd-1234_xyz`, label: words.stop },
    thread: "lead 1",
    urgency: "normal",
    ttlSeconds: 3_600,
    hidden: false,
    calendar: null,
    ...saidOf(name, locale),
  };
}
