"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useSettingWords } from "@/components/settings/setting-words";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import { useWorkspace } from "@/components/workspace/workspace";
import { groupings, type Grouping } from "@/lib/notifications/inbox/groups";
import { inboxViews, isFiltered, type InboxQuery } from "@/lib/notifications/inbox/query";
import { channelColumns } from "@/lib/settings/notifications";
import { channels } from "@/lib/vocabulary/channels";
import { FilterChoice } from "./filter-choice";
import { KindChoice } from "./kind-choice";
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
        <FilterChoice
          label={t("filters.project")}
          any={t("filters.anyProject")}
          value={query.project ?? ""}
          onChange={(project) => onChange({ ...query, project: project || undefined })}
        >
          {projects.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </FilterChoice>
        <KindChoice query={query} onChange={onChange} />
        <FilterChoice
          label={t("filters.channel")}
          any={t("filters.anyChannel")}
          value={query.channel ?? ""}
          onChange={(chosen) => onChange({ ...query, channel: channels.find((each) => each === chosen) })}
        >
          {channels.map((channel) => (
            <option key={channel} value={channel}>
              {settings.group(channelColumns[channel])}
            </option>
          ))}
        </FilterChoice>
        <FilterChoice
          label={t("filters.group")}
          any={null}
          value={group}
          onChange={(chosen) => onGroup(groupings.find((each) => each === chosen) ?? "day")}
        >
          {groupings.map((each) => (
            <option key={each} value={each}>
              {t(`filters.${each}`)}
            </option>
          ))}
        </FilterChoice>
        {isFiltered(query) && (
          <Button variant="ghost" onClick={clear}>
            {t("filters.clear")}
          </Button>
        )}
      </div>
    </div>
  );
}
