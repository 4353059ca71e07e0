import { useTranslations } from "next-intl";
import { toastError } from "@/components/ui/toast";
import { useLocale } from "@/components/ui/use-locale";
import type { Panels } from "@/lib/leads/panels";
import type { DashboardSettings } from "@/lib/settings/dashboard";
import type { Widget } from "@/lib/settings/widgets";
import { directionOf } from "@/lib/vocabulary/locales";
import { useWords } from "./widgets/figure-table";

/** Saves what a widget shows as a file. What writes files comes when it is asked for; null while there are no figures. */
export function useSaveWidget(panels: Panels | null, settings: DashboardSettings) {
  const t = useTranslations("dashboard.card");
  const words = useWords();
  const rightToLeft = directionOf(useLocale()) === "rtl";
  if (!panels) return null;
  return (widget: Widget, as: "xlsx" | "csv") =>
    void import("./save-widget")
      .then(({ saveWidget }) => saveWidget({ widget, as, panels, settings, words, rightToLeft }))
      .catch(() => toastError(t("notSaved")));
}
