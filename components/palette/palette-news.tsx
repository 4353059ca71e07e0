"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";

type PaletteNewsProps = {
  query: string;
  isEmpty: boolean;
  /** The server is still being asked for leads. */
  looking: boolean;
  failed: boolean;
  /** The name of one of several leads that may be given a heat by its word; null for none. */
  example: string | null;
};

/** Below the list, and read aloud: that nothing was found, that leads are still looked for, or cannot be, or what can be done with them. */
export function PaletteNews({ query, isEmpty, looking, failed, example }: PaletteNewsProps) {
  const t = useTranslations("palette");
  const heat = useTranslations("heat");
  const alone = isEmpty && query.trim() !== "";
  const text = looking
    ? alone && t("leads.looking")
    : failed
      ? t("leads.failed")
      : alone
        ? t("empty", { query })
        : example && t("leads.hint", { name: example, heat: heat("hot").toLowerCase() });
  return (
    <p
      role="status"
      className={cn(
        "text-ink-soft empty:hidden",
        alone ? "px-4 py-10 text-center" : "border-t border-line px-4 py-2.5 text-sm",
      )}
    >
      {text}
    </p>
  );
}
