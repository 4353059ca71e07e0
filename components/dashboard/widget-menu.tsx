"use client";

import { ChartColumn, ChevronsDownUp, ChevronsUpDown, EyeOff, Move, Table2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { ViewMode } from "@/components/dashboard/charts/view";
import {
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
} from "@/components/ui/menu";
import type { Popup } from "@/components/ui/use-popup";
import { sharesOf } from "./arrange/use-arrange";

export type WidgetMenuProps = {
  onHide: () => void;
  /** Null where there is nothing to choose: a list, or a board of tables. */
  mode: ViewMode | null;
  onModeChange: (mode: ViewMode) => void;
  /** Picks the card up, to be moved by keys. */
  onMove: () => void;
  /** The columns of the board; null where cards have no width of their own. */
  columns: number | null;
  span: number;
  onResize: (span: number) => void;
  collapsed: boolean;
  onCollapse: (collapsed: boolean) => void;
  /** The button that had the focus is gone with the card: somewhere sensible must take it. */
  takeFocus: () => void;
};

/** What can be done with a widget. */
export function WidgetMenu(props: WidgetMenuProps & { popup: Popup }) {
  const { popup, mode, collapsed, columns, span } = props;
  const t = useTranslations("dashboard");
  /** What has the focus after the menu, where its button has not. */
  const next = useRef<(() => void) | null>(null);
  const onClose = (event: Event) => {
    if (!next.current) return;
    event.preventDefault();
    next.current();
    next.current = null;
  };
  const hide = () => {
    next.current = props.takeFocus;
    props.onHide();
  };
  return (
    <MenuContent popup={popup} align="end" onCloseAutoFocus={onClose}>
      {mode && (
        <MenuItem onSelect={() => props.onModeChange(mode === "table" ? "chart" : "table")}>
          {mode === "table" ? <ChartColumn aria-hidden="true" /> : <Table2 aria-hidden="true" />}
          {t(mode === "table" ? "card.asChart" : "card.asTable")}
        </MenuItem>
      )}
      <MenuItem onSelect={() => void (next.current = props.onMove)}>
        <Move aria-hidden="true" />
        {t("arrange.moveItem")}
      </MenuItem>
      <MenuItem onSelect={() => props.onCollapse(!collapsed)}>
        {collapsed ? <ChevronsUpDown aria-hidden="true" /> : <ChevronsDownUp aria-hidden="true" />}
        {t(collapsed ? "arrange.expand" : "arrange.collapse")}
      </MenuItem>
      <MenuItem onSelect={hide}>
        <EyeOff aria-hidden="true" />
        {t("card.hide")}
      </MenuItem>
      {columns && (
        <>
          <MenuSeparator />
          <MenuLabel>{t("arrange.width")}</MenuLabel>
          <MenuRadioGroup value={`${span}`} onValueChange={(chosen) => props.onResize(Number(chosen))}>
            {sharesOf(columns).map(([share, columnsOf]) => (
              <MenuRadioItem key={share} value={`${columnsOf}`}>
                {t(`arrange.shares.${share}`)}
              </MenuRadioItem>
            ))}
          </MenuRadioGroup>
        </>
      )}
    </MenuContent>
  );
}
