import { Command as Cmdk } from "cmdk";
import { ResultWords } from "@/components/settings/search/result-words";
import type { Used } from "@/lib/device/last-used";
import type { SearchEntry } from "@/lib/settings/form/search";
import type { Command } from "./use-commands";

/**
 * A command as the palette lists it. `field`: what it leads to is a setting. `detail`: more about it, on a line of its own.
 * `used`: what was used last when it is chosen, if not the command itself.
 */
export type Choice = Command & { field?: SearchEntry; detail?: string; used?: Used };

type PaletteItemProps = { command: Choice; value: string; onChoose: () => void };

export const PaletteItem = ({ command, value, onChoose }: PaletteItemProps) => {
  const { icon: Icon, note, field } = command;
  return (
    <Cmdk.Item
      value={value}
      onSelect={onChoose}
      className="flex min-h-10 cursor-default items-center gap-3 rounded-md px-2.5 py-1.5 select-none aria-selected:bg-sunken pointer-coarse:min-h-11"
    >
      <Icon aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
      {field ? <ResultWords words={field.words} /> : <CommandWords command={command} />}
      {note && (
        <span className="ms-auto shrink-0 truncate ps-3 text-sm text-ink-faint">
          <bdi>{note}</bdi>
        </span>
      )}
    </Cmdk.Item>
  );
};

const CommandWords = ({ command: { title, detail } }: { command: Choice }) => (
  <span className="grid min-w-0">
    <span className="truncate font-medium text-ink">
      <bdi>{title}</bdi>
    </span>
    {detail && (
      <span className="truncate text-sm text-ink-soft">
        <bdi>{detail}</bdi>
      </span>
    )}
  </span>
);
