"use client";

import { Clock, Sparkles } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button, buttonClass } from "@/components/ui/button";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import { cityOf } from "@/lib/time/zone-words";
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
  const { told, dismissTold } = usePersonalAppearance();
  if (!told?.zone && !told?.language) return null;
  const { zone, language } = told;
  const changed = zone ? "data_preferences.timezone" : "interface_settings.language";
  const words = { zone: cityOf({ id: zone ?? "" }), language: localeNames[language ?? "en"] };
  return (
    <Banner
      role="status"
      icon={<Sparkles aria-hidden="true" />}
      title={t(zone && language ? "both" : zone ? "zone" : "language", words)}
      action={
        <div className="flex gap-2">
          <Link
            href={`${paths.settings.preferences()}#${fieldId(changed)}`}
            onClick={dismissTold}
            className={buttonClass({ size: "sm" })}
          >
            {t("change")}
          </Link>
          <Button size="sm" onClick={dismissTold}>
            {t("ok")}
          </Button>
        </div>
      }
    >
      {t("why")}
    </Banner>
  );
}

function ZoneNotice() {
  const t = useTranslations("shell.zone");
  const announce = useUndoToast();
  const { question, switchZone, keepZone } = usePersonalAppearance();
  if (!question) return null;
  const cities = { device: cityOf(question.device), chosen: cityOf(question.chosen) };
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
