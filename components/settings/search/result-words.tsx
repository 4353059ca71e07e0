import type { SearchEntry } from "@/lib/settings/form/search";

/** A result: the title of a field and where it stands, or the title of a page and what is on it. */
export const ResultWords = ({ words: { title, page, group, help } }: Pick<SearchEntry, "words">) => (
  <span className="grid min-w-0 grow">
    <span className="truncate font-medium text-ink">
      <bdi>{title}</bdi>
    </span>
    <span className="truncate text-sm text-ink-soft">
      <bdi>{page || help}</bdi>
      {group !== page && (
        <>
          {" · "}
          <bdi>{group}</bdi>
        </>
      )}
    </span>
  </span>
);
