"use client";

import {
  CalendarRange,
  ChartColumn,
  ChevronsDownUp,
  ChevronsUpDown,
  Download,
  EyeOff,
  Move,
  Table2,
} from "lucide-react";
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
  MenuSub,
} from "@/components/ui/menu";
import type { Popup } from "@/components/ui/use-popup";
import { asDashboard, widgetPeriods, type WidgetPeriod } from "@/lib/settings/dashboard-period";
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
  /** The days that the widget counts; null where it always counts the same. */
  period: WidgetPeriod | null;
  onPeriodChange: (period: WidgetPeriod) => void;
  /** Null while there are no figures. */
  onSave: ((as: "xlsx" | "csv") => void) | null;
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
      {props.period && <PeriodItems period={props.period} onChange={props.onPeriodChange} />}
      {props.onSave && (
        <MenuSub
          label={
            <>
              <Download aria-hidden="true" />
              {t("card.save")}
            </>
          }
        >
          {(["xlsx", "csv"] as const).map((as) => (
            <MenuItem key={as} onSelect={() => props.onSave?.(as)}>
              {t(`card.saveAs.${as}`)}
            </MenuItem>
          ))}
        </MenuSub>
      )}
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

type PeriodItemsProps = { period: WidgetPeriod; onChange: (period: WidgetPeriod) => void };

/** The days of the dashboard, or days of the widget's own. */
function PeriodItems({ period, onChange }: PeriodItemsProps) {
  const t = useTranslations("dashboard");
  return (
    <MenuSub
      label={
        <>
          <CalendarRange aria-hidden="true" />
          {t("card.period")}
        </>
      }
    >
      <MenuRadioGroup
        value={period}
        onValueChange={(chosen) => {
          const preset = widgetPeriods.find((one) => one === chosen);
          if (preset) onChange(preset);
        }}
      >
        {widgetPeriods.map((preset) => (
          <MenuRadioItem key={preset} value={preset}>
            {preset === asDashboard ? t("period.asDashboard") : t(`period.presets.${preset}`)}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
    </MenuSub>
  );
}
