"use client";

import { useTranslations } from "next-intl";
import { MenuLabel, MenuRadioGroup, MenuRadioItem } from "@/components/ui/menu";
import { directionOf, isLocale, localeNames, locales } from "@/lib/vocabulary/locales";
import { useAppearance } from "./appearance";

export function LanguageItems() {
  const t = useTranslations("shell");
  const { appearance, change } = useAppearance();
  const { language } = appearance.interface_settings;
  return (
    <MenuRadioGroup
      value={language}
      onValueChange={(value) => isLocale(value) && change({ language: value })}
    >
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
