"use client";

import { useTranslations } from "next-intl";
import { useSettingWords } from "@/components/settings/setting-words";
import { askable } from "@/lib/notifications/delivery/explained";
import type { InboxQuery } from "@/lib/notifications/inbox/query";
import { kinds } from "@/lib/notifications/kinds";
import { categories } from "@/lib/vocabulary/categories";
import { FilterChoice } from "./filter-choice";

type KindChoiceProps = { query: InboxQuery; onChange: (query: InboxQuery) => void };

const categoryOf = (kind: string) => categories.find((each) => each === kinds.get(kind)?.category);
const named = (kind: string) =>
  kinds
    .get(kind)
    ?.tell(kinds.get(kind)?.sample ?? {})
    ?.title.key.split(".")[0];

/** Narrows the list to one kind, or to all those of a category. */
export function KindChoice({ query, onChange }: KindChoiceProps) {
  const t = useTranslations("inbox.filters");
  const names = useTranslations("notifications.kinds");
  const words = useSettingWords();
  const options = (of: readonly string[]) =>
    of.map((kind) => (
      <option key={kind} value={kind}>
        {names(`${named(kind)}.name`)}
      </option>
    ));
  return (
    <FilterChoice
      label={t("kind")}
      any={t("anyKind")}
      value={query.kind ?? query.category ?? ""}
      onChange={(chosen) => {
        const category = categories.find((each) => each === chosen);
        const kind = category ? undefined : chosen || undefined;
        onChange({ ...query, category, kind });
      }}
    >
      {categories.map((category) => (
        <optgroup key={category} label={words.title(category)}>
          <option value={category}>{t("allOf", { category: words.title(category) })}</option>
          {options(askable.filter((kind) => categoryOf(kind) === category))}
        </optgroup>
      ))}
      {options(askable.filter((kind) => categoryOf(kind) === undefined))}
    </FilterChoice>
  );
}
