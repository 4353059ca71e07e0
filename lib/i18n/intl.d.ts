import type { formats } from "./formats";
import type { LanguageTag } from "@/lib/vocabulary/language-tag";
import type { Locale } from "@/lib/vocabulary/locales";

/**
 * Message keys are plain strings: a settings row builds its keys from the field's declaration. A test compares
 * languages.
 */
declare module "next-intl" {
  interface AppConfig {
    /** The product writes by a tag that names the figures; tests of words name a language alone. */
    Locale: LanguageTag | Locale;
    Formats: typeof formats;
  }
}
