"use client";

import { Command as Cmdk } from "cmdk";
import { Search, Settings2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { ResultWords } from "@/components/settings/search/result-words";
import { useFocusReturn } from "@/components/ui/use-focus-return";
import { useSearchJump } from "@/components/settings/search/use-search-jump";
import { useSettingsSearch } from "@/components/settings/search/use-search";
import { lastUsed, noteUsed } from "@/lib/device/last-used";
import { score, type SearchEntry } from "@/lib/settings/form/search";
import { answers, wordsOfCommand, type Group } from "./answers";
import { useDeedCommands, usePlaceCommands, type Command } from "./use-commands";

type PaletteProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Lists every command of the app by its name. The chosen command runs after the palette has closed. */
export function Palette({ open, onOpenChange }: PaletteProps) {
  const t = useTranslations("palette");
  const chosen = useRef<(() => void) | null>(null);
  const choose = (act: () => void) => {
    chosen.current = act;
    onOpenChange(false);
  };
  const focus = useFocusReturn(() => {
    const act = chosen.current;
    chosen.current = null;
    act?.();
  });
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-dialog bg-overlay px-3 pt-3 sm:pt-[12vh]">
          <Radix.Content
            aria-describedby={undefined}
            {...focus}
            className="pop-in mx-auto w-full max-w-xl overflow-hidden rounded-lg border border-line-strong bg-raised shadow-pop outline-none"
          >
            <Radix.Title className="sr-only">{t("title")}</Radix.Title>
            <Choices onChoose={choose} />
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Choices({ onChoose }: { onChoose: (act: () => void) => void }) {
  const t = useTranslations("palette");
  const [query, setQuery] = useState("");
  const [selected, select] = useState("");
  const groups = useGroups(query);
  // What was selected may be gone when the other language's words arrive: Enter never does nothing.
  const values = groups.flatMap(({ key, items }) => items.map((command) => valueOf(key, command)));
  const value = values.includes(selected) ? selected : (values[0] ?? "");
  return (
    <Cmdk
      label={t("title")}
      value={value}
      onValueChange={select}
      shouldFilter={false}
      loop
      vimBindings={false}
    >
      <div className="relative border-b border-line">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute start-4 top-1/2 size-4.5 -translate-y-1/2 text-ink-soft"
        />
        <Cmdk.Input
          value={query}
          onValueChange={setQuery}
          placeholder={t("placeholder")}
          className="h-13 w-full bg-transparent ps-12 pe-4 text-[1rem] text-ink outline-none"
        />
      </div>
      <Cmdk.List
        label={t("results")}
        className="max-h-[min(26rem,60dvh)] scroll-py-2 overflow-y-auto overscroll-contain p-1.5"
      >
        <Cmdk.Empty className="px-4 py-10 text-center text-ink-soft">{t("empty", { query })}</Cmdk.Empty>
        {groups.map(({ key, items }) => (
          <Cmdk.Group key={key} heading={t(`groups.${key}`)} className={groupLook}>
            {items.map((command) => (
              <Item
                key={command.id}
                command={command}
                value={valueOf(key, command)}
                onChoose={() => {
                  noteUsed(command.id);
                  onChoose(command.run);
                }}
              />
            ))}
          </Cmdk.Group>
        ))}
      </Cmdk.List>
    </Cmdk>
  );
}

type Choice = Command & { field?: SearchEntry };

/** A command may stand in two groups: where it belongs, and among what was used last. */
const valueOf = (group: string, { id }: Choice): string => `${group} ${id}`;

/** The commands, and the fields that match the query. Without a query no field is listed: there are too many. */
function useGroups(query: string): Group<Choice>[] {
  const { find, prepare } = useSettingsSearch({ fieldsOnly: true });
  const jump = useSearchJump();
  const { pages, projects } = usePlaceCommands();
  const deeds = useDeedCommands();
  const fetchEnglish = useEffectEvent(prepare);
  useEffect(() => fetchEnglish(), []);
  const fields: Choice[] = find(query).map((field) => ({
    id: field.path ?? field.page,
    title: field.words.title,
    icon: Settings2,
    run: () => jump(field),
    field,
  }));
  const commands: Group<Choice>[] = [
    { key: "pages", items: pages },
    { key: "projects", items: projects },
    { key: "deeds", items: deeds },
  ];
  const shown = query.trim() === "" ? [{ key: "last", items: usedLast(commands) }, ...commands] : commands;
  return withFields(answers(shown, wordsOfCommand, query), fields, query);
}

/** The commands that were chosen last in this tab and are there still. */
function usedLast(groups: readonly Group<Choice>[]): Choice[] {
  const known = new Map(groups.flatMap(({ items }) => items.map((item) => [item.id, item])));
  return lastUsed().flatMap((id) => known.get(id) ?? []);
}

/**
 * Inserts the group of fields before the first group whose best command scores lower than the best field. The search
 * has ordered the fields already.
 */
function withFields(groups: Group<Choice>[], fields: Choice[], query: string): Group<Choice>[] {
  const [best] = fields;
  if (!best?.field) return groups;
  const bestScore = score(best.field.words, query);
  const index = groups.findIndex(
    ({ items: [first] }) => first && score(wordsOfCommand(first), query) < bestScore,
  );
  return groups.toSpliced(index < 0 ? groups.length : index, 0, { key: "fields", items: fields });
}

const groupLook =
  "pb-1.5 **:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-ink-faint";

type ItemProps = { command: Choice; value: string; onChoose: () => void };

const Item = ({ command: { title, note, icon: Icon, field }, value, onChoose }: ItemProps) => (
  <Cmdk.Item
    value={value}
    onSelect={onChoose}
    className="flex min-h-10 cursor-default items-center gap-3 rounded-md px-2.5 py-1.5 select-none aria-selected:bg-sunken pointer-coarse:min-h-11"
  >
    <Icon aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
    {field ? (
      <ResultWords words={field.words} />
    ) : (
      <span className="truncate font-medium text-ink">
        <bdi>{title}</bdi>
      </span>
    )}
    {note && (
      <span className="ms-auto shrink-0 truncate ps-3 text-sm text-ink-faint">
        <bdi>{note}</bdi>
      </span>
    )}
  </Cmdk.Item>
);
