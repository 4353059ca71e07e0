"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { foldedFields } from "@/components/settings/search/hidden-fields";
import { Button } from "@/components/ui/button";
import { SearchField } from "@/components/ui/search-field";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { providerCategories } from "@/lib/integrations/contract/declaration";
import { everything, galleryStates, isNarrowed, type GalleryQuery, type GalleryState } from "./gallery";

type GalleryFiltersProps = {
  query: GalleryQuery;
  onChange: (query: GalleryQuery) => void;
  /** How many providers are in each state. */
  counts: Readonly<Record<GalleryState, number>>;
  /** Ids of cards and fields that are not shown now: a link to one of them shows everything. */
  hidden: readonly string[];
};

/** Narrows the gallery: by words, by category and by how a provider stands. */
export function GalleryFilters({ query, onChange, counts, hidden }: GalleryFiltersProps) {
  const t = useTranslations("settings.integrations.gallery");
  const categories = useTranslations("settings.integrations.categories");
  const frame = useRef<HTMLDivElement>(null);
  /** The button disappears with the filters: the focus goes to the first of them. */
  function clear() {
    frame.current?.querySelector<HTMLElement>("input[type=search]")?.focus();
    onChange(everything);
  }
  return (
    <div ref={frame} role="group" aria-label={t("filters")} className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <SearchField
          label={t("search")}
          labelHidden
          placeholder={t("placeholder")}
          maxLength={80}
          value={query.words}
          onSearch={(words) => onChange({ ...query, words })}
          className="grow basis-56"
        />
        <Select
          aria-label={t("category")}
          className="max-sm:w-full"
          value={query.category ?? ""}
          onChange={({ target: { value } }) =>
            onChange({ ...query, category: providerCategories.find((each) => each === value) ?? null })
          }
        >
          <option value="">{t("anyCategory")}</option>
          {providerCategories.map((category) => (
            <option key={category} value={category}>
              {categories(category)}
            </option>
          ))}
        </Select>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Segmented
          label={t("state")}
          value={query.state}
          options={galleryStates.map((state) => ({
            value: state,
            label: t(`states.${state}`, { count: counts[state] }),
          }))}
          onChange={(state) => onChange({ ...query, state })}
        />
        {isNarrowed(query) && (
          <Button variant="ghost" onClick={clear} {...foldedFields(hidden)}>
            {t("clear")}
          </Button>
        )}
      </div>
    </div>
  );
}
