"use client";

import { CopyCheck, Plus, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { PanelSkeleton } from "@/components/dashboard/panel-skeleton";
import { SavedViews } from "@/components/dashboard/saved-views";
import { Button } from "@/components/ui/button";
import { PopoverContent } from "@/components/ui/popover";
import type { Popup } from "@/components/ui/use-popup";
import type { Widget } from "@/lib/settings/widgets";
import type { Arrange } from "./arrange/use-arrange";

export type ArrangePanelProps = { arrange: Arrange };

/** The hidden widgets, each with its shape, to be added; and the layout, to be reset. */
export function ArrangePanel({ popup, arrange }: ArrangePanelProps & { popup: Popup }) {
  const t = useTranslations("dashboard.arrange");
  const { hidden, breakpoint, add, reset, applyEverywhere } = arrange;
  return (
    <PopoverContent
      popup={popup}
      align="end"
      aria-label={t("button")}
      className="flex max-h-(--radix-popover-content-available-height) w-96 flex-col overflow-y-auto"
    >
      <section className="grid gap-3 p-4">
        <h2 className="font-medium">{t("gallery")}</h2>
        {hidden.length === 0 && <p className="text-ink-soft">{t("none")}</p>}
        <ul className="grid gap-2">
          {hidden.map((widget) => (
            <HiddenWidget key={widget} widget={widget} onAdd={() => add(widget)} />
          ))}
        </ul>
      </section>
      <SavedViews views={arrange.views} />
      <section className="grid gap-3 border-t border-line p-4">
        <div>
          <h2 className="font-medium">{t("layout")}</h2>
          <p className="text-sm text-ink-soft">{t(`thisScreen.${breakpoint}`)}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => reset(false)}>
            <RotateCcw aria-hidden="true" />
            {t("resetThis")}
          </Button>
          <Button onClick={() => reset(true)}>{t("resetEvery")}</Button>
          {applyEverywhere && (
            <Button onClick={applyEverywhere}>
              <CopyCheck aria-hidden="true" />
              {t("applyEverywhere")}
            </Button>
          )}
        </div>
      </section>
    </PopoverContent>
  );
}

function HiddenWidget({ widget, onAdd }: { widget: Widget; onAdd: () => void }) {
  const t = useTranslations("dashboard.arrange");
  const fields = useTranslations("settings.fields");
  const title = fields(`${widget}.title`);
  return (
    <li>
      <button
        type="button"
        aria-label={t("add", { widget: title })}
        onClick={onAdd}
        className="flex w-full items-center gap-3 rounded-md border border-line bg-card p-2.5 text-start transition-colors hover:border-line-control hover:bg-sunken"
      >
        {/* The shape of the widget, a fifth as large, and so much stronger; nothing is on its way. */}
        <span
          aria-hidden="true"
          className="h-14 w-24 shrink-0 overflow-hidden rounded border border-line p-1 [--sunken:var(--line-strong)] **:animate-none"
        >
          <span className="block w-[440px] origin-top-left scale-20 rtl:origin-top-right">
            <PanelSkeleton widget={widget} />
          </span>
        </span>
        <span className="min-w-0 grow">
          <span className="block font-medium">{title}</span>
          <span className="line-clamp-2 text-sm text-ink-soft">{fields(`${widget}.help`)}</span>
        </span>
        <Plus aria-hidden="true" className="size-4.5 shrink-0 text-ink-soft" />
      </button>
    </li>
  );
}
