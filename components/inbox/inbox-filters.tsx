"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, type ReactNode } from "react";
import { useSettingWords } from "@/components/settings/setting-words";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { useWorkspace } from "@/components/workspace/workspace";
import { groupings, type Grouping } from "@/lib/notifications/inbox/groups";
import { inboxViews, isFiltered, type InboxQuery } from "@/lib/notifications/inbox/query";
import { categories } from "@/lib/vocabulary/categories";
import { SearchBox } from "./search-box";

type InboxFiltersProps = {
  query: InboxQuery;
  group: Grouping;
  onChange: (query: InboxQuery) => void;
  onGroup: (group: Grouping) => void;
};

/** Chooses the view, narrows it, and says how it is grouped. */
export function InboxFilters({ query, group, onChange, onGroup }: InboxFiltersProps) {
  const t = useTranslations("inbox");
  const settings = useSettingWords();
  const { projects } = useWorkspace();
  const frame = useRef<HTMLDivElement>(null);
  /** The Clear button disappears with the filters: the focus goes to the first of them. */
  function clear() {
    frame.current?.querySelector<HTMLElement>("input[type=search]")?.focus();
    onChange({ view: query.view });
  }
  const views = inboxViews.map((value) => ({ value, label: t(`views.${value}`) }));
  return (
    <div ref={frame} className="grid gap-3">
      <Segmented
        label={t("views.label")}
        value={query.view}
        options={views}
        onChange={(view) => onChange({ ...query, view })}
        className="justify-self-start"
      />
      <div
        role="group"
        aria-label={t("filters.label")}
        className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
      >
        <SearchBox value={query.search} onSearch={(search) => onChange({ ...query, search })} />
        <Choice
          label={t("filters.project")}
          value={query.project ?? ""}
          onChange={(project) => onChange({ ...query, project: project || undefined })}
        >
          <option value="">{t("filters.anyProject")}</option>
          {projects.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice
          label={t("filters.category")}
          value={query.category ?? ""}
          onChange={(chosen) =>
            onChange({ ...query, category: categories.find((category) => category === chosen) })
          }
        >
          <option value="">{t("filters.anyCategory")}</option>
          {categories.map((category) => (
            <option key={category} value={category}>
              {settings.title(category)}
            </option>
          ))}
        </Choice>
        <Choice
          label={t("filters.group")}
          value={group}
          onChange={(chosen) => onGroup(groupings.find((each) => each === chosen) ?? "day")}
        >
          {groupings.map((each) => (
            <option key={each} value={each}>
              {t(`filters.${each}`)}
            </option>
          ))}
        </Choice>
        {isFiltered(query) && (
          <Button variant="ghost" onClick={clear}>
            {t("filters.clear")}
          </Button>
        )}
      </div>
    </div>
  );
}

type ChoiceProps = { label: string; value: string; onChange: (value: string) => void; children: ReactNode };

function Choice({ label, value, onChange, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1 sm:w-40">
      <label htmlFor={id} className="text-xs font-medium text-ink-faint">
        {label}
      </label>
      <Select id={id} className="w-full" value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </Select>
    </div>
  );
}
