"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, type ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { Source } from "@/lib/settings/resolve";
import { SourceChip } from "./source-chip";

type SettingsRowProps = {
  id: string;
  title: string;
  help: string;
  source: Source;
  /** The scope that is open decides this value: it can go back to what it would inherit. */
  own: boolean;
  onReset: () => void;
  /** Below the words instead of at their end, for a control that needs the width. */
  wide?: boolean;
  control: ReactNode;
};

/** What a row is operated with, of whatever kind. */
const controls =
  "[role=switch], select, input:checked, [aria-haspopup=dialog], input:not([type=radio]), textarea";

/** Label and one line of help at the start, the control at the end, where the value comes from under it. */
export function SettingsRow(props: SettingsRowProps) {
  const { id, title, help, source, own, onReset, wide = false, control } = props;
  const t = useTranslations("settings");
  const row = useRef<HTMLDivElement>(null);
  /** The button goes away with the value it takes back: the keyboard stays in the row, on its control. */
  function handleReset() {
    row.current?.querySelector<HTMLElement>(controls)?.focus();
    onReset();
  }
  return (
    <div className="scroll-mt-20 px-5 py-(--row-y)" id={id} ref={row}>
      <div
        className={cn("flex gap-x-6 gap-y-3", wide ? "flex-col" : "flex-wrap items-center justify-between")}
      >
        {/* Where the control leaves the words too little room, it goes below them. */}
        <div className={cn("min-w-0", !wide && "grow basis-[min(14rem,65%)]")}>
          <p id={`${id}-title`} className="font-medium">
            {title}
          </p>
          <p id={`${id}-help`} className="mt-0.5 text-sm text-ink-soft">
            {help}
          </p>
        </div>
        {control}
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1">
        <SourceChip source={source} own={own} />
        {own && (
          <button
            type="button"
            aria-label={t("resetOf", { title })}
            onClick={handleReset}
            className="tap inline-flex h-6 items-center gap-1 rounded-full px-2 text-xs font-medium text-ink-soft transition-colors hover:bg-sunken hover:text-ink"
          >
            <Undo2 aria-hidden="true" className="size-3.5 rtl:-scale-x-100" />
            {t("reset")}
          </button>
        )}
      </div>
    </div>
  );
}
