"use client";

import { useTranslations } from "next-intl";
import { memo, type ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { fieldId } from "@/lib/settings/form/field-id";
import { categories, type Category } from "@/lib/vocabulary/categories";
import { channels, type Channel } from "@/lib/vocabulary/channels";
import type { LayerName } from "@/lib/settings/resolve";
import { channelIcons } from "@/components/vocabulary/channel-icons";
import { DestinationLine } from "./destination-line";
import { isReached, type Destination } from "./destinations";
import { AllCell, MatrixCell } from "./matrix-cell";
import { stickyColumn } from "./matrix-layout";
import { cellOf, pathOf, summaryOf, useMatrix, type MatrixProps } from "./matrix-model";

const rowFrame = cn(
  "mx-3 mb-3 grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 rounded border border-line px-4 py-3.5",
  "@min-[42rem]:table-row @min-[42rem]:rounded-none @min-[42rem]:border-x-0 @min-[42rem]:border-b-0",
);

const RowHead = ({ title, help }: { title: string; help: string }) => (
  <th
    scope="row"
    className={cn(
      stickyColumn,
      "pb-2 text-start font-normal @min-[42rem]:py-3 @min-[42rem]:ps-5 @min-[42rem]:pe-3 @min-[42rem]:align-middle",
    )}
  >
    <span className="block font-medium">{title}</span>
    <span className="mt-0.5 block text-sm text-ink-soft">{help}</span>
  </th>
);

type ChannelLabelProps = { channel: Channel; name: string; destination: Destination; children?: ReactNode };

/** The name of a channel beside its switch, with a mark where the channel reaches nobody. */
function ChannelLabel({ channel, name, destination, children }: ChannelLabelProps) {
  const Icon = channelIcons[channel];
  const reached = isReached(destination);
  return (
    <span className="grid gap-1 py-1.5">
      <span className="flex items-center gap-2.5">
        <Icon aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
        <span>{name}</span>
        {!reached && !children && <NotYet />}
      </span>
      {!reached && children}
    </span>
  );
}

function NotYet() {
  const t = useTranslations("settings.notifications.destination");
  return <span className="text-sm text-caution">{t("notYet")}</span>;
}

/** The name of a channel, and below it where its notifications arrive. No setting changes it, so it is drawn once. */
const ChannelHead = memo(function ChannelHead({ channel, name, destination }: ChannelLabelProps) {
  return (
    <ChannelLabel channel={channel} name={name} destination={destination}>
      <DestinationLine channel={channel} destination={destination} />
    </ChannelLabel>
  );
});

/** A switch for each channel that turns all its categories on or off. */
export function EverythingRow({ valueAt, destinations, onChangeAll }: MatrixProps) {
  const t = useTranslations("settings.notifications.matrix");
  const { whole, column, channelName } = useMatrix();
  const isOn = (channel: Channel) =>
    categories.map((category) => valueAt(pathOf(channel, category)) === true);
  return (
    <tr className={cn(rowFrame, "@min-[42rem]:border-t-0!")}>
      <RowHead title={t("everything")} help={t("everythingHelp")} />
      <AllCell
        title={t("allOfAll")}
        checked={summaryOf(channels.flatMap(isOn))}
        onChange={(on) => onChangeAll(whole(), on)}
        className="@min-[42rem]:border-e @min-[42rem]:border-line"
      />
      {channels.map((channel) => (
        <AllCell
          key={channel}
          title={t("allOf", { name: channelName(channel) })}
          label={
            <ChannelHead channel={channel} name={channelName(channel)} destination={destinations[channel]} />
          }
          checked={summaryOf(isOn(channel))}
          onChange={(on) => onChangeAll(column(channel), on)}
          className="col-span-2 min-h-11"
        />
      ))}
    </tr>
  );
}

/** The switches of one category, one for each channel. */
export function CategoryRow({ category, ...matrix }: MatrixProps & { category: Category }) {
  const { valueAt, provenance, destinations, onChange, onChangeAll, onReset } = matrix;
  const t = useTranslations("settings.notifications.matrix");
  const { row, cell, origin, channelName, categoryName, categoryHelp } = useMatrix();
  return (
    <tr className={rowFrame}>
      <RowHead title={categoryName(category)} help={categoryHelp(category)} />
      <AllCell
        title={t("allOf", { name: categoryName(category) })}
        checked={summaryOf(channels.map((channel) => valueAt(pathOf(channel, category)) === true))}
        onChange={(on) => onChangeAll(row(category), on)}
        className="@min-[42rem]:border-e @min-[42rem]:border-line"
      />
      {channels.map((channel) => {
        const path = pathOf(channel, category);
        const layer = provenance[path] ?? "default";
        return (
          <CategoryCell
            key={channel}
            category={category}
            channel={channel}
            name={channelName(channel)}
            title={cell(category, channel).title}
            destination={destinations[channel]}
            on={valueAt(path) === true}
            layer={layer}
            from={origin(layer)}
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
  };

/** Renders again only when its own value or layer changes, so that a press paints without the other cells. */
const CategoryCell = memo(function CategoryCell(props: CategoryCellProps) {
  const { category, channel, name, title, destination, on, layer, from, onChange, onReset } = props;
  const one = cellOf(category, channel, title);
  return (
    <MatrixCell
      id={fieldId(one.path)}
      title={title}
      label={<ChannelLabel channel={channel} name={name} destination={destination} />}
      on={on}
      layer={layer}
      from={from}
      onChange={(wanted) => onChange(one, wanted)}
      onReset={() => onReset(one)}
    />
  );
});
