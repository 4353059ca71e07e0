"use client";

import { useLocale, useTranslations } from "next-intl";
import { createContext, useContext, useOptimistic, useTransition, type ReactNode } from "react";
import { toast } from "sonner";
import type { Theme } from "@/lib/appearance/themes";
import type { Locale } from "@/lib/i18n/locales";
import type { Result } from "@/lib/result";

type Change = { theme?: Theme; locale?: Locale };
type Appearance = { theme: Theme; locale: Locale; change: (change: Change) => void };

const AppearanceContext = createContext<Appearance | null>(null);

type AppearanceProviderProps = {
  theme: Theme;
  changeAppearance: (change: Change) => Promise<Result<void>>;
  children: ReactNode;
};

/**
 * Theme and language for whoever offers a choice of them. The theme shows in the frame of the click, because it is
 * only an attribute; the language comes with the page the server renders anew.
 */
export function AppearanceProvider({ theme, changeAppearance, children }: AppearanceProviderProps) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const [shown, show] = useOptimistic({ theme, locale });
  const [, startTransition] = useTransition();
  const change = (wanted: Change) =>
    startTransition(async () => {
      show({ ...shown, ...wanted });
      if (wanted.theme) document.documentElement.dataset.theme = wanted.theme;
      const result = await changeAppearance(wanted).catch(() => null);
      if (result?.ok) return;
      document.documentElement.dataset.theme = theme;
      toast.error(t("appearanceFailed"));
    });
  return <AppearanceContext value={{ ...shown, change }}>{children}</AppearanceContext>;
}

export function useAppearance(): Appearance {
  const appearance = useContext(AppearanceContext);
  if (!appearance) throw new Error("useAppearance is used outside AppearanceProvider");
  return appearance;
}
