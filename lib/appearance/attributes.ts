import { directionOf, type Locale } from "@/lib/vocabulary/locales";
import type { Appearance } from "./mirror";

type Interface = Appearance["interface_settings"];

export const shownDirection = ({ direction }: Interface, locale: Locale): "ltr" | "rtl" =>
  direction === "auto" ? directionOf(locale) : direction;

/**
 * The attributes of the document that its styles follow; undefined: none. `locale` is the language the page is written in,
 * which on an open page is for a moment not the one that was chosen.
 */
export const documentAttributes = (look: Interface, locale: Locale) => ({
  lang: locale,
  dir: shownDirection(look, locale),
  "data-theme": look.theme,
  "data-density": look.density === "compact" ? "compact" : undefined,
  "data-motion": look.reduceMotion ? "reduced" : undefined,
  "data-text": look.fontScale === 100 ? undefined : String(look.fontScale),
});
