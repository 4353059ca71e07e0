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
  /** The title of another setting that must be on first; the value is kept until then. */
  needs?: string;
  control: ReactNode;
};

/** What a row is operated with, of whatever kind. */
const controls =
  "[role=switch], select, input:checked, [aria-haspopup=dialog], input:not([type=radio]), textarea";

/** What it is and where its value comes from, a line of help, and the control at the end. */
export function SettingsRow(props: SettingsRowProps) {
  const { id, title, help, source, own, onReset, wide = false, needs, control } = props;
  const t = useTranslations("settings");
  const row = useRef<HTMLDivElement>(null);
  /** The button goes away with the value it takes back: the keyboard stays in the row, on its control. */
  function handleReset() {
    row.current?.querySelector<HTMLElement>(controls)?.focus();
    onReset();
  }
  return (
    // Painted by itself: what changes in a row leaves the picture of the others alone.
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
            <SourceChip source={source} own={own} />
            {own && (
              <button
                type="button"
                aria-label={t("resetOf", { title })}
                onClick={handleReset}
                className="tap -ms-2 inline-flex h-6 items-center gap-1 rounded-full px-2 text-xs font-medium text-ink-soft transition-colors hover:bg-sunken hover:text-ink"
              >
                <Undo2 aria-hidden="true" className="size-3.5 rtl:-scale-x-100" />
                {t("reset")}
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
