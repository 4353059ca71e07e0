import type { formats } from "./formats";
import type { Locale } from "@/lib/vocabulary/locales";

/**
 * Message keys are plain strings: a settings row builds its keys from the field's declaration. A test compares
 * languages.
 */
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Formats: typeof formats;
  }
}
