import { useTranslations } from "next-intl";
import { toastError } from "@/components/ui/toast";
import { useLocale } from "@/components/ui/use-locale";
import type { Panels } from "@/lib/leads/panels";
import type { DashboardSettings } from "@/lib/settings/dashboard";
import type { Widget } from "@/lib/settings/widgets";
import { directionOf } from "@/lib/vocabulary/locales";
import { widgetParts } from "./widget-parts";
import { useWords } from "./widgets/figure-table";

/**
 * What saves a widget's figures as a file: null for a widget without a table, and while there are no figures. What writes
 * files comes when it is asked for.
 */
export function useSaveWidget(panels: Panels | null, settings: DashboardSettings) {
  const t = useTranslations("dashboard.card");
  const words = useWords();
  const rightToLeft = directionOf(useLocale()) === "rtl";
  if (!panels) return null;
  const save = (widget: Widget, as: "xlsx" | "csv") =>
    void import("./save-widget")
      .then(({ saveWidget }) => saveWidget({ widget, as, panels, settings, words, rightToLeft }))
      .catch(() => toastError(t("notSaved")));
  return (widget: Widget) => (widgetParts[widget].table ? (as: "xlsx" | "csv") => save(widget, as) : null);
}
