import { directionOf, type Locale } from "@/lib/vocabulary/locales";
import type { Appearance } from "./mirror";

type Interface = Appearance["interface_settings"];

export const shownDirection = ({ direction }: Interface, locale: Locale): "ltr" | "rtl" =>
  direction === "auto" ? directionOf(locale) : direction;

/**
 * Attributes of the root element, for the styles; undefined removes an attribute. `locale` is the language of the
 * page's text: right after a choice, an open page is still written in the old language.
 */
export const documentAttributes = (look: Interface, locale: Locale) => ({
  lang: locale,
  dir: shownDirection(look, locale),
  "data-theme": look.theme,
  "data-density": look.density === "compact" ? "compact" : undefined,
  "data-motion": look.reduceMotion ? "reduced" : undefined,
  "data-text": look.fontScale === 100 ? undefined : String(look.fontScale),
});
