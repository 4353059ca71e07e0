"use client";

import { useTranslations } from "next-intl";
import { MenuLabel, MenuRadioGroup, MenuRadioItem } from "@/components/ui/menu";
import { directionOf, isLocale, localeNames, locales } from "@/lib/i18n/locales";
import { useAppearance } from "./appearance";

export function LanguageItems() {
  const t = useTranslations("shell");
  const { locale, change } = useAppearance();
  return (
    <MenuRadioGroup value={locale} onValueChange={(value) => isLocale(value) && change({ locale: value })}>
      <MenuLabel>{t("language")}</MenuLabel>
      {locales.map((value) => (
        <MenuRadioItem key={value} value={value}>
          <span lang={value} dir={directionOf(value)}>
            {localeNames[value]}
          </span>
        </MenuRadioItem>
      ))}
    </MenuRadioGroup>
  );
}
