"use client";

import { Clock, Sparkles } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useScheduleWords } from "@/components/settings/schedule-words";
import { Banner } from "@/components/ui/banner";
import { Button, buttonClass } from "@/components/ui/button";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import { useLocale } from "@/components/ui/use-locale";
import { useZones } from "@/components/ui/zones";
import { cityInName, cityOf } from "@/lib/time/zone-words";
import { localeNames } from "@/lib/vocabulary/locales";
import { paths } from "@/lib/paths";
import { fieldId } from "@/lib/settings/form/field-id";
import { usePersonalAppearance } from "./personal-appearance";

/** Notices of a first visit and of a changed time zone. */
export const VisitNotices = () => (
  <>
    <FirstVisitNotice />
    <ZoneNotice />
  </>
);

function FirstVisitNotice() {
  const t = useTranslations("shell.firstVisit");
  const { told, dismissTold, undoTold } = usePersonalAppearance();
  const also = useAlso(told);
  const [locale, { find }] = [useLocale(), useZones()];
  if (!told || (!told.zone && !told.language && !also)) return null;
  const { zone, language } = told;
  const changed = zone ? "data_preferences.timezone" : "interface_settings.language";
  const known = find(zone ?? "");
  const city = known ? cityOf(known, locale) : cityInName(zone ?? "");
  const words = { zone: city, language: localeNames[language ?? "en"] };
  return (
    <Banner
      role="status"
      icon={<Sparkles aria-hidden="true" />}
      title={t(zone && language ? "both" : zone ? "zone" : language ? "language" : "region", words)}
      action={
        <div className="flex gap-2">
          <Link
            href={`${paths.settings.preferences()}#${fieldId(changed)}`}
            onClick={dismissTold}
            className={buttonClass({ size: "sm" })}
          >
            {t("change")}
          </Link>
          <Button size="sm" onClick={undoTold}>
            {t("undo")}
          </Button>
          <Button size="sm" onClick={dismissTold}>
            {t("ok")}
          </Button>
        </div>
      }
    >
      {also && <p>{also}</p>}
      <p>{t("why")}</p>
    </Banner>
  );
}

/** What else the first visit took from the place: the working week, the currency, the order of dates. */
function useAlso(told: ReturnType<typeof usePersonalAppearance>["told"]): string | null {
  const t = useTranslations("shell.firstVisit.also");
  const format = useFormatter();
  const { valueOf } = useScheduleWords();
  if (!told) return null;
  const { workingHours, currency, dateFormat } = told;
  const things = [
    ...(workingHours ? [t("workingHours", { hours: valueOf(workingHours) ?? "" })] : []),
    ...(currency ? [t("currency", { currency })] : []),
    ...(dateFormat ? [t("dateFormat")] : []),
  ];
  return things.length > 0 ? t("all", { things: format.list(things) }) : null;
}

function ZoneNotice() {
  const t = useTranslations("shell.zone");
  const announce = useUndoToast();
  const { question, switchZone, keepZone } = usePersonalAppearance();
  const locale = useLocale();
  if (!question) return null;
  const cities = { device: cityOf(question.device, locale), chosen: cityOf(question.chosen, locale) };
  return (
    <Banner
      role="status"
      tone="caution"
      icon={<Clock aria-hidden="true" />}
      title={t("title", cities)}
      action={
        <div className="flex flex-wrap gap-2">
          <Button
            size="sm"
            variant="primary"
            onClick={() => announce(t("switched", cities), "zone", switchZone(question.device.id))}
          >
            {t("switch", cities)}
          </Button>
          <Button size="sm" onClick={keepZone}>
            {t("keep", cities)}
          </Button>
        </div>
      }
    >
      {t("body", cities)}
    </Banner>
  );
}
