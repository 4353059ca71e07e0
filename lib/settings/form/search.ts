import { pageOfColumn, settingsPageList, type SettingsPageName } from "@/lib/pages";
import { optionsKeyOf } from "@/lib/settings/fields";
import { settingsSections } from "@/lib/settings/registry";
import { formModel, type FormRow } from "./form-model";

/** What a result leads to: a field on its page, or a page as a whole, whose path is null. */
export type SearchTarget = { path: string | null; page: SettingsPageName };

/** One field as the search knows it: where it stands. Its words are messages. */
export type SearchField = SearchTarget & {
  path: string;
  /** The column of the field: messages `settings.groups.<group>`. */
  group: string;
  titleKey: string;
  options: readonly string[];
  /** The title key whose words name the options. */
  optionsKey: string;
};

/**
 * The words of one field or page in one language; those of a page name no group and no page. `also`: what people call it who
 * do not know its name (messages `settings.also`).
 */
export type SearchWords = {
  title: string;
  also: string[];
  group: string;
  page: string;
  help: string;
  options: string[];
};
export type SearchEntry = SearchTarget & { words: SearchWords };

const optionsOf = ({ control }: FormRow) => (control.kind === "choice" ? control.options : []);

/** Every field that a page of the settings shows, from the declarations: a new field is found without a line here. */
export const searchFields: readonly SearchField[] = settingsSections.flatMap((section) =>
  formModel(section).flatMap(({ key, rows }) => {
    const page = pageOfColumn(section.name, key);
    if (!page) return [];
    return rows.map((row) => ({
      path: row.path,
      page: page.name,
      group: key,
      titleKey: row.titleKey,
      options: optionsOf(row),
      optionsKey: optionsKeyOf(row),
    }));
  }),
);

/** Every page of the settings, also those without fields. */
export const searchPages: readonly SearchTarget[] = settingsPageList.map(({ name }) => ({
  path: null,
  page: name,
}));

/** Letters alone: no case, no accents, no Hebrew points, no Arabic vowel marks; `e-mail` is `email`. */
export const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\u0640'’"״׳‘“”‐-―־-]/gu, "")
    .replace(/[أإآٱ]/g, "ا")
    .toLowerCase()
    .trim();

/** How much a hit is worth, by the words in which it was found. */
const weights = { title: 12, also: 8, group: 5, options: 4, page: 3, help: 2 };

/** 1 at the start of the text, less at the start of a word, least within one; 0 for none. `timezone` is `time zone`. */
function hit(text: string, word: string): number {
  const found = plain(text);
  if (found.startsWith(word) || found.replace(/\s+/g, "") === word) return 1;
  if (found.split(/[\s/(,.:·]+/).some((part) => part.startsWith(word))) return 0.7;
  // One or two letters occur in almost every text.
  return word.length > 2 && found.includes(word) ? 0.3 : 0;
}

const bestHit = (texts: readonly string[], word: string) =>
  Math.max(0, ...texts.map((text) => hit(text, word)));

const wordScore = ({ title, also, group, page, help, options }: SearchWords, word: string): number =>
  Math.max(
    hit(title, word) * weights.title,
    bestHit(also, word) * weights.also,
    hit(group, word) * weights.group,
    bestHit(options, word) * weights.options,
    hit(page, word) * weights.page,
    hit(help, word) * weights.help,
  );

/** How well a field's words answer a query; 0 where a word of the query is missing. */
export function score(words: SearchWords, query: string): number {
  const asked = plain(query).split(/\s+/).filter(Boolean);
  const scores = asked.map((word) => wordScore(words, word));
  return scores.length === 0 || scores.includes(0) ? 0 : scores.reduce((sum, one) => sum + one, 0);
}

/** An exception stands below what it is an exception to, such as the frequency of one category. */
const depthOf = ({ path }: SearchTarget) => path?.split(".").length ?? 0;

const idOf = ({ path, page }: SearchTarget) => path ?? page;

/**
 * The fields and pages that answer a query, best first, each once: in the reader's language, and in English, because that is
 * what help texts and colleagues call them. Of equal ones a setting comes before its exceptions; the rest stay in the order of the
 * pages.
 */
export function search<Entry extends SearchEntry>(
  languages: readonly (readonly Entry[])[],
  query: string,
  limit = 8,
): Entry[] {
  const best = new Map<string, { entry: Entry; score: number }>();
  for (const [rank, entries] of languages.entries()) {
    for (const entry of entries) {
      // The reader's own language comes first where both answer alike.
      const found = score(entry.words, query) * (rank === 0 ? 1 : 0.9);
      const known = best.get(idOf(entry));
      if (known && known.score >= found) continue;
      best.set(idOf(entry), { entry: known?.entry ?? entry, score: found });
    }
  }
  return [...best.values()]
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || depthOf(a.entry) - depthOf(b.entry))
    .slice(0, limit)
    .map(({ entry }) => entry);
}
