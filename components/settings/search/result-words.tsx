import type { SearchEntry } from "@/lib/settings/form/search";

/** A field among results: its title, and where it stands. */
export const ResultWords = ({ words: { title, page, group } }: Pick<SearchEntry, "words">) => (
  <span className="grid min-w-0 grow">
    <span className="truncate font-medium text-ink">
      <bdi>{title}</bdi>
    </span>
    <span className="truncate text-sm text-ink-soft">
      <bdi>{page}</bdi>
      {group !== page && (
        <>
          {" · "}
          <bdi>{group}</bdi>
        </>
      )}
    </span>
  </span>
);
