"use client";

import { useTranslations } from "next-intl";
import { Contrast, Monitor, Moon, Sun } from "lucide-react";
import { useAppearance } from "@/components/appearance/appearance";
import { cn } from "@/components/ui/cn";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { usePopup } from "@/components/ui/use-popup";
import { directionOf, localeNames, locales } from "@/lib/vocabulary/locales";

const loadMenu = fetchedEarly(() => import("./theme-menu").then((module) => module.ThemeMenu));

const icons = { system: Monitor, light: Sun, dark: Moon, contrast: Contrast };

/** Buttons for the language, for people who cannot read the page, and the menu of themes. */
export function AppearanceBar() {
  const t = useTranslations("shell");
  const { appearance, change } = useAppearance();
  const { language, theme } = appearance.interface_settings;
  const { Part, popup, button } = usePopup("menu", loadMenu);
  const Icon = icons[theme];
  return (
    <footer className="flex flex-wrap items-center justify-between gap-2">
      <div role="group" aria-label={t("language")} className="flex flex-wrap gap-1">
        {locales.map((value) => (
          <button
            key={value}
            type="button"
            lang={value}
            dir={directionOf(value)}
            aria-pressed={value === language}
            onClick={() => change({ language: value })}
            className={cn(
              "tap h-8 rounded-md px-2.5 font-medium transition-colors",
              value === language ? "bg-sunken text-ink" : "text-ink-soft hover:text-ink",
            )}
          >
            {localeNames[value]}
          </button>
        ))}
      </div>
      <button
        {...button}
        className="tap flex h-8 items-center gap-2 rounded-md px-2.5 font-medium text-ink-soft transition-colors hover:text-ink [&_svg]:size-4"
      >
        <Icon aria-hidden="true" />
        {t(`themes.${theme}`)}
      </button>
      {Part && <Part popup={popup} />}
    </footer>
  );
}
