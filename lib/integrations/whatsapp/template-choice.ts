import { locales, type Locale } from "@/lib/vocabulary/locales";
import type { ShownTemplate } from "./shown";

/** What we can fill in by ourselves: whom it is for, and who writes. */
export const filledHere = ["lead_name", "my_name"] as const;

/**
 * What a chosen name means in one language. `none`: nothing is chosen. `unknown`: the account has no such template;
 * `otherLanguage`: not in this one. `notApproved`: `status` says how it stands. `values`: its text takes others than we
 * fill in, `needs` of them; `parts`: something beside its text takes values.
 */
export type TemplateVerdict = Readonly<
  | { verdict: "none" | "unknown" | "otherLanguage" | "parts" }
  | { verdict: "notApproved"; status: string }
  | { verdict: "values"; needs: number }
  | { verdict: "good"; template: ShownTemplate }
>;

/** Whether a template's language, such as `en_US`, is one of ours. */
const isIn = (locale: Locale) => (template: ShownTemplate) => template.language.split("_")[0] === locale;

/** Whether what stands in a template is what we fill in: by our names, or the first positions. */
const isFilled = ({ named, parameters }: ShownTemplate) =>
  named
    ? parameters.every((name) => filledHere.some((known) => known === name))
    : parameters.length <= filledHere.length;

/** How a name stands in a language of ours. `templates`: those of the account. */
export function judgeTemplate(
  templates: readonly ShownTemplate[],
  name: string,
  locale: Locale,
): TemplateVerdict {
  if (name.trim() === "") return { verdict: "none" };
  const living = templates.filter((each) => each.name === name.trim() && !each.missing);
  if (living.length === 0) return { verdict: "unknown" };
  const template = living.find(isIn(locale));
  if (!template) return { verdict: "otherLanguage" };
  if (template.status !== "APPROVED") return { verdict: "notApproved", status: template.status };
  if (!template.simple) return { verdict: "parts" };
  return isFilled(template)
    ? { verdict: "good", template }
    : { verdict: "values", needs: template.parameters.length };
}

/** The languages in which a template is needed: the chosen one, or all of ours where it is the lead's. */
export const languagesFor = (chosen: string): readonly Locale[] =>
  chosen === "lead" ? locales : locales.filter((locale) => locale === chosen);

/** The language in which a name is written. Of a lead nothing else is known. */
const languageOf = (name: string): Locale =>
  /\p{Script=Hebrew}/u.test(name) ? "he" : /\p{Script=Arabic}/u.test(name) ? "ar" : "en";

/** Of the templates that can be sent the one that was chosen, in the language that is wanted for this lead; else the first. */
export function suggestedTemplate(
  templates: readonly ShownTemplate[],
  { name, language }: Readonly<{ name: string; language: string }>,
  leadName: string,
): ShownTemplate | null {
  const wanted = locales.find((locale) => locale === language) ?? languageOf(leadName);
  const named = templates.filter((each) => each.name === name.trim());
  const spoken = isIn(wanted);
  return named.find(spoken) ?? templates.find(spoken) ?? templates[0] ?? null;
}

/** A template's text with its values in place; a value that is not given stays as it was written. */
export const filledIn = (body: string, values: Readonly<Record<string, string>>): string =>
  body.replace(/\{\{\s*(\w+)\s*\}\}/g, (written, name: string) => values[name] ?? written);

/** Our values under the names or positions of a template. */
export const valuesFor = (
  { named }: Pick<ShownTemplate, "named">,
  lead: string,
  me: string,
): Readonly<Record<string, string>> => (named ? { lead_name: lead, my_name: me } : { "1": lead, "2": me });
