"use client";

import { createContext, useContext } from "react";
import type { Appearance, Mirror } from "@/lib/appearance/mirror";
import type { Theme } from "@/lib/appearance/themes";
import type { Locale } from "@/lib/vocabulary/locales";

export type Carried = { mirror: Mirror; appearance: Appearance };
export type Change = { theme?: Theme; language?: Locale };

export type AppearanceContext = Carried & {
  /** The appearance before the person's settings changed it: all that a browser can propose to them. */
  brought: Appearance;
  /** A choice of theme or language by whoever is at this browser. */
  change: (change: Change) => void;
  /** Shows an appearance, and lets the browser's cookie carry its mirror. */
  present: (mirror: Mirror, appearance: Appearance) => void;
};

export const AppearanceContext = createContext<AppearanceContext | null>(null);

export function useAppearance(): AppearanceContext {
  const appearance = useContext(AppearanceContext);
  if (!appearance) throw new Error("useAppearance is used outside AppearanceProvider");
  return appearance;
}
