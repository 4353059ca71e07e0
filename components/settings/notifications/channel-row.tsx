"use client";

import { memo, useRef } from "react";
import { useSettingWords } from "@/components/settings/setting-words";
import type { EditedRow } from "@/components/settings/use-undoable-edit";
import { heatIcons, heatInks } from "@/components/vocabulary/heat-mark";
import { cn } from "@/components/ui/cn";
import { Select } from "@/components/ui/select";
import { isHeat } from "@/lib/vocabulary/heat";
import { fieldId } from "@/lib/settings/form/field-id";
import type { Json } from "@/lib/settings/json";
import { notifications } from "@/lib/settings/notifications";
import type { Channel } from "@/lib/vocabulary/channels";
import type { Provenance, LayerName } from "@/lib/settings/resolve";
import { leaves } from "@/lib/settings/sections";
import { channelIcons } from "@/components/vocabulary/channel-icons";
import { DestinationLine } from "./destination-line";
import type { Destination } from "./destinations";
import { pathOf, useMatrix } from "./matrix-model";
import { LayerMark } from "./layer-mark";

export type ChannelRowProps = {
  channel: Channel;
  destination: Destination;
  valueAt: (path: string) => Json;
  provenance: Provenance;
  onChange: (row: EditedRow, value: Json) => void;
  onReset: (row: EditedRow) => void;
};

export function ChannelRow(props: ChannelRowProps) {
  const { channel, destination, valueAt, provenance, onChange, onReset } = props;
  const { channelName } = useMatrix();
  const Icon = channelIcons[channel];
  const choice = (field: ChoiceField) => {
    const path = pathOf(channel, field);
    const layer = provenance[path] ?? "default";
    return { channel, field, value: String(valueAt(path)), layer, onChange, onReset };
  };
  return (
    <div className="grid gap-x-6 gap-y-3 px-5 py-4 @min-[42rem]:grid-cols-[minmax(0,1fr)_auto]">
      <div className="flex min-w-0 gap-3">
        <span className="flex size-8 shrink-0 items-center justify-center rounded-md bg-sunken text-ink-soft">
          <Icon aria-hidden="true" className="size-4" />
        </span>
        <div className="min-w-0">
          <h3 className="font-medium">{channelName(channel)}</h3>
          <DestinationLine channel={channel} destination={destination} className="mt-0.5" />
        </div>
      </div>
      <div className="grid grid-cols-2 gap-3 @min-[42rem]:w-76">
        {channel !== "inApp" && <ChannelChoice {...choice("frequency")} />}
        <ChannelChoice {...choice("minimumHeat")} />
      </div>
    </div>
  );
}

type ChoiceField = "frequency" | "minimumHeat";

/** The field at a path of this section, as a row that can be edited. */
function choiceRow(channel: Channel, key: ChoiceField) {
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

type ChannelChoiceProps = Pick<ChannelRowProps, "channel" | "onChange" | "onReset"> & {
  field: ChoiceField;
  value: string;
  layer: LayerName;
};

/** Renders again only when its own value or layer changes, not at every press in the matrix. */
const ChannelChoice = memo(function ChannelChoice(props: ChannelChoiceProps) {
  const { channel, field, value, layer, onChange, onReset } = props;
  const words = useSettingWords();
  const { titleIn } = useMatrix();
  const frame = useRef<HTMLDivElement>(null);
  const row = choiceRow(channel, field);
  const title = titleIn(channel, words.title(row.titleKey));
  const edited = { ...row, title };
  const id = fieldId(row.path);
  /** The button in the mark disappears with the value that it resets: the focus goes to the field. */
  function handleReset() {
    frame.current?.querySelector("select")?.focus();
    onReset(edited);
  }
  return (
    <div id={id} ref={frame} className="min-w-0">
      <div className="flex min-h-6 items-center gap-1 text-sm text-ink-soft">
        <span className="truncate">{words.title(row.titleKey)}</span>
        <LayerMark
          id={`${id}-layer`}
          title={title}
          layer={layer}
          from={words.origin(layer)}
          onReset={handleReset}
        />
      </div>
      <Select
        aria-label={title}
        aria-describedby={`${id}-layer`}
        icon={field === "minimumHeat" && <HeatIcon heat={value} />}
        className="mt-0.5 w-full"
        value={value}
        onChange={(event) => onChange(edited, event.target.value)}
      >
        {row.control.options.map((option) => (
          <option key={option} value={option}>
            {words.option(row.titleKey, option)}
          </option>
        ))}
      </Select>
    </div>
  );
});
