import { formModel, type FormRow } from "./form-model";
import { settingsSections } from "@/lib/settings/registry";

/** A page of the settings that has fields. */
type SettingsPageName = "dashboard" | "notifications" | "preferences" | "integrations";

/** One field and the page it stands on. Its words are messages. */
export type SearchField = {
  path: string;
  page: SettingsPageName;
  /** The column of the field: messages `settings.groups.<group>`. */
  group: string;
  titleKey: string;
  options: readonly string[];
};

/** The words of one field in one language. */
export type SearchWords = { title: string; group: string; page: string; help: string; options: string[] };
export type SearchEntry = SearchField & { words: SearchWords };

const optionsOf = ({ control }: FormRow) => (control.kind === "choice" ? control.options : []);

/** Every field that a page of the settings shows, from the declarations: a new field is found without a line here. */
export const searchFields: readonly SearchField[] = settingsSections.flatMap((section) =>
  formModel(section).flatMap(({ key, rows }) =>
    rows.map((row) => ({
      path: row.path,
      page: key === "integration_settings" ? "integrations" : section.name,
      group: key,
      titleKey: row.titleKey,
      options: optionsOf(row),
    })),
  ),
);

/** Letters alone: no case, no accents, no Hebrew points, no Arabic vowel marks; `e-mail` is `email`. */
export const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\u0640'’"״׳‘“”‐-―־-]/gu, "")
    .replace(/[أإآٱ]/g, "ا")
    .toLowerCase()
    .trim();

/** How much a hit is worth, by the words in which it was found. */
const weights = { title: 12, group: 5, options: 4, page: 3, help: 2 };

/** 1 at the start of the text, less at the start of a word, least within one; 0 for none. */
function hit(text: string, word: string): number {
  const found = plain(text);
  if (found.startsWith(word)) return 1;
  if (found.split(/[\s/(,.:·]+/).some((part) => part.startsWith(word))) return 0.7;
  // One or two letters occur in almost every text.
  return word.length > 2 && found.includes(word) ? 0.3 : 0;
}

const wordScore = ({ title, group, page, help, options }: SearchWords, word: string): number =>
  Math.max(
    hit(title, word) * weights.title,
    hit(group, word) * weights.group,
    Math.max(0, ...options.map((option) => hit(option, word))) * weights.options,
    hit(page, word) * weights.page,
    hit(help, word) * weights.help,
  );

/** How well a field's words answer a query; 0 where a word of the query is missing. */
export function score(words: SearchWords, query: string): number {
  const asked = plain(query).split(/\s+/).filter(Boolean);
  const scores = asked.map((word) => wordScore(words, word));
  return scores.length === 0 || scores.includes(0) ? 0 : scores.reduce((sum, one) => sum + one, 0);
}

/**
 * The fields that answer a query, best first, each once: in the reader's language, and in English, because that is
 * what help texts and colleagues call them. Equal ones stay in the order of the pages.
 */
export function search(
  languages: readonly (readonly SearchEntry[])[],
  query: string,
  limit = 8,
): SearchEntry[] {
  const best = new Map<string, { entry: SearchEntry; score: number }>();
  for (const [rank, entries] of languages.entries()) {
    for (const entry of entries) {
      // The reader's own language comes first where both answer alike.
      const found = score(entry.words, query) * (rank === 0 ? 1 : 0.9);
      const known = best.get(entry.path);
      if (known && known.score >= found) continue;
      best.set(entry.path, { entry: known?.entry ?? entry, score: found });
    }
  }
  return [...best.values()]
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ entry }) => entry);
}
