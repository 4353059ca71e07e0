"use client";

import { useRef, type ReactNode } from "react";
import { useSettingWords } from "@/components/settings/setting-words";
import type { EditedRow } from "@/components/settings/use-undoable-edit";
import { heatIcons, heatInks } from "@/components/leads/heat-mark";
import { cn } from "@/components/ui/cn";
import { Select } from "@/components/ui/select";
import { isHeat } from "@/lib/leads/heat";
import { fieldId } from "@/lib/settings/field-id";
import type { Json } from "@/lib/settings/json";
import { notifications, type Channel } from "@/lib/settings/notifications";
import type { Provenance, Source } from "@/lib/settings/resolve";
import { leaves } from "@/lib/settings/sections";
import { channelIcons } from "./channel-icons";
import { DestinationLine } from "./destination-line";
import type { Destination } from "./destinations";
import { pathOf, useMatrix } from "./matrix-model";
import { SourceMark } from "./source-mark";

export type ChannelRowProps = {
  channel: Channel;
  destination: Destination;
  valueAt: (path: string) => Json;
  provenance: Provenance;
  onChange: (row: EditedRow, value: Json) => void;
  onReset: (row: EditedRow) => void;
};

export function ChannelRow({
  channel,
  destination,
  valueAt,
  provenance,
  onChange,
  onReset,
}: ChannelRowProps) {
  const { channelName, titleIn } = useMatrix();
  const words = useSettingWords();
  const Icon = channelIcons[channel];
  const choice = (key: "frequency" | "minimumHeat") => {
    const row = choiceRow(channel, key);
    const title = titleIn(channel, words.title(row.titleKey));
    const edited = { ...row, title };
    return {
      row,
      title,
      value: String(valueAt(row.path)),
      source: provenance[row.path] ?? "default",
      onChange: (value: string) => onChange(edited, value),
      onReset: () => onReset(edited),
    };
  };
  const heat = choice("minimumHeat");
  return (
    <div className="grid gap-x-6 gap-y-3 px-5 py-4 @min-[42rem]:grid-cols-[minmax(0,1fr)_auto]">
      <div className="flex min-w-0 gap-3">
        <span className="flex size-8 shrink-0 items-center justify-center rounded-md bg-sunken text-ink-soft">
          <Icon aria-hidden="true" className="size-4" />
        </span>
        <div className="min-w-0">
          <h3 className="font-medium">{channelName(channel)}</h3>
          <DestinationLine channel={channelName(channel)} destination={destination} className="mt-0.5" />
        </div>
      </div>
      <div className="grid grid-cols-2 gap-3 @min-[42rem]:w-76">
        <ChannelChoice {...choice("frequency")} />
        <ChannelChoice {...heat} icon={<HeatIcon heat={heat.value} />} />
      </div>
    </div>
  );
}

/** The field at a path of this section, as a row that can be edited. */
function choiceRow(channel: Channel, key: string) {
  const path = pathOf(channel, key);
  const field = leaves(notifications).get(path);
  if (field?.control.kind !== "choice") throw new Error(`${path} is no choice`);
  return { path, titleKey: field.titleKey, control: field.control };
}

function HeatIcon({ heat }: { heat: string }) {
  if (!isHeat(heat)) return null;
  const Icon = heatIcons[heat];
  return <Icon aria-hidden="true" className={cn("size-4", heatInks[heat])} />;
}

type ChannelChoiceProps = {
  row: ReturnType<typeof choiceRow>;
  /** Which field of which channel. */
  title: string;
  value: string;
  source: Source;
  icon?: ReactNode;
  onChange: (value: string) => void;
  onReset: () => void;
};

function ChannelChoice({ row, title, value, source, icon, onChange, onReset }: ChannelChoiceProps) {
  const words = useSettingWords();
  const field = useRef<HTMLDivElement>(null);
  const id = fieldId(row.path);
  /** The mark loses its button with the value it takes back: the keyboard stays in the field. */
  function handleReset() {
    field.current?.querySelector("select")?.focus();
    onReset();
  }
  return (
    <div id={id} ref={field} className="min-w-0">
      <div className="flex min-h-6 items-center gap-1 text-sm text-ink-soft">
        <span className="truncate">{words.title(row.titleKey)}</span>
        <SourceMark id={`${id}-source`} title={title} source={source} onReset={handleReset} />
      </div>
      <Select
        aria-label={title}
        aria-describedby={`${id}-source`}
        icon={icon}
        className="mt-0.5 w-full"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {row.control.options.map((option) => (
          <option key={option} value={option}>
            {words.option(row.titleKey, option)}
          </option>
        ))}
      </Select>
    </div>
  );
}
