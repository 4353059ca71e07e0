"use client";

import { useRef, type ReactNode } from "react";
import { usePlainValueWords, type ValueWords } from "@/components/settings/plain-words";
import { useSettingWords } from "@/components/settings/setting-words";
import { useBackWords } from "@/components/settings/use-back-words";
import type { EditedRow } from "@/components/settings/use-undoable-edit";
import { fieldId } from "@/lib/settings/form/field-id";
import { notifications } from "@/lib/settings/notifications";
import type { LayerName } from "@/lib/settings/resolve";
import { leaves } from "@/lib/settings/sections";
import { cn } from "@/components/ui/cn";
import { LayerMark } from "./layer-mark";
import { defaultOf } from "./matrix-model";

/** The field at a path of this section, as a row that can be edited under a title of its own. */
export function channelRow(path: string, title: string) {
  const field = leaves(notifications).get(path);
  if (!field || field.control.kind === "none") throw new Error(`${path} cannot be edited`);
  return { path, titleKey: field.titleKey, control: field.control, title } satisfies EditedRow;
}

type ChannelFieldProps = {
  row: EditedRow;
  label: string;
  help?: string;
  layer: LayerName;
  onReset: (row: EditedRow) => void;
  /** Names the value that comes back; left out where it has no parts. */
  valueWords?: ValueWords;
  /** Puts the control at the end of the line where there is room, as in the rows of other pages. */
  beside?: boolean;
  className?: string;
  /** Its control is described by `<id>-layer`, and by `<id>-help` where there is a help. */
  children: ReactNode;
};

/** A setting of a channel: its title, the mark of where its value comes from, and its control. */
export function ChannelField(props: ChannelFieldProps) {
  const { row, label, help, layer, onReset, valueWords, beside = false, className, children } = props;
  const words = useSettingWords();
  const plainWords = usePlainValueWords();
  const backWords = useBackWords(valueWords ?? plainWords);
  const frame = useRef<HTMLDivElement>(null);
  const id = fieldId(row.path);
  /** The button in the mark disappears with the value that it resets: the focus goes to the field. */
  function handleReset() {
    frame.current?.querySelector<HTMLElement>("select, [role=switch]")?.focus();
    onReset(row);
  }
  return (
    <div
      id={id}
      ref={frame}
      className={cn(
        "min-w-0",
        beside && "flex flex-wrap items-center justify-between gap-x-6 gap-y-2",
        className,
      )}
    >
      <div className={cn("min-w-0", beside && "grow basis-[min(16rem,65%)]")}>
        <div className={cn("flex min-h-6 items-center gap-1", !beside && "text-sm text-ink-soft")}>
          <span className={beside ? "min-w-0" : "truncate"}>{label}</span>
          <LayerMark
            id={`${id}-layer`}
            title={row.title ?? label}
            layer={layer}
            from={words.origin(layer)}
            back={layer === "user" ? backWords(row, defaultOf(row.path)) : ""}
            onReset={handleReset}
          />
        </div>
        {help && (
          <p id={`${id}-help`} className="text-sm text-ink-soft">
            {help}
          </p>
        )}
      </div>
      {children}
    </div>
  );
}
