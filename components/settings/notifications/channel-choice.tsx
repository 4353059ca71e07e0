"use client";

import { memo, type ReactNode } from "react";
import { useSettingWords } from "@/components/settings/setting-words";
import type { EditedRow } from "@/components/settings/use-undoable-edit";
import { cn } from "@/components/ui/cn";
import { Select } from "@/components/ui/select";
import { heatIcons, heatInks } from "@/components/vocabulary/heat-mark";
import { optionsKeyOf } from "@/lib/settings/fields";
import { fieldId } from "@/lib/settings/form/field-id";
import type { Json } from "@/lib/settings/json";
import type { LayerName } from "@/lib/settings/resolve";
import type { Channel } from "@/lib/vocabulary/channels";
import { isHeat } from "@/lib/vocabulary/heat";
import { ChannelField, channelRow } from "./channel-field";
import { pathOf, useMatrix } from "./matrix-model";

function HeatIcon({ heat }: { heat: string }) {
  if (!isHeat(heat)) return null;
  const Icon = heatIcons[heat];
  return <Icon aria-hidden="true" className={cn("size-4", heatInks[heat])} />;
}

type ChannelChoiceProps = {
  channel: Channel;
  /** The path of the field below the channel's column. */
  field: string;
  value: string;
  layer: LayerName;
  onChange: (row: EditedRow, value: Json) => void;
  onReset: (row: EditedRow) => void;
  /** Stands for the field's own title. */
  label?: string;
  /** With the help of the field, and the list at the end of the line. */
  beside?: boolean;
  className?: string;
  children?: ReactNode;
};

/** Renders again only when its own value or layer changes, not at every press in the matrix. */
export const ChannelChoice = memo(function ChannelChoice(props: ChannelChoiceProps) {
  const {
    channel,
    field,
    value,
    layer,
    onChange,
    onReset,
    label,
    beside = false,
    className,
    children,
  } = props;
  const words = useSettingWords();
  const { titleIn } = useMatrix();
  const path = pathOf(channel, field);
  const { titleKey } = channelRow(path, "");
  const row = channelRow(path, titleIn(channel, words.title(titleKey)));
  if (row.control.kind !== "choice") throw new Error(`${path} is no choice`);
  const id = fieldId(path);
  return (
    <ChannelField
      row={row}
      label={label ?? words.title(titleKey)}
      {...(beside && { help: words.help(titleKey) })}
      layer={layer}
      onReset={onReset}
      beside={beside}
      {...(className !== undefined && { className })}
    >
      <Select
        aria-label={row.title}
        aria-describedby={beside ? `${id}-layer ${id}-help` : `${id}-layer`}
        icon={field === "minimumHeat" && <HeatIcon heat={value} />}
        className={beside ? "w-60" : "mt-0.5 w-full"}
        value={value}
        onChange={(event) => onChange(row, event.target.value)}
      >
        {row.control.options.map((option) => (
          <option key={option} value={option}>
            {words.option(optionsKeyOf(row), option)}
          </option>
        ))}
      </Select>
      {children}
    </ChannelField>
  );
});
