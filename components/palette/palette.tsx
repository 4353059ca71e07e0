"use client";

import { Command as Cmdk } from "cmdk";
import { Search, Settings2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import { useRef, useState, type ReactNode } from "react";
import { ResultWords } from "@/components/settings/search/result-words";
import { useFieldJump } from "@/components/settings/search/use-field-jump";
import { useSettingsSearch } from "@/components/settings/search/use-search";
import { score } from "@/lib/settings/search";
import { useDeedCommands, usePlaceCommands, type Command } from "./use-commands";

type PaletteProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Everything the app can do or show, by its name. What is chosen happens once the palette has gone. */
export function Palette({ open, onOpenChange }: PaletteProps) {
  const t = useTranslations("palette");
  const chosen = useRef<(() => void) | null>(null);
  const choose = (act: () => void) => {
    chosen.current = act;
    onOpenChange(false);
  };
  /** The dialog gives the focus back first; where the deed leads, the focus goes after. */
  const actAfterClosing = () => {
    const act = chosen.current;
    chosen.current = null;
    if (act) queueMicrotask(act);
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-dialog bg-overlay px-3 pt-3 sm:pt-[12vh]">
          <Radix.Content
            aria-describedby={undefined}
            onCloseAutoFocus={actAfterClosing}
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
  const { find, prepare } = useSettingsSearch();
  const jump = useFieldJump();
  const { pages, projects } = usePlaceCommands();
  const deeds = useDeedCommands();
  const fields = find(query);
  const commands = (name: string, all: Command[]) => (
    <Commands heading={t(`groups.${name}`)} commands={answering(all, query)} onChoose={onChoose} />
  );
  return (
    <Cmdk label={t("title")} shouldFilter={false} loop vimBindings={false}>
      <div className="relative border-b border-line">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute start-4 top-1/2 size-4.5 -translate-y-1/2 text-ink-soft"
        />
        <Cmdk.Input
          value={query}
          onValueChange={setQuery}
          onFocus={prepare}
          placeholder={t("placeholder")}
          className="h-13 w-full bg-transparent ps-12 pe-4 text-[1rem] text-ink outline-none"
        />
      </div>
      <Cmdk.List
        label={t("results")}
        className="max-h-[min(26rem,60dvh)] scroll-py-2 overflow-y-auto overscroll-contain p-1.5"
      >
        <Cmdk.Empty className="px-4 py-10 text-center text-ink-soft">{t("empty")}</Cmdk.Empty>
        {commands("pages", pages)}
        {commands("projects", projects)}
        {fields.length > 0 && (
          <Group heading={t("groups.fields")}>
            {fields.map((entry) => (
              <Item
                key={entry.path}
                id={entry.path}
                icon={<Settings2 />}
                onChoose={() => onChoose(() => jump(entry))}
              >
                <ResultWords words={entry.words} />
              </Item>
            ))}
          </Group>
        )}
        {commands("deeds", deeds)}
      </Cmdk.List>
    </Cmdk>
  );
}

/** All of them while nothing is asked, else those that answer, best first. */
function answering(commands: Command[], query: string): Command[] {
  if (query.trim() === "") return commands;
  return commands
    .map((command) => {
      const { title, note = "" } = command;
      return { command, found: score({ title, group: note, page: "", help: "", options: [] }, query) };
    })
    .filter(({ found }) => found > 0)
    .sort((a, b) => b.found - a.found)
    .map(({ command }) => command);
}

type CommandsProps = { heading: string; commands: Command[]; onChoose: (act: () => void) => void };

const Commands = ({ heading, commands, onChoose }: CommandsProps) =>
  commands.length > 0 && (
    <Group heading={heading}>
      {commands.map(({ id, title, note, icon: Icon, run }) => (
        <Item key={id} id={id} icon={<Icon />} onChoose={() => onChoose(run)}>
          <span className="truncate font-medium text-ink">
            <bdi>{title}</bdi>
          </span>
          {note && (
            <span className="ms-auto shrink-0 truncate ps-3 text-sm text-ink-faint">
              <bdi>{note}</bdi>
            </span>
          )}
        </Item>
      ))}
    </Group>
  );

const Group = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <Cmdk.Group
    heading={heading}
    className="pb-1.5 **:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-ink-faint"
  >
    {children}
  </Cmdk.Group>
);

type ItemProps = { id: string; icon: ReactNode; onChoose: () => void; children: ReactNode };

const Item = ({ id, icon, onChoose, children }: ItemProps) => (
  <Cmdk.Item
    value={id}
    onSelect={onChoose}
    className="flex min-h-10 cursor-default items-center gap-3 rounded-md px-2.5 py-1.5 select-none aria-selected:bg-sunken pointer-coarse:min-h-11"
  >
    <span aria-hidden="true" className="shrink-0 text-ink-soft [&_svg]:size-4">
      {icon}
    </span>
    {children}
  </Cmdk.Item>
);
