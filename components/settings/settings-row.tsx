"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, type ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { LayerName } from "@/lib/settings/resolve";
import { LayerChip } from "./layer-chip";

type SettingsRowProps = {
  id: string;
  title: string;
  help: string;
  layer: LayerName;
  /** The value is set in the edited scope, so it can be reset to the inherited one. */
  own: boolean;
  onReset: () => void;
  /** What the value goes back to, in words. */
  back: string;
  /** Puts the control below the title instead of at the end of its line. */
  wide?: boolean;
  /** The title of another setting that must be on before this one takes effect. */
  needs?: string;
  control: ReactNode;
};

/** The selector of the row's control, of whatever kind. */
const controls =
  "[role=switch], select, input:checked, [aria-haspopup=dialog], input:not([type=radio]), textarea";

/** A row of a setting: title, help, the layer that the value comes from, and the control at the end. */
export function SettingsRow(props: SettingsRowProps) {
  const { id, title, help, layer, own, onReset, back, wide = false, needs, control } = props;
  const t = useTranslations("settings");
  const row = useRef<HTMLDivElement>(null);
  /** The reset button disappears with the value: the focus goes to the control of the row. */
  function handleReset() {
    row.current?.querySelector<HTMLElement>(controls)?.focus();
    onReset();
  }
  return (
    // Each row is painted by itself: a change in one does not repaint the others.
    <div className="isolate px-5 py-(--row-y)" id={id} ref={row}>
      <div
        className={cn("flex gap-x-6 gap-y-3", wide ? "flex-col" : "flex-wrap items-center justify-between")}
      >
        {/* Where the control leaves the words too little room, it goes below them. */}
        <div className={cn("min-w-0", !wide && "grow basis-[min(14rem,65%)]")}>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <p id={`${id}-title`} className="font-medium">
              {title}
            </p>
            <LayerChip layer={layer} own={own} />
            {own && (
              <button
                type="button"
                aria-label={t("backTo", { title, back })}
                onClick={handleReset}
                className="tap -ms-2 inline-flex h-6 max-w-full min-w-0 items-center gap-1 rounded-full px-2 text-xs font-medium text-ink-soft transition-colors hover:bg-sunken hover:text-ink"
              >
                <Undo2 aria-hidden="true" className="size-3.5 shrink-0" />
                <bdi className="truncate">{back}</bdi>
              </button>
            )}
          </div>
          <p id={`${id}-help`} className="mt-0.5 text-sm text-ink-soft">
            {help}
            {needs && <span className="ms-1.5 font-medium text-caution">{t("needs", { title: needs })}</span>}
          </p>
        </div>
        {control}
      </div>
    </div>
  );
}
