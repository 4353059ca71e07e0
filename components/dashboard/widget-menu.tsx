"use client";

import { ChartColumn, EyeOff, Table2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { ViewMode } from "@/components/dashboard/charts/view";
import { MenuContent, MenuItem } from "@/components/ui/menu";
import type { Popup } from "@/components/ui/use-popup";

export type WidgetMenuProps = {
  onHide: () => void;
  /** Null where there is nothing to choose: a list, or a board of tables. */
  mode: ViewMode | null;
  onModeChange: (mode: ViewMode) => void;
  /** The button that had the focus is gone with the card: somewhere sensible must take it. */
  takeFocus: () => void;
};

/** What can be done with a widget. */
export function WidgetMenu(props: WidgetMenuProps & { popup: Popup }) {
  const { popup, onHide, mode, onModeChange, takeFocus } = props;
  const t = useTranslations("dashboard.card");
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
  return (
    <MenuContent popup={popup} align="end" onCloseAutoFocus={onClose}>
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
  );
}
