"use client";

import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { usePlainValueWords } from "@/components/settings/plain-words";
import { foldedFields } from "@/components/settings/search/hidden-fields";
import { useBackWords } from "@/components/settings/use-back-words";
import { fieldId } from "@/lib/settings/form/field-id";
import type { LayerName } from "@/lib/settings/resolve";
import type { Category } from "@/lib/vocabulary/categories";
import { channels } from "@/lib/vocabulary/channels";
import { ChannelLabel, type ChannelLabelProps } from "./channel-label";
import { isReached } from "./destinations";
import { AllCell, MatrixCell } from "./matrix-cell";
import { allColumn, rowFrame } from "./matrix-layout";
import {
  cellOf,
  defaultOf,
  pathOf,
  reachedChannels,
  setByAll,
  summaryOf,
  useMatrix,
  type MatrixProps,
} from "./matrix-model";
import { RowHead } from "./matrix-row-head";
import { useChannelSummary } from "./use-channel-summary";

/** The switches of one category, one for each channel. */
export function CategoryRow({ category, ...matrix }: MatrixProps & { category: Category }) {
  const { valueAt, provenance, destinations, onChange, onChangeAll, onReset } = matrix;
  const t = useTranslations("settings.notifications.matrix");
  const { row, cell, origin, channelName, categoryName, categoryHelp } = useMatrix();
  const backWords = useBackWords(usePlainValueWords());
  const [open, setOpen] = useState(false);
  const isOn = (channel: ChannelLabelProps["channel"]) => valueAt(pathOf(channel, category)) === true;
  const reached = reachedChannels(destinations);
  const summary = useChannelSummary(reached.filter(isOn));
  const fields = foldedFields(channels.map((channel) => fieldId(pathOf(channel, category))));
  return (
    <tr className={rowFrame}>
      <RowHead
        title={categoryName(category)}
        help={categoryHelp(category)}
        fold={{ open, summary, fields, onToggle: () => setOpen(!open) }}
      />
      <AllCell
        title={t("allOf", { name: categoryName(category) })}
        checked={summaryOf(reached.map(isOn))}
        onChange={(on) => onChangeAll(row(category, setByAll(destinations, on)), on)}
        className={allColumn}
      />
      {channels.map((channel) => {
        const { title, ...field } = cell(category, channel);
        const layer = provenance[field.path] ?? "default";
        return (
          <CategoryCell
            key={channel}
            category={category}
            channel={channel}
            name={channelName(channel)}
            title={title}
            destination={destinations[channel]}
            on={isOn(channel)}
            layer={layer}
            from={origin(layer)}
            back={layer === "user" ? backWords(field, defaultOf(field.path)) : ""}
            folded={!open}
            onChange={onChange}
            onReset={onReset}
          />
        );
      })}
    </tr>
  );
}

type CategoryCellProps = Pick<MatrixProps, "onChange" | "onReset"> &
  Omit<ChannelLabelProps, "children"> & {
    category: Category;
    title: string;
    on: boolean;
    layer: LayerName;
    from: string;
    back: string;
    folded: boolean;
  };

/** Renders again only when its own value or layer changes, so that a press paints without the other cells. */
const CategoryCell = memo(function CategoryCell(props: CategoryCellProps) {
  const { category, channel, name, title, destination, onChange, onReset, ...cell } = props;
  const one = cellOf(category, channel, title);
  return (
    <MatrixCell
      id={fieldId(one.path)}
      title={title}
      label={<ChannelLabel channel={channel} name={name} destination={destination} />}
      {...cell}
      quiet={!isReached(destination)}
      onChange={(wanted) => onChange(one, wanted)}
      onReset={() => onReset(one)}
    />
  );
});
