import type { NewLead } from "../new-lead";

/** What a file may say of a lead. */
export const importFields = ["name", "company", "email", "phone", "value"] as const;

export type ImportField = (typeof importFields)[number] & keyof NewLead;

/** Which column of the file holds what; null: none does. */
export type Mapping = Readonly<Record<ImportField, number | null>>;

/** What people call such a column, in the three languages; a heading that is a word comes before one that has it. */
const words: Record<ImportField, readonly string[]> = {
  name: [
    "name",
    "full name",
    "lead",
    "contact",
    "customer",
    "שם",
    "שם מלא",
    "ליד",
    "איש קשר",
    "لقب",
    "الاسم",
    "اسم",
    "العميل",
  ],
  company: [
    "company",
    "organization",
    "organisation",
    "business",
    "account",
    "חברה",
    "ארגון",
    "עסק",
    "الشركة",
    "شركة",
  ],
  email: [
    "email",
    "e-mail",
    "mail",
    "דוא״ל",
    'דוא"ל',
    "אימייל",
    "מייל",
    "البريد الإلكتروني",
    "البريد",
    "إيميل",
  ],
  phone: [
    "phone",
    "telephone",
    "mobile",
    "cell",
    "tel",
    "whatsapp",
    "טלפון",
    "נייד",
    "סלולרי",
    "واتساب",
    "الهاتف",
    "هاتف",
    "جوال",
    "موبايل",
  ],
  value: ["value", "amount", "deal", "budget", "שווי", "סכום", "ערך", "القيمة", "المبلغ", "قيمة"],
};

const plain = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[_\s]+/g, " ")
    .trim();

/** Guesses by the headings, each column for one field at most. */
export function guessColumns(headings: readonly string[]): Mapping {
  const taken = new Set<number>();
  const guess = (field: ImportField): number | null => {
    const matches = [
      (heading: string) => words[field].includes(heading),
      (heading: string) => words[field].some((word) => heading.split(" ").includes(word)),
      (heading: string) => words[field].some((word) => word.length > 3 && heading.includes(word)),
    ];
    for (const match of matches) {
      const found = headings.findIndex((heading, at) => !taken.has(at) && match(plain(heading)));
      if (found >= 0) {
        taken.add(found);
        return found;
      }
    }
    return null;
  };
  // A company's name is a company, and the name of a mail address none.
  const [company, email, phone, value] = [guess("company"), guess("email"), guess("phone"), guess("value")];
  return { name: guess("name"), company, email, phone, value };
}
