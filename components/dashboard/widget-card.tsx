"use client";

import { ChartColumn, EyeOff, MoreHorizontal, Table2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, type CSSProperties, type ReactNode } from "react";
import type { ViewMode } from "@/components/dashboard/charts/view";
import { Card } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu";
import type { Widget } from "@/lib/settings/dashboard-layout";

type WidgetCardProps = {
  widget: Widget;
  note?: ReactNode;
  /** Columns of the medium and of the wide grid; a phone has one. */
  spans: { md: number; lg: number };
  onHide: () => void;
  /** Null for a widget without a chart, and on a board of tables. */
  mode: ViewMode | null;
  onModeChange: (mode: ViewMode) => void;
  /** Hiding a card removes the menu with the focus: this gives the focus to another element. */
  takeFocus: () => void;
  children: ReactNode;
};

/** The frame of a widget: title, menu and content. */
export function WidgetCard(props: WidgetCardProps) {
  const { widget, note, spans, onHide, mode, onModeChange, takeFocus, children } = props;
  const t = useTranslations("dashboard.card");
  const titles = useTranslations("settings.fields");
  const title = titles(`${widget}.title`);
  const id = useId();
  const hidden = useRef(false);
  const hide = () => {
    hidden.current = true;
    onHide();
  };
  const onClose = (event: Event) => {
    if (!hidden.current) return;
    event.preventDefault();
    takeFocus();
  };
  // React's types know no custom properties in a style object that is not widened to them.
  const columns: CSSProperties & Record<`--${string}`, number> = { "--md": spans.md, "--lg": spans.lg };
  return (
    <Card
      aria-labelledby={id}
      data-widget={widget}
      style={columns}
      className="flex min-w-0 flex-col lg:col-[span_var(--md)] xl:col-[span_var(--lg)]"
    >
      <header className="flex items-center gap-2 ps-(--card-pad) pe-2 pt-[calc(var(--card-pad)*0.6)] pb-2">
        <h2 id={id} className="min-w-0 truncate font-medium text-ink-soft">
          {title}
        </h2>
        {note && <span className="min-w-0 truncate text-sm text-ink-faint">{note}</span>}
        <Menu>
          <MenuTrigger asChild>
            <IconButton label={t("menu", { widget: title })} className="ms-auto size-8">
              <MoreHorizontal aria-hidden="true" />
            </IconButton>
          </MenuTrigger>
          <MenuContent align="end" onCloseAutoFocus={onClose}>
            {mode && (
              <MenuItem onSelect={() => onModeChange(mode === "table" ? "chart" : "table")}>
                {mode === "table" ? <ChartColumn aria-hidden="true" /> : <Table2 aria-hidden="true" />}
                {t(mode === "table" ? "asChart" : "asTable")}
              </MenuItem>
            )}
            <MenuItem onSelect={hide}>
              <EyeOff aria-hidden="true" />
              {t("hide")}
            </MenuItem>
          </MenuContent>
        </Menu>
      </header>
      <div className="min-w-0 grow px-(--card-pad) pt-1 pb-(--card-pad)">{children}</div>
    </Card>
  );
}
