"use client";

import { Contrast, Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { MenuLabel, MenuRadioGroup, MenuRadioItem } from "@/components/ui/menu";
import { isTheme, themes } from "@/lib/appearance/themes";
import { useAppearance } from "./appearance";

const icons = { system: Monitor, light: Sun, dark: Moon, contrast: Contrast };

/** The themes as menu items. The menu stays open, so that the person can try several. */
export function ThemeItems() {
  const t = useTranslations("shell");
  const { appearance, change } = useAppearance();
  const { theme } = appearance.interface_settings;
  return (
    <MenuRadioGroup value={theme} onValueChange={(value) => isTheme(value) && change({ theme: value })}>
      <MenuLabel>{t("theme")}</MenuLabel>
      {themes.map((value) => {
        const Icon = icons[value];
        return (
          <MenuRadioItem key={value} value={value} onSelect={(event) => event.preventDefault()}>
            <Icon aria-hidden="true" />
            {t(`themes.${value}`)}
          </MenuRadioItem>
        );
      })}
    </MenuRadioGroup>
  );
}
