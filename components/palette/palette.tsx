"use client";

import { Command as Cmdk } from "cmdk";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import { useRef, useState } from "react";
import type { LeadActions } from "@/components/leads/use-judgement";
import { useFocusReturn } from "@/components/ui/use-focus-return";
import { noteUsed } from "@/lib/device/last-used";
import { PaletteItem, type Choice } from "./palette-item";
import { PaletteNews } from "./palette-news";
import { useGroups } from "./use-groups";

type QueryProps = { query: string; onQuery: (query: string) => void; leads: LeadActions };
type PaletteProps = QueryProps & { open: boolean; onOpenChange: (open: boolean) => void };

/** Lists every command of the app by its name. The chosen command runs after the palette has closed. */
export function Palette({ open, onOpenChange, ...choices }: PaletteProps) {
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
            <Choices onChoose={choose} {...choices} />
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}

type ChoicesProps = QueryProps & { onChoose: (act: () => void) => void };

function Choices({ onChoose, query, onQuery, leads }: ChoicesProps) {
  const t = useTranslations("palette");
  const [selected, select] = useState("");
  const { groups, ...news } = useGroups(query, leads);
  // What was selected may be gone when the leads or the other language's words arrive: Enter never does nothing.
  const values = groups.flatMap(({ key, items }) => items.map((command) => valueOf(key, command)));
  const value = values.includes(selected) ? selected : (values[0] ?? "");
  function choose(command: Choice) {
    noteUsed(command.used?.id ?? command.id, command.used?.title);
    onChoose(command.run);
  }
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
          onValueChange={onQuery}
          placeholder={t("placeholder")}
          className="h-13 w-full bg-transparent ps-12 pe-4 text-[1rem] text-ink outline-none"
        />
      </div>
      <Cmdk.List
        label={t("results")}
        className="max-h-[min(26rem,60dvh)] scroll-py-2 overflow-y-auto overscroll-contain p-1.5"
      >
        {groups.map(({ key, items }) => (
          <Cmdk.Group key={key} heading={t(`groups.${key}`)} className={groupLook}>
            {items.map((command) => (
              <PaletteItem
                key={command.id}
                command={command}
                value={valueOf(key, command)}
                onChoose={() => choose(command)}
              />
            ))}
          </Cmdk.Group>
        ))}
      </Cmdk.List>
      <PaletteNews query={query} isEmpty={values.length === 0} {...news} />
    </Cmdk>
  );
}

/** A command may stand in two groups: where it belongs, and among what was used last. */
const valueOf = (group: string, { id }: Choice): string => `${group} ${id}`;

const groupLook =
  "pb-1.5 **:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-ink-faint";
